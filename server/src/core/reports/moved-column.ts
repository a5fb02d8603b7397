import { defineMessages, type Message } from '../../messages/index.js';
import { comparable } from './same-text.js';

const texts = defineMessages('moved-column', {
  isMoved:
    'The column "{name}" was probably sorted or moved alone: its cells have the texts of other rows. Its changes are not selected in the preview',
});

/** A cell to change. */
export interface ChangedCell {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** The present content of a cell, in a row that the sheet contains. */
export interface PresentCell {
  readonly column: string;
  readonly text: string;
}

/**
 * The columns that were probably sorted or moved alone, relative to the column that identifies the rows: most of their
 * new texts are those of other rows. Nobody edits like that, and it's the worst mistake in a spreadsheet.
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

/** The warning about such a column. The header is row 1. */
export function columnMoved(name: string): { readonly row: number; readonly message: Message } {
  return { row: 1, message: texts.isMoved({ name }) };
}

/** The minimum number of changes whose text is that of another row, and their minimum share of all changes. */
const LEAST = 2;
/** In a column with few different texts, two rows may well trade texts. */
const LEAST_OF_FEW = 4;
const PART = 0.7;

function looksMoved(changes: readonly ChangedCell[], present: readonly string[]): boolean {
  const counts = countsOf(present);
  const sources = countsOf(changes.map(({ before }) => comparable(before)));
  // A row that lost its text to the next one can be empty now, which isn't a change.
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
