import { columnIndex, isEmptyCell, type Cell, type Row, type TableSchema } from '../model/tables.js';
import type { Span } from '../text/span.js';
import { memoized } from '../text/memo.js';
import type { TermSet } from '../vocabulary/term-set.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { acceptedLetters, areTerms, fit, isClearlyIn, isTaskId, isTermColumn, termSetOf } from './column-fit.js';
import { looksLikeDelimiter } from './delimiters.js';
import { hasPipe } from './renderers.js';

/**
 * The one defect in the cells of a row. Each kind belongs to one rule, so that a broken row is reported only once.
 * Rules about single cells check intact rows only, because in other rows the cells may be in the wrong columns.
 */
export type RowShape =
  | { readonly kind: 'whole' }
  /** Not a word in it. */
  | { readonly kind: 'blank' }
  /** A line of text right below a row. */
  | { readonly kind: 'without-pipe' }
  /** `|| 3999 | …`: an empty cell pushes the row to the right. */
  | { readonly kind: 'leading-empty' }
  /** Two rows on one line; the second starts with cell `next`. */
  | { readonly kind: 'joined'; readonly next: number }
  /** `O FastTrack Engineer` in one cell; `gap` is the white space where a pipe belongs. */
  | {
      readonly kind: 'mo-merged';
      readonly letter: string;
      readonly role: string;
      readonly cell: Span;
      readonly gap: Span;
    }
  /** Cells as they should be, but the pipe at an end of the row is a full-width one. */
  | { readonly kind: 'full-width-end' }
  /** A delimiter row to its author only: `| : --- | - - |`. */
  | { readonly kind: 'delimiter' }
  /** The header once more. */
  | { readonly kind: 'repeated-header' }
  /** Two cells in each other's columns: the indexes of their columns. */
  | { readonly kind: 'swapped'; readonly first: number; readonly second: number }
  /**
   * Two cells without a pipe between them, which the row is too short by. `column`: that of the left one; `gap` is the
   * white space where the pipe belongs.
   */
  | {
      readonly kind: 'merged';
      readonly column: number;
      readonly left: string;
      readonly right: string;
      readonly cell: Span;
      readonly gap: Span;
    }
  /** Fewer cells than columns. `missing`: the column without a cell, where the other cells tell. */
  | { readonly kind: 'too-few'; readonly missing: number | undefined }
  /** An empty cell in the middle pushes the rest to the right. */
  | { readonly kind: 'stray-empty'; readonly cell: number }
  /** More cells with text than columns. `pipe`: the offset of the pipe that was meant as text, where that is plain. */
  | { readonly kind: 'too-many'; readonly pipe: number | undefined };

/** Whether each cell of the row is in its column, so that it can be checked. */
export function isWhole(row: Row, schema: TableSchema, vocabulary: Vocabulary): boolean {
  return shapeOf(row, schema, vocabulary).kind === 'whole' && row.cells.length >= schema.width;
}

/** The defect of the row, without regard to other rows. */
export function shapeOf(row: Row, schema: TableSchema, vocabulary: Vocabulary): RowShape {
  return shapesUnder(vocabulary)(schema)(row);
}

/** Cached by row: a keystroke looks at every row of its table, and changes one. */
export const shapesUnder = memoized((vocabulary: Vocabulary) =>
  memoized((schema: TableSchema) => memoized((row: Row) => findShape(row, schema, vocabulary))),
);

function findShape(row: Row, schema: TableSchema, vocabulary: Vocabulary): RowShape {
  if (!hasPipe(row)) return { kind: 'without-pipe' };
  switch (schema.kind) {
    case 'task':
      return taskRowShape(row, schema, vocabulary);
    case 'other':
      return otherRowShape(row, schema);
    // A short row of a refresh summary is fine, and another rule reports a long one.
    case 'refresh':
      return WHOLE;
  }
}

const WHOLE: RowShape = { kind: 'whole' };
const DASHES = /^[:：\-—–―─－ー_=]/;

function taskRowShape(row: Row, schema: TableSchema, vocabulary: Vocabulary): RowShape {
  const { cells } = row;
  if (fullWidthEnds(row).length > 0) return { kind: 'full-width-end' };
  if (DASHES.test(cells[0]?.text ?? '') && looksLikeDelimiter(row)) return { kind: 'delimiter' };
  if (cells[0]?.text === '') {
    if (cells.every(isEmptyCell)) return { kind: 'blank' };
    if (isTaskId(cells[1], vocabulary) && (cells.length > schema.width || isDoublePipe(cells[0])))
      return { kind: 'leading-empty' };
  }
  if (cells.length === schema.width)
    return isHeaderAgain(row, schema) ? { kind: 'repeated-header' } : (swappedCells(row, schema, vocabulary) ?? WHOLE);
  if (cells.length > schema.width) return joinedRow(row, schema, vocabulary) ?? surplusShape(row, schema, vocabulary);
  return (
    mergedMo(row, schema, vocabulary) ??
    mergedCells(row, schema, vocabulary) ?? { kind: 'too-few', missing: missingColumn(row, schema, vocabulary) }
  );
}

function otherRowShape(row: Row, { width }: TableSchema): RowShape {
  if (!losesText(row, width)) return WHOLE;
  const empty = row.cells.findIndex(isEmptyCell);
  const isOnly = empty !== -1 && row.cells.filter(isEmptyCell).length === 1;
  if (row.cells.length === width + 1 && isOnly) return { kind: 'stray-empty', cell: empty };
  return { kind: 'too-many', pipe: pipesInCode(row)[0] };
}

function surplusShape(row: Row, schema: TableSchema, vocabulary: Vocabulary): RowShape {
  if (!losesText(row, schema.width)) return WHOLE;
  const stray = row.cells.length === schema.width + 1 ? strayEmptyCell(row, schema, vocabulary) : undefined;
  if (stray !== undefined) return { kind: 'stray-empty', cell: stray };
  return { kind: 'too-many', pipe: pipesInCode(row)[0] ?? pipeInText(row, schema, vocabulary) };
}

/** Offsets of the full-width pipes at the start and end of the row, if they are the only ones. */
export function fullWidthEnds({ source, cells, leadingPipe, closingPipe, fullWidthPipes }: Row): readonly number[] {
  if (fullWidthPipes.length > 0 || (leadingPipe && closingPipe) || cells.length < 2) return [];
  const ends = [cells[0]?.span.start ?? 0, (cells[cells.length - 1]?.span.end ?? 0) - 1];
  return ends.filter((at, index) => source[at] === '｜' && !(index === 0 ? leadingPipe : closingPipe));
}

/** Whether a cell beyond the last column contains text. */
function losesText(row: Row, width: number): boolean {
  return row.cells.slice(width).some((cell) => !isEmptyCell(cell));
}

function isDoublePipe(cell: Cell): boolean {
  return cell.outer.start === cell.outer.end;
}

function isHeaderAgain(row: Row, { columns }: TableSchema): boolean {
  return (
    columns[0]?.cell?.text === row.cells[0]?.text &&
    columns.every(({ cell }, index) => cell?.text === row.cells[index]?.text)
  );
}

/** A second task that starts where the first row is complete, possibly after the `||` that joined them. */
function joinedRow({ cells }: Row, { width }: TableSchema, vocabulary: Vocabulary): RowShape | undefined {
  const next = cells[width]?.text === '' ? width + 1 : width;
  const isFullRow = cells.length - next >= width - 1;
  return isFullRow && isTaskId(cells[0], vocabulary) && isTaskId(cells[next], vocabulary)
    ? { kind: 'joined', next }
    : undefined;
}

const LETTER_AND_REST = /^(\p{L})(\s+)(\S.*)$/u;

function mergedMo(row: Row, schema: TableSchema, vocabulary: Vocabulary): RowShape | undefined {
  const mo = columnIndex(schema, 'mo');
  const cell = row.cells[mo];
  if (cell === undefined || row.cells.length !== schema.width - 1 || schema.columns[mo + 1]?.id !== 'role')
    return undefined;
  const [, letter = '', space = '', role = ''] = LETTER_AND_REST.exec(cell.text) ?? [];
  if (!acceptedLetters(schema, vocabulary).includes(letter) || vocabulary.roles.lookup(role).length === 0)
    return undefined;
  const start = cell.span.start + letter.length;
  return { kind: 'mo-merged', letter, role, cell: cell.span, gap: { start, end: start + space.length } };
}

/** A cell cut at a gap between two words. */
interface Cut {
  readonly left: string;
  readonly gap: string;
  readonly right: string;
}

const ID_AND_NAME = /^(?<left>\S+)(?<gap>\s+)(?<right>\S.*)$/u;
const NAME_AND_LETTER = /^(?<left>.*\S)(?<gap>\s+)(?<right>\p{L})$/u;

/**
 * The first two neighboring cells that may be merged, if every other cell is then in its column: the name of a task
 * with its ID or its letter, or roles with services.
 */
function mergedCells(row: Row, schema: TableSchema, vocabulary: Vocabulary): RowShape | undefined {
  if (row.cells.length !== schema.width - 1) return undefined;
  for (const [column, cell] of row.cells.entries()) {
    const cut = cutAt(column, cell.text, schema, vocabulary);
    if (cut === undefined) continue;
    const { left, gap, right } = cut;
    const parts = [left, right].map((text) => ({ ...cell, text }));
    if (
      !fit(
        [...row.cells.slice(0, column), ...parts, ...row.cells.slice(column + 1)],
        schema.columns,
        schema,
        vocabulary,
      )
    )
      continue;
    const start = cell.span.start + left.length;
    return { kind: 'merged', column, left, right, cell: cell.span, gap: { start, end: start + gap.length } };
  }
  return undefined;
}

/** Where the text would be cut into a cell for the column and one for the next column. */
function cutAt(column: number, text: string, { columns }: TableSchema, vocabulary: Vocabulary): Cut | undefined {
  const [left, right] = [columns[column]?.id, columns[column + 1]?.id];
  if (right === 'task-name') return cutBy(ID_AND_NAME, text);
  if (left === 'task-name') return cutBy(NAME_AND_LETTER, text);
  return isTermColumn(left) && isTermColumn(right)
    ? cutBetweenTerms(text, termSetOf(left, vocabulary), termSetOf(right, vocabulary))
    : undefined;
}

function cutBy(pattern: RegExp, text: string): Cut | undefined {
  const { left = '', gap = '', right = '' } = pattern.exec(text)?.groups ?? {};
  return left === '' ? undefined : { left, gap, right };
}

/** Cuts after the longest text of known terms of one kind that is followed by known terms of the other kind. */
function cutBetweenTerms(text: string, lefts: TermSet, rights: TermSet): Cut | undefined {
  return [...text.matchAll(/(?<=\S)\s+(?=\S)/g)]
    .map(({ 0: gap, index }) => ({ left: text.slice(0, index), gap, right: text.slice(index + gap.length) }))
    .reverse()
    .find(({ left, right }) => areTerms(left, lefts) && areTerms(right, rights));
}

/** The column without a cell: the only one whose absence explains the position of every other cell. */
function missingColumn(row: Row, schema: TableSchema, vocabulary: Vocabulary): number | undefined {
  if (row.cells.length !== schema.width - 1) return undefined;
  return onlyOne(schema.columns.keys(), (missing) =>
    fit(row.cells, withoutItem(schema.columns, missing), schema, vocabulary),
  );
}

function strayEmptyCell(row: Row, schema: TableSchema, vocabulary: Vocabulary): number | undefined {
  const empty = row.cells.flatMap((cell, index) => (isEmptyCell(cell) ? [index] : []));
  return (
    onlyOne(empty, (index) => fit(withoutItem(row.cells, index), schema.columns, schema, vocabulary)) ??
    onlyOne(empty, () => true)
  );
}

/** The pipe that splits the name of a task, if every other cell is then in its column. */
function pipeInText(row: Row, schema: TableSchema, vocabulary: Vocabulary): number | undefined {
  const name = columnIndex(schema, 'task-name');
  const second = row.cells[name + 1];
  if (name === -1 || second === undefined || row.cells.length !== schema.width + 1) return undefined;
  const others = row.cells.filter((_, index) => index !== name && index !== name + 1);
  return fit(others, withoutItem(schema.columns, name), schema, vocabulary) ? second.outer.start - 1 : undefined;
}

/** Offsets of the pipes between two backticks: code to authors, the end of a cell to renderers. */
function pipesInCode({ source }: Row): number[] {
  if (!source.includes('`')) return [];
  return [...source.matchAll(/(`+)(?!`)(.*?[^`])\1(?!`)/g)].flatMap(({ 0: code, index }) =>
    [...code.matchAll(/(?<!\\)\|/g)].map((pipe) => index + pipe.index),
  );
}

/** The only two cells that fit each other's columns, but not their own. */
function swappedCells({ cells }: Row, schema: TableSchema, vocabulary: Vocabulary): RowShape | undefined {
  const isClear = (cell: number, column: number): boolean =>
    isClearlyIn(cells[cell], schema.columns[column], schema, vocabulary);
  const misplaced = [...cells.keys()].filter((index) => cells[index]?.text !== '' && !isClear(index, index));
  const pairs = misplaced.flatMap((first) =>
    misplaced
      .filter((second) => first < second && isClear(first, second) && isClear(second, first))
      .map((second) => ({ kind: 'swapped', first, second }) as const),
  );
  return pairs.length === 1 ? pairs[0] : undefined;
}

function withoutItem<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, at) => at !== index);
}

/** The only item that passes; `undefined` if none or several do. */
function onlyOne(items: Iterable<number>, passes: (item: number) => boolean): number | undefined {
  const passing = [...items].filter(passes);
  return passing.length === 1 ? passing[0] : undefined;
}
