import { defineMessages, quoted, type Message } from '../../messages/index.js';
import { dateOrdersIn, dayNumber, type CalendarDate } from '../dialect/dates.js';
import { dateCellOf, datedRows } from '../dialect/refresh-rows.js';
import { cellOf, isBodyRow, type PlacedTable, type TableSchema } from '../model/tables.js';
import type { Playbook } from '../model/playbook.js';
import type { RefreshColumnId } from '../vocabulary/vocabulary.js';
import { placeIn } from './caret-in-row.js';
import { cellSource, lineBreakIn } from './cell-text.js';
import { dayOf, formOf, writeDate, type DateForm } from '../dialect/date-forms.js';
import { isRefusal, type CaretEdits, type Refusal } from './edit-result.js';
import { delimiterCell } from './even-rows.js';
import { rowsBelow } from './insert-row.js';
import { endOfOwnText, endOfPage, insertBlock } from './page-blocks.js';
import { compactLayout, writeRow } from './row-layout.js';
import { noColumn } from './set-cell.js';
import { hasConflict } from './table-places.js';

const texts = defineMessages('refresh-row', {
  notDate: '"{date}" is not a date',
  inConflict: { text: 'The refresh log has a merge conflict. Resolve it first', note: 'The log of changes to a page.' },
});

/** The content of a line in the refresh log. */
export interface RefreshTexts {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly author?: string;
  readonly text?: string;
  readonly notes?: string;
}

export interface NewRefreshRow extends CaretEdits {
  /** The columns that the table doesn't have, though a text was meant for them. */
  readonly leftOut: readonly Message[];
}

/**
 * Adds a row to the refresh log: at the top, or at the end if the oldest row is first. The date has the form of the
 * dates in the table. A page without a log gets one, under a heading without a table or a new one.
 */
export function insertRefreshRow(playbook: Playbook, log: RefreshTexts): NewRefreshRow | Refusal {
  const date = dayOf(log.date);
  if (date === undefined) return { refused: texts.notDate({ date: log.date }) };
  const table = refreshTable(playbook);
  if (table === undefined) return { ...newLog(playbook, date, log), leftOut: [] };
  if (hasConflict(table)) return { refused: texts.inConflict };
  const ids = columnsOf(table.schema);
  const leftOut = missingColumns(ids, log, playbook);
  if (isRefusal(leftOut)) return leftOut;
  const form = formIn(playbook, table);
  const cells = cellsFor(ids, dateFor(table, form, date), log);
  return { ...rowsBelow(playbook, table, lineAbove(table, form), [cells]), leftOut };
}

/**
 * What each column is for. Columns with unknown names after the date are for the author and the text, in this order, if
 * there are exactly as many as needed; a single one is for the text. With more of them, or in a table that has a column
 * for the text, the name of a column could mean anything.
 */
function columnsOf({ columns }: TableSchema): (string | undefined)[] {
  const ids: (string | undefined)[] = columns.map(({ id }) => id);
  if (!ids.includes('date') && ids[0] === undefined) ids[0] = 'date';
  if (ids.includes('what')) return ids;
  const unknown = [...ids.keys()].filter((index) => ids[index] === undefined && index > ids.indexOf('date'));
  const missing = ids.includes('who') || unknown.length === 1 ? ['what'] : ['who', 'what'];
  if (unknown.length === missing.length) for (const [at, index] of unknown.entries()) ids[index] = missing[at];
  return ids;
}

/**
 * The columns that the table doesn't have for what `log` contains. Without the name of the author, which is often only
 * a setting, the row is still useful; without a text, it isn't.
 */
function missingColumns(
  ids: readonly (string | undefined)[],
  { author, text, notes }: RefreshTexts,
  { vocabulary, language }: Playbook,
): readonly Message[] | Refusal {
  const isLost = (id: RefreshColumnId, value = ''): boolean => value.trim() !== '' && !ids.includes(id);
  const nameOf = (id: RefreshColumnId): string => vocabulary.refreshColumns.spelling(id, language);
  if (isLost('what', text)) return noColumn(nameOf('what'));
  if (isLost('notes', notes)) return noColumn(nameOf('notes'));
  return isLost('who', author) ? [quoted(nameOf('who'))] : [];
}

/** The log of the page; if there are several, the last one. Rows after a blank line belong to it. */
function refreshTable({ tables }: Playbook): PlacedTable | undefined {
  return [...tables].reverse().find(({ schema, continues }) => schema.kind === 'refresh' && continues === undefined);
}

function formIn({ language }: Playbook, { table, schema }: PlacedTable): DateForm {
  const cells = table.rows.flatMap((row, index) => (isBodyRow(table, index) ? (dateCellOf(row, schema) ?? []) : []));
  return formOf(
    cells.map(({ text }) => text),
    dateOrdersIn(language),
  );
}

/** One or two rows in the wrong order are a mistake; this many are an order. */
const LOG = 3;

/** The line after which the newest row goes. */
function lineAbove({ table, schema }: PlacedTable, { order }: DateForm): number {
  const days = datedRows(table, schema, order).map(({ reading }) => dayNumber(reading.date));
  const isOldestFirst =
    new Set(days).size >= LOG && days.every((day, index) => index === 0 || (days[index - 1] ?? day) <= day);
  return isOldestFirst ? table.rows.length - 1 : Math.max(table.header ?? 0, table.delimiter ?? 0);
}

/** The date in the form of the first row, in bold if that one is. */
function dateFor({ table, schema }: PlacedTable, form: DateForm, date: CalendarDate): string {
  const first = table.rows.find((_, index) => isBodyRow(table, index));
  const cell = first === undefined ? undefined : cellOf(first, schema, 'date');
  return cell?.text.startsWith('**') === true ? `**${writeDate(date, form)}**` : writeDate(date, form);
}

function cellsFor(
  ids: readonly (string | undefined)[],
  date: string,
  { author = '', text = '', notes = '' }: RefreshTexts,
): string[] {
  const byColumn: Readonly<Partial<Record<string, string>>> = { date, who: author, what: text, notes };
  return ids.map((id, index) =>
    cellSource(ids.indexOf(id) === index ? (byColumn[id ?? ''] ?? '') : '', lineBreakIn('refresh')),
  );
}

const NEW_COLUMNS: readonly RefreshColumnId[] = ['date', 'who', 'what'];

function newLog(playbook: Playbook, date: CalendarDate, log: RefreshTexts): CaretEdits {
  const { vocabulary, language } = playbook;
  const waiting = [...playbook.headings]
    .reverse()
    .find(({ value }) => value.matches.some(({ id }) => id === 'refresh-summary'));
  const columns = log.notes === undefined ? NEW_COLUMNS : [...NEW_COLUMNS, 'notes' as const];
  const header = columns.map((id) => vocabulary.refreshColumns.spelling(id, language));
  const row = cellsFor(columns, writeDate(date, formOf([], [])), log);
  const rows = [header, columns.map(() => delimiterCell('none', 3)), row].map((cells) =>
    writeRow(compactLayout(columns.length), cells),
  );
  const heading = waiting === undefined ? [`## ${vocabulary.sections.spelling('refresh-summary', language)}`, ''] : [];
  const { edit, lineStarts } = insertBlock(
    playbook,
    waiting === undefined ? endOfPage(playbook) : endOfOwnText(playbook, waiting),
    [...heading, ...rows],
  );
  return { edits: [edit], selection: placeIn(rows[2] ?? '', lineStarts[heading.length + 2] ?? 0) };
}
