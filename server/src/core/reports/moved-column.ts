import { comparable } from './same-text.js';

/** A cell that is to change. */
export interface ChangedCell {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A cell of a row that the sheet is about, as it is on the page. */
export interface PresentCell {
  readonly column: string;
  readonly text: string;
}

/**
 * The columns that look as if they had been sorted or moved by themselves, against the column that tells the rows apart:
 * most of the new texts are what another row had. Nobody edits so, and it is the worst that happens in a spreadsheet.
 */
export function movedColumns(changes: readonly ChangedCell[], present: readonly PresentCell[]): ReadonlySet<string> {
  const columns = new Set(changes.map(({ column }) => column));
  const isMoved = (column: string): boolean =>
    looksMoved(
      changes.filter((change) => change.column === column),
      present.filter((cell) => cell.column === column).map(({ text }) => comparable(text)),
    );
  return new Set([...columns].filter(isMoved));
}

/** What people are told of such a column. The header is row 1. */
export function columnMoved(name: string): { readonly row: number; readonly message: string } {
  return {
    row: 1,
    message: `The column "${name}" seems to have been sorted or moved by itself: its cells have the texts of other rows. Its changes are in the preview without their ticks`,
  };
}

/** How many of the changes have a text from another row, and how large a part of all they are at least. */
const LEAST = 2;
/** In a column of few different texts, two rows may well change places. */
const LEAST_OF_FEW = 4;
const PART = 0.7;

function looksMoved(changes: readonly ChangedCell[], present: readonly string[]): boolean {
  const counts = countsOf(present);
  const sources = countsOf(changes.map(({ before }) => comparable(before)));
  // A row that loses its text to the next one may be empty now, which is no change.
  for (const [text, count] of counts) if (count === 1) sources.set(text, 1);
  let moved = 0;
  for (const text of changes.map(({ after }) => comparable(after))) {
    const left = sources.get(text) ?? 0;
    if (left === 0) continue;
    sources.set(text, left - 1);
    moved++;
  }
  const hasFewTexts = counts.size < 3 || counts.size * 2 <= present.length;
  return moved >= (hasFewTexts ? LEAST_OF_FEW : LEAST) && moved >= changes.length * PART;
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
