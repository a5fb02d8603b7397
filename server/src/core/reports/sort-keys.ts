import { dayNumber, readDateAndTime } from '../lint/support/dates.js';
import { DATE_KEY } from './edited-date.js';
import type { Sheet, SheetCell } from './sheet.js';

/**
 * What the rows of `sheet` are sorted by, column by column; `undefined` for a column that is sorted by what it shows.
 *
 * In a column of days the key is the day as a number, `20240102`; what is no day keeps its text, so that all of it comes
 * after the days.
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

/** Other keys than `ms.date` have days too, and nothing says which. */
function areMostlyDays(cells: readonly SheetCell[], keys: readonly SheetCell[]): boolean {
  const days = keys.filter((key, row) => key !== cells[row]).length;
  return days > 0 && days * 2 > cells.filter((cell) => cell !== '').length;
}
