import { rowsOfText } from './delimited-text.js';
import { rowsOfHtml } from './html-table.js';

/** The content of the clipboard in its available formats. */
export interface Clipboard {
  readonly text?: string;
  readonly html?: string;
}

/** The text of the cells, as copied. */
export type PastedRows = readonly (readonly string[])[];

/** The rows on the clipboard. An HTML table takes precedence over text, which has no links. Blank rows are left out. */
export function rowsFromClipboard({ text = '', html = '' }: Clipboard): PastedRows {
  const table = html === '' ? [] : rowsOfHtml(html);
  const rows = table.length > 0 ? table : rowsOfText(text);
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
}
