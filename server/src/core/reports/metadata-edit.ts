import { defineMessages, listed, type Message } from '../../messages/index.js';
import { fieldNamed } from '../model/front-matter.js';
import type { TextEdit } from '../text/text-edit.js';
import {
  comesTrue,
  editablePage,
  editField,
  rankOf,
  type EditablePage,
  type FrontMatterSource,
  type RequestedField,
} from './field-edit.js';
import { requestedDate, isDateValue } from './edited-date.js';
import { FILE_COLUMN, valueText } from './metadata-report.js';
import { columnMoved, movedColumns } from './moved-column.js';
import { sayTheSame } from './same-text.js';
import type { Sheet, SheetCell } from './sheet.js';
import { damageIn, isSameValue, unwrapped } from './spreadsheet-damage.js';

const texts = defineMessages('metadata-edit', {
  noColumn: 'The sheet has no column "{name}"',
  unnamedColumn: 'A column with values has no name',
  repeatedColumn: 'The column "{name}" appears more than once',
  noFile: 'The row has no file in the column "{name}"',
  noPage: 'The page "{path}" doesn\'t exist',
  severalRows: {
    text: "{count, plural, one {The file has more than one row. It's also in row {rows}} other {The file has more than one row. It's also in rows {rows}}}",
    note: 'The row of a spreadsheet. "rows" is the number of the other row, or a list of numbers.',
  },
  errorValue: '"{text}" is an error value of a spreadsheet: "{key}" wasn\'t changed',
  formula: '"{text}" is a formula of a spreadsheet: "{key}" wasn\'t changed',
  shortNumber: '"{text}" is a number as a spreadsheet shortens it: "{key}" wasn\'t changed',
  wouldDamage: 'These changes would damage the rest of the front matter. Make them on the page',
});

/** A cell that a spreadsheet damaged. */
const DAMAGED = { error: texts.errorValue, formula: texts.formula, number: texts.shortNumber };

/** The plan of a bulk edit of metadata. Nothing is changed yet. */
export interface MetadataPlan {
  /** By row; within a file, by position. All changes of a file can be applied together: they don't overlap. */
  readonly changes: readonly MetadataChange[];
  /** By row. Cells with a problem are not among the changes. */
  readonly problems: readonly MetadataProblem[];
}

export interface MetadataChange {
  /** The file as named in the sheet. */
  readonly path: string;
  readonly key: string;
  /** The present value without quotes; `undefined` if the page doesn't have the key. */
  readonly before: string | undefined;
  /** The new value; `undefined` if the key is removed. */
  readonly after: string | undefined;
  /** The column was probably moved alone: the author should review the change first. */
  readonly isDoubtful: boolean;
  /** Offsets in that file. */
  readonly edit: TextEdit;
}

export interface MetadataProblem {
  /** The row number in the spreadsheet: the header is 1. */
  readonly row: number;
  readonly path?: string;
  readonly message: Message;
}

/** A cell with this text removes the key from the page. */
const REMOVE = '(remove)';

/**
 * The edits that give `pages`, by path, the metadata in `sheet`. The sheet comes from `metadataSheet` and was edited:
 * it has the column `File`, and can lack other columns and rows or have new ones.
 * A cell with the same content as the page changes nothing, even with other spaces and quotation marks, with the same
 * day in another notation, or with a number as a spreadsheet writes it. Cells that a spreadsheet damaged are problems.
 * An empty cell doesn't change the key; only `(remove)` removes it. Only the value is replaced, in its present quotes
 * if they fit; a new key gets a line in the usual order. Lists, maps and values with several lines are never changed,
 * nor is a page whose front matter has errors.
 */
export function planMetadataEdit(sheet: Sheet, pages: ReadonlyMap<string, FrontMatterSource>): MetadataPlan {
  const header = readHeader(sheet);
  if (header.file === undefined) return { changes: [], problems: header.problems };
  const rows = readRows(sheet, header.file, pages);
  const plans = rows.map((row) =>
    'problem' in row ? { changes: [], problems: [row.problem] } : planRow(row, header.columns),
  );
  const changes = plans.flatMap((plan) => plan.changes);
  const present = rows.flatMap((row) =>
    'page' in row ? header.columns.map(({ key }) => ({ column: key, text: presentValue(key, row.page) ?? '' })) : [],
  );
  const moved = movedColumns(
    changes.map(({ key, before = '', after = '' }) => ({ column: key, before, after })),
    present,
  );
  return {
    changes: changes.map((change) => (moved.has(change.key) ? { ...change, isDoubtful: true } : change)),
    problems: [...header.problems, ...[...moved].map(columnMoved), ...plans.flatMap(({ problems }) => problems)],
  };
}

interface Header {
  /** The index of the column `File`; `undefined` if there is none, or more than one. */
  readonly file: number | undefined;
  readonly columns: readonly KeyColumn[];
  readonly problems: readonly MetadataProblem[];
}

interface KeyColumn {
  readonly key: string;
  readonly index: number;
}

const HEADER_ROW = 1;

function readHeader({ columns, rows }: Sheet): Header {
  const columnsOf = new Map<string, number[]>();
  for (const [index, name] of columns.entries()) columnsOf.set(name, [...(columnsOf.get(name) ?? []), index]);
  const [file, ...moreFiles] = columnsOf.get(FILE_COLUMN) ?? [];
  const messages = file === undefined ? [texts.noColumn({ name: FILE_COLUMN })] : [];
  const keyColumns: KeyColumn[] = [];
  for (const [key, [index = 0, ...more]] of columnsOf) {
    const isUnnamed = key.trim() === '';
    if (isUnnamed && [index, ...more].some((column) => rows.some((row) => !isBlank(row[column]))))
      messages.push(texts.unnamedColumn);
    else if (!isUnnamed && more.length > 0) messages.push(texts.repeatedColumn({ name: key }));
    else if (!isUnnamed && key !== FILE_COLUMN) keyColumns.push({ key, index });
  }
  return {
    file: moreFiles.length > 0 ? undefined : file,
    columns: keyColumns,
    problems: messages.map((message) => ({ row: HEADER_ROW, message })),
  };
}

interface PageRow {
  readonly row: number;
  readonly path: string;
  readonly page: FrontMatterSource;
  readonly cells: readonly SheetCell[];
}

/** Every row that isn't empty: its page, or what is wrong with it. */
function readRows(
  { rows }: Sheet,
  file: number,
  pages: ReadonlyMap<string, FrontMatterSource>,
): (PageRow | { readonly problem: MetadataProblem })[] {
  const rowsOf = new Map<string, number[]>();
  const numbered = rows
    .map((cells, index) => ({ cells, row: HEADER_ROW + 1 + index, path: String(cells[file] ?? '') }))
    .filter(({ cells }) => !cells.every(isBlank));
  for (const { path, row } of numbered) rowsOf.set(path, [...(rowsOf.get(path) ?? []), row]);
  return numbered.map(({ cells, row, path }) => {
    const page = pages.get(path);
    const others = (rowsOf.get(path) ?? []).filter((other) => other !== row);
    if (path.trim() === '') return { problem: { row, message: texts.noFile({ name: FILE_COLUMN }) } };
    if (page === undefined) return { problem: { row, path, message: texts.noPage({ path }) } };
    if (others.length > 0) return { problem: { row, path, message: severalRows(others) } };
    return { row, path, page, cells };
  });
}

function severalRows(others: readonly number[]): Message {
  return texts.severalRows({ count: others.length, rows: listed(others.map(String)) });
}

function planRow({ row, path, page, cells }: PageRow, columns: readonly KeyColumn[]): MetadataPlan {
  const asked = columns.flatMap(({ key, index }) => requestedField(key, cells[index], page) ?? []);
  const requestedFields = asked.flatMap((requested) => ('problem' in requested ? [] : [requested]));
  const editable = editablePage(page);
  const problems = asked.flatMap((requested) =>
    'problem' in requested ? [{ row, path, message: requested.problem }] : [],
  );
  if (requestedFields.length === 0) return { changes: [], problems };
  if ('problem' in editable) return { changes: [], problems: [{ row, path, message: editable.problem }] };
  const changes: MetadataChange[] = [];
  for (const requested of requestedFields) {
    const result = editField(editable, requested);
    if ('problem' in result) problems.push({ row, path, message: result.problem });
    else
      changes.push({
        path,
        key: requested.key,
        before: presentValue(requested.key, page),
        after: requested.value,
        isDoubtful: false,
        edit: result.edit,
      });
  }
  const possible = requestedFields.filter(({ key }) => changes.some((change) => change.key === key));
  if (
    comesTrue(
      editable,
      possible,
      changes.map(({ edit }) => edit),
    )
  )
    return { changes: inOrder(changes, editable), problems };
  return {
    changes: [],
    problems: [...problems, { row, path, message: texts.wouldDamage }],
  };
}

/** The field that the cell requests, or why it can't be set; `undefined` if it requests nothing. */
function requestedField(
  key: string,
  cell: SheetCell | undefined,
  page: FrontMatterSource,
): RequestedField | { readonly problem: Message } | undefined {
  const present = presentValue(key, page);
  const text = unwrapped(String(cell ?? ''));
  if (isBlank(text)) return undefined;
  if (present !== undefined && (sayTheSame(present, text) || isSameValue(present, text))) return undefined;
  if (text === REMOVE) return present === undefined ? undefined : { key, value: undefined };
  const damage = damageIn(text.trim());
  if (damage !== undefined) return { problem: DAMAGED[damage]({ text: text.trim(), key }) };
  const date = isDateValue(key, present ?? '') ? requestedDate(text, present ?? '') : { text };
  if (date === undefined || 'problem' in date) return date;
  return { key, value: date.text };
}

function presentValue(key: string, { frontMatter, text }: FrontMatterSource): string | undefined {
  const field = fieldNamed(frontMatter, key);
  return field === undefined ? undefined : valueText(field, text);
}

function isBlank(cell: SheetCell | undefined): boolean {
  return String(cell ?? '').trim() === '';
}

/** By position; new lines at one position in the usual order of their keys. */
function inOrder(changes: readonly MetadataChange[], { spec }: EditablePage): MetadataChange[] {
  return [...changes].sort(
    (a, b) =>
      a.edit.span.start - b.edit.span.start ||
      a.edit.span.end - b.edit.span.end ||
      rankOf(a.key, spec) - rankOf(b.key, spec),
  );
}
