import type {
  PreviewCell,
  PreviewEdit,
  PreviewRow,
  PreviewTerms,
  RowReference,
  TaskColumnName,
  TaskPreview,
} from '../protocol/messages';
import type { KeyedRows } from './row-keys';

/** An edit that the page doesn't show yet. */
export interface SentEdit {
  readonly request: number;
  /** The key of the row. */
  readonly key: string;
  readonly edit: PreviewEdit;
}

/** The rows as the author sees them before the page is read again: with added rows, and without deleted rows. */
export interface ShownRows extends KeyedRows {
  /** How the extension identifies each row. */
  readonly references: readonly RowReference[];
}

/** The key of the row that an edit adds. */
export function addedKey(request: number): string {
  return `added ${request}`;
}

export function rowsWith({ preview, keys }: KeyedRows, sent: readonly SentEdit[]): ShownRows {
  const version = preview.version ?? 0;
  const known: readonly ShownRow[] = preview.rows.map((row, index) => ({
    row,
    key: keys[index] ?? '',
    reference: { version, row: index },
  }));
  const shown = sent.reduce<readonly ShownRow[]>((rows, one) => withEdit(rows, one, preview), known);
  if (shown === known) return { preview, keys, references: known.map(({ reference }) => reference) };
  return {
    preview: { ...preview, rows: shown.map(({ row }) => row) },
    keys: shown.map(({ key }) => key),
    references: shown.map(({ reference }) => reference),
  };
}

/** Whether one of our edits will change or has just changed the cell. */
export function isOurs(edits: readonly SentEdit[], key: string, column: TaskColumnName): boolean {
  return edits.some(
    (one) =>
      one.key === key &&
      (one.edit.command === 'toggleMandatory'
        ? column === 'mo'
        : one.edit.command === 'setCell' && one.edit.column === column),
  );
}

/** Whether one of our edits will fill or has just filled the empty cells of the row. */
export function fillsRow(edits: readonly SentEdit[], key: string): boolean {
  return edits.some((one) => one.key === key && one.edit.command === 'setCell' && one.edit.fillsRow === true);
}

interface ShownRow {
  readonly row: PreviewRow;
  readonly key: string;
  readonly reference: RowReference;
}

function withEdit(
  rows: readonly ShownRow[],
  { request, key, edit }: SentEdit,
  preview: TaskPreview,
): readonly ShownRow[] {
  const index = rows.findIndex((one) => one.key === key);
  const above = rows[index];
  if (above === undefined) return rows;
  if (edit.command === 'deleteRow') return [...rows.slice(0, index), ...rows.slice(index + 1)];
  if (edit.command !== 'insertRow') return rows;
  const added = { row: blankRow(above.row, preview), key: addedKey(request), reference: { added: request } };
  return [...rows.slice(0, index + 1), added, ...rows.slice(index + 1)];
}

/** A new row, which isn't on the page yet. */
function blankRow({ table }: PreviewRow, { tables }: TaskPreview): PreviewRow {
  const columns = tables[table]?.columns ?? [];
  const cell = (column: TaskColumnName): PreviewCell | null => (columns.includes(column) ? EMPTY : null);
  const terms = (column: TaskColumnName): PreviewTerms | null =>
    columns.includes(column) ? { ...EMPTY, terms: [] } : null;
  return {
    table,
    task: null,
    line: -1,
    obligation: null,
    id: cell('task-id'),
    name: cell('task-name'),
    mo: cell('mo'),
    role: terms('role'),
    services: terms('services'),
    broken: null,
    problems: [],
  };
}

const EMPTY: PreviewCell = { start: 0, end: 0, source: '' };
