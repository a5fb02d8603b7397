import type { Sheet, SheetCell } from '../core/reports/sheet.js';

/**
 * The sheet as a GitHub Flavored Markdown table. Nothing in a cell ends the cell, or is an HTML tag or a character
 * entity.
 */
export function writeMarkdown({ columns, rows }: Sheet): string {
  const delimiter = `|${'---|'.repeat(columns.length)}`;
  const body = rows.map((row) => lineOf(columns.map((_, index) => row[index] ?? '')));
  return [lineOf(columns), delimiter, ...body, ''].join('\n');
}

function lineOf(cells: readonly SheetCell[]): string {
  return `|${cells.map((cell) => `${cellOf(String(cell))}|`).join('')}`;
}

/** Other Markdown characters aren't escaped: a link is also a link in the new table. */
function cellOf(text: string): string {
  const escaped = text.replace(/[\\|<&]/g, '\\$&');
  const line = escaped.trim().replace(/\s*(?:\r\n|\r|\n)\s*/g, '<br />');
  return line === '' ? ' ' : ` ${line} `;
}
