import { dayNumber, readDateAndTime } from '../dialect/dates.js';
import { DATE_KEY } from './edited-date.js';
import type { Sheet, SheetCell } from './sheet.js';

/**
 * The sort keys of the rows in `sheet`, by column; `undefined` for a column that is sorted by its displayed text.
 * In a column of days, the key is the day as a number, `20240102`; other texts keep their text and sort after the days.
 */
export function sortKeysOf({ columns, rows }: Sheet): readonly (readonly SheetCell[] | undefined)[] {
  return columns.map((name, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const keys = cells.map(dayOrText);
    return name === DATE_KEY || areMostlyDays(cells, keys) ? keys : undefined;
  });
}

function dayOrText(cell: SheetCell): SheetCell {
  const reading = typeof cell === 'string' ? readDateAndTime(cell.trim()) : undefined;
  return reading === undefined ? cell : dayNumber(reading.date);
}

/** Keys other than `ms.date` can contain days too, and nothing identifies them. */
function areMostlyDays(cells: readonly SheetCell[], keys: readonly SheetCell[]): boolean {
  const days = keys.filter((key, row) => key !== cells[row]).length;
  return days > 0 && days * 2 > cells.filter((cell) => cell !== '').length;
}
