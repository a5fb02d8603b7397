import { dateCellOf } from '../dialect/refresh-rows.js';
import { dayNumber, readDate, type DateOrder } from '../dialect/dates.js';
import { fieldNamed } from '../model/front-matter.js';
import { cellOf, isBodyRow } from '../model/tables.js';
import type { CellPlace } from '../features/caret-place.js';
import { cellEdit } from './cell-edit.js';
import { all, NO_COMPLETIONS, type CompletionRequest, type Completions } from './completion.js';
import { TODAY, todayInTable } from './days.js';

/** Today, unless an older date precedes the row: the newest row comes first. */
export function dateCompletions(
  place: CellPlace,
  { playbook: { text, language }, offset, today }: CompletionRequest,
): Completions {
  if (!isAboveOlder(place, today)) return NO_COMPLETIONS;
  const day = todayInTable(place.placed, today, language);
  return all([{ label: day, kind: 'date', detail: TODAY, edit: cellEdit(place, text, offset, day) }]);
}

const ORDERS: readonly DateOrder[] = ['month-first', 'day-first'];

function isAboveOlder({ placed: { table, schema }, index }: CellPlace, today: string): boolean {
  const now = readDate(today)?.date;
  if (now === undefined) return false;
  for (let above = index - 1; above >= 0; above--) {
    const row = table.rows[above];
    const reading = row === undefined || !isBodyRow(table, above) ? undefined : dateCellOf(row, schema)?.reading;
    const days = ORDERS.flatMap((order) => reading?.[order]?.date ?? []);
    if (days.length > 0) return days.every((day) => dayNumber(day) >= dayNumber(now));
  }
  return true;
}

/** The first rows of a log name the people who currently edit the page. */
const SAMPLE_ROWS = 50;

/** The author, and the people who edited the page before. */
export function personCompletions(
  place: CellPlace,
  { playbook: { text, frontMatter }, offset, author }: CompletionRequest,
): Completions {
  const { table, schema } = place.placed;
  const before = table.rows
    .slice(0, SAMPLE_ROWS)
    .flatMap((row, index) =>
      isBodyRow(table, index) && index !== place.index ? (cellOf(row, schema, 'who')?.text ?? []) : [],
    );
  const names = [author, ...before, fieldNamed(frontMatter, 'author')?.value.text].filter(
    (name): name is string => name !== undefined && /^[^|`<[]+$/.test(name.trim()),
  );
  return all(
    [...new Set(names)].map((name) => ({ label: name, kind: 'person', edit: cellEdit(place, text, offset, name) })),
  );
}
