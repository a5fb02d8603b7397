import type { Sheet, SheetCell } from '../core/reports/sheet.js';

/** The sheet as a table of GitHub Flavored Markdown. Nothing in a cell ends the cell, is an HTML tag or a character entity. */
export function writeMarkdown({ columns, rows }: Sheet): string {
  const delimiter = `|${'---|'.repeat(columns.length)}`;
  const body = rows.map((row) => lineOf(columns.map((_, index) => row[index] ?? '')));
  return [lineOf(columns), delimiter, ...body, ''].join('\n');
}

function lineOf(cells: readonly SheetCell[]): string {
  return `|${cells.map((cell) => `${cellOf(String(cell))}|`).join('')}`;
}

/** Other marks of Markdown stay: a link is a link in the new table too. */
function cellOf(text: string): string {
  const escaped = text.replace(/[\\|<&]/g, '\\$&');
  const line = escaped.trim().replace(/\s*(?:\r\n|\r|\n)\s*/g, '<br />');
  return line === '' ? ' ' : ` ${line} `;
}
