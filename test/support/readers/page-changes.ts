import type { ShownPage, ShownWord } from './shown-page.js';

/** What a safe fix says it changes for readers. Everything else stays the same. */
export interface NamedChange {
  /** What words are shown as that were lines of text before. */
  readonly shows?: readonly ('cell' | 'heading' | 'front matter')[];
  /** Whether these words may have been code instead. */
  readonly fromCode?: true;
  /** Where the words of a table row go: to the columns left or right of their own, or on to a row of their own. */
  readonly moves?: 'left' | 'right' | 'next row';
  /** Words that go: those that match, or one run of words that the page has once more. */
  readonly drops?: RegExp | 'repetition';
  /** Whether words become one that only an odd space parts. */
  readonly joins?: true;
  /** Whether a word may be spelled `after` where `before` was. */
  readonly respells?: (before: string, after: string) => boolean;
}

/** The first thing that differs between two states of a page and is not named; `undefined`: readers see the same. */
export function unnamedChange(all: ShownPage, after: ShownPage, named: NamedChange): string | undefined {
  if (named.joins === true && all.length !== after.length && joined(all) === joined(after)) return undefined;
  const before = withoutDropped(all, after, named);
  return differentWords(before, after, named) ?? differentPlaces(before, after, named) ?? crookedTable(before, after);
}

function joined(page: ShownPage): string {
  return page.map(({ text }) => text).join('');
}

function withoutDropped(before: ShownPage, after: ShownPage, { drops }: NamedChange): ShownPage {
  if (drops === undefined || before.length <= after.length) return before;
  if (drops !== 'repetition') return before.filter(({ text }) => !drops.test(text));
  const start = before.findIndex(({ text }, index) => text !== after[index]?.text);
  const end = start + before.length - after.length;
  const run = before
    .slice(start, end)
    .map(({ text }) => text)
    .join(' ');
  return after
    .map(({ text }) => text)
    .join(' ')
    .includes(run)
    ? [...before.slice(0, start), ...before.slice(end)]
    : before;
}

function differentPlaces(before: ShownPage, after: ShownPage, named: NamedChange): string | undefined {
  for (let index = 0; index < before.length; index++) {
    const [was, is] = [before[index], after[index]];
    if (was === undefined || is === undefined) continue;
    const fault = was.kind !== is.kind ? kindFault(was, is, named) : placeFault(was, is, named);
    if (fault !== undefined) return fault;
    const [wasNext, isNext] = [before[index + 1], after[index + 1]];
    if (
      wasNext === undefined ||
      isNext === undefined ||
      named.moves === 'next row' ||
      !isSplit(was, wasNext, is, isNext)
    )
      continue;
    return `"${was.text}" and "${wasNext.text}" were ${sameRow(was, wasNext) ? '' : 'not '}in one row`;
  }
  return undefined;
}

function differentWords(before: ShownPage, after: ShownPage, { respells }: NamedChange): string | undefined {
  const isSame = (was: string, is: string): boolean => was === is || respells?.(was, is) === true;
  const index = before.findIndex((word, at) => after[at] === undefined || !isSame(word.text, after[at].text));
  const at = index === -1 ? before.length : index;
  return index === -1 && before.length === after.length
    ? undefined
    : `words changed: "${excerpt(before, at)}" became "${excerpt(after, at)}"`;
}

function excerpt(page: ShownPage, at: number): string {
  return page
    .slice(at, at + 4)
    .map(({ text }) => text)
    .join(' ');
}

function kindFault(was: ShownWord, is: ShownWord, { shows = [], fromCode }: NamedChange): string | undefined {
  const isNamed =
    (was.kind === 'text' ||
      (was.kind === 'code' && fromCode === true) ||
      (was.kind === 'heading' && is.kind === 'front matter')) &&
    shows.some((kind) => kind === is.kind);
  return isNamed && is.cell?.isDropped !== true
    ? undefined
    : `"${was.text}" was ${was.kind}, and is ${is.cell?.isDropped === true ? 'not shown' : is.kind}`;
}

function placeFault(was: ShownWord, is: ShownWord, { moves }: NamedChange): string | undefined {
  if (was.cell === undefined || is.cell === undefined) return undefined;
  if (is.cell.isDropped && !was.cell.isDropped) return `"${was.text}" is no longer shown`;
  const by = is.cell.column - was.cell.column;
  const isNamed =
    by === 0 ||
    (moves === 'left' && by < 0 && is.cell.row === was.cell.row) ||
    (moves === 'right' && by > 0) ||
    (moves === 'next row' && by < 0 && is.cell.row > was.cell.row);
  return isNamed ? undefined : `"${was.text}" moved from column ${was.cell.column + 1} to ${is.cell.column + 1}`;
}

function isSplit(was: ShownWord, wasNext: ShownWord, is: ShownWord, isNext: ShownWord): boolean {
  const areCells = [was, wasNext, is, isNext].every(({ cell }) => cell !== undefined);
  return areCells && sameRow(was, wasNext) !== sameRow(is, isNext);
}

function sameRow({ cell: one }: ShownWord, { cell: other }: ShownWord): boolean {
  return one?.table === other?.table && one?.row === other?.row;
}

/**
 * A table that was text before has to be straight. Where a column has no header and no row comes to the last column, the
 * header is what is wrong, and the table stands one column off.
 */
function crookedTable(before: ShownPage, after: ShownPage): string | undefined {
  const fresh = new Set(
    after.flatMap(({ cell }, index) => (cell !== undefined && before[index]?.cell === undefined ? [cell.table] : [])),
  );
  for (const table of fresh) {
    const words = after.filter(({ cell }) => cell?.table === table);
    const columns = (ofHeader: boolean): Set<number> =>
      new Set(words.flatMap(({ cell }) => (cell !== undefined && (cell.row === 0) === ofHeader ? [cell.column] : [])));
    const header = columns(true);
    const body = columns(false);
    const isStraight = header.size > Math.max(...header) || body.size === 0 || Math.max(...body) >= Math.max(...header);
    if (!isStraight) return `the table of "${words[0]?.text ?? ''}" is shown a column off`;
  }
  return undefined;
}
