import type { Column, Row, Table, TableKind, TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { nearest } from '../text/spelling.js';
import { LANGUAGES } from '../vocabulary/language.js';
import type { TermMatch, TermSet } from '../vocabulary/term-set.js';
import type { RefreshColumnId, SectionId, TaskColumnId, Vocabulary } from '../vocabulary/vocabulary.js';
import { headerName } from './table-block.js';
import { largest } from '../text/lists.js';

type ColumnId = TaskColumnId | RefreshColumnId;

/** The kind of `table`: from its header, otherwise from the heading before it and its rows. */
export function schemaOf(table: Table, heading: SectionId | undefined, vocabulary: Vocabulary): TableSchema {
  const header = table.header === undefined ? undefined : table.rows[table.header];
  const kind = kindOf(table, header, heading, vocabulary);
  if (header === undefined) return headlessSchema(kind, widthWithoutHeader(table), vocabulary);
  return schemasOf(vocabulary)(header)[kind]();
}

function kindOf(
  table: Table,
  header: Row | undefined,
  heading: SectionId | undefined,
  vocabulary: Vocabulary,
): TableKind {
  if (header !== undefined) {
    const { task, refresh } = namedColumns(vocabulary)(header);
    if (task.size >= 3 || (task.size >= 2 && task.has('task-id'))) return 'task';
    if (refresh.size >= 2) return 'refresh';
    if (heading === 'ftop-tasks' && (task.size > 0 || holdsTaskIds(table, vocabulary))) return 'task';
    if (heading === 'refresh-summary' && refresh.size > 0) return 'refresh';
    return 'other';
  }
  return heading === 'ftop-tasks' && holdsTaskIds(table, vocabulary) ? 'task' : 'other';
}

/** Whether the first cells look like task IDs, in at least half of the first rows. */
function holdsTaskIds(table: Table, vocabulary: Vocabulary): boolean {
  const rows = table.rows.filter((row, index) => index !== table.header && row.delimiter === undefined).slice(0, 10);
  const withId = rows.filter((row) =>
    vocabulary.taskId.pattern.test(row.cells.find((cell) => cell.text !== '')?.text ?? ''),
  );
  return rows.length > 0 && withId.length * 2 >= rows.length;
}

/** The dialect's columns in a header row, in any language. */
const namedColumns = memoized((vocabulary: Vocabulary) =>
  memoized((header: Row) => ({
    task: idsIn(header, vocabulary.taskColumns),
    refresh: idsIn(header, vocabulary.refreshColumns),
  })),
);

function idsIn<Id extends string>(header: Row, terms: TermSet<Id>): Set<Id> {
  return new Set(header.cells.flatMap((cell) => terms.lookup(headerName(cell.text)).map((match) => match.id)));
}

/** One schema object per header row and kind: it keys the cache of findings. */
const schemasOf = memoized((vocabulary: Vocabulary) =>
  memoized((header: Row): Record<TableKind, () => TableSchema> => ({
    task: once(() => headedSchema('task', header, vocabulary)),
    refresh: once(() => headedSchema('refresh', header, vocabulary)),
    other: once(() => headedSchema('other', header, vocabulary)),
  })),
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function headedSchema(kind: TableKind, header: Row, vocabulary: Vocabulary): TableSchema {
  const columns = kind === 'other' ? header.cells.map((cell) => unnamed(cell)) : namedHeader(kind, header, vocabulary);
  const mo = columns.find((column) => column.id === 'mo');
  return { kind, columns, width: header.cells.length, letters: lettersIn(mo?.cell?.text ?? '') };
}

function unnamed(cell: Column['cell']): Column {
  return { id: undefined, by: undefined, matches: [], cell };
}

function namedHeader(kind: 'task' | 'refresh', header: Row, vocabulary: Vocabulary): Column[] {
  const terms: TermSet<ColumnId> =
    kind === 'task' ? (vocabulary.taskColumns as TermSet<ColumnId>) : (vocabulary.refreshColumns as TermSet<ColumnId>);
  const columns = header.cells.map((cell): Column => {
    const matches = terms.lookup(headerName(cell.text));
    return matches[0] === undefined ? nearColumn(cell, terms) : { id: matches[0].id, by: 'exact', matches, cell };
  });
  return kind === 'task' ? byPosition(columns, vocabulary) : columns;
}

/** The column whose name is misspelled in the cell. */
function nearColumn(cell: Column['cell'], terms: TermSet<ColumnId>): Column {
  const text = headerName(cell?.text ?? '');
  const [meant] = nearest(
    text,
    LANGUAGES.flatMap((language) => [...terms.spellings(language)]),
    1,
  );
  const matches: readonly TermMatch<ColumnId>[] = meant === undefined ? [] : terms.lookup(meant);
  return { id: matches[0]?.id, by: matches[0] === undefined ? undefined : 'near', matches: [], cell };
}

/** Columns with an unknown name get the column that real tables have at that position. */
function byPosition(columns: readonly Column[], vocabulary: Vocabulary): Column[] {
  const layout = vocabulary.taskLayouts.find((candidate) => candidate.length === columns.length);
  const taken = new Set(columns.map((column) => column.id));
  return columns.map((column, index) => {
    const id = layout?.[index];
    return column.id !== undefined || id === undefined || taken.has(id) ? column : { ...column, id, by: 'position' };
  });
}

/** The letters in parentheses, as in `(M)andatory / (O)ptional`, without duplicates, in source order. */
function lettersIn(header: string): string[] {
  return [...new Set([...header.matchAll(/[(（](\p{L})[)）]/gu)].map((match) => match[1] ?? ''))];
}

function widthWithoutHeader(table: Table): number {
  const delimiter = table.delimiter === undefined ? undefined : table.rows[table.delimiter];
  return delimiter?.cells.length ?? Math.max(0, largest(table.rows.slice(0, 50).map((row) => row.cells.length)));
}

/** A table without a header: its columns are those of real tables with the same width. */
function headlessSchema(kind: TableKind, width: number, vocabulary: Vocabulary): TableSchema {
  return headlessSchemas(vocabulary)(kind, width);
}

const headlessSchemas = memoized((vocabulary: Vocabulary) => {
  const known = new Map<string, TableSchema>();
  return (kind: TableKind, width: number): TableSchema => {
    const key = `${kind} ${width}`;
    const layout = kind === 'task' ? vocabulary.taskLayouts.find((candidate) => candidate.length === width) : undefined;
    const schema = known.get(key) ?? {
      kind,
      width,
      letters: [],
      columns: Array.from({ length: width }, (_, index): Column => {
        const id = layout?.[index];
        return { id, by: id === undefined ? undefined : 'position', matches: [], cell: undefined };
      }),
    };
    known.set(key, schema);
    return schema;
  };
});
