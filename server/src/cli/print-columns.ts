import { cellWidth, type SheetCell } from '../core/index.js';

/** Rows as text with aligned columns; numbers are right-aligned. */
export function printColumns(rows: readonly (readonly SheetCell[])[], indent = ''): string {
  const widths = columnWidths(rows);
  const isNumeric = widths.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - cellWidth(String(cell)));
        return isNumeric[column] === true ? `${padding}${cell}` : `${cell}${padding}`;
      });
      return `${indent}${cells.join('  ')}`.trimEnd();
    })
    .join('\n');
}

function columnWidths(rows: readonly (readonly SheetCell[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cellWidth(String(cell)));
  return widths;
}
