import { rowsOfText } from './delimited-text.js';
import { rowsOfHtml } from './html-table.js';

/** What is on the clipboard, in the forms that it comes in. */
export interface Clipboard {
  readonly text?: string;
  readonly html?: string;
}

/** Cells as text, as they were copied. */
export type PastedRows = readonly (readonly string[])[];

/**
 * The rows on the clipboard. A table in HTML is taken before text, which is the same without links; blank rows are left
 * out.
 */
export function rowsFromClipboard({ text = '', html = '' }: Clipboard): PastedRows {
  const table = html === '' ? [] : rowsOfHtml(html);
  const rows = table.length > 0 ? table : rowsOfText(text);
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
}
