import type { Sheet } from '../core/reports/sheet.js';

/**
 * The rows of the sheet as JSON: a list of objects with the columns as keys. If several columns have the same name, the
 * last one counts.
 */
export function writeJson({ columns, rows }: Sheet): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])));
  return `${JSON.stringify(objects, null, 2)}\n`;
}
