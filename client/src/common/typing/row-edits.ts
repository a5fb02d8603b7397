/** A position in a text, starting at 0, as in VS Code. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A change of a text: the text between `start` and `end` was replaced by a text with `lineBreaks` line breaks. */
export interface RowEdit {
  readonly start: Place;
  readonly end: Place;
  readonly lineBreaks: number;
}

/**
 * Authors never type in more places at the same time. A change in more places comes from a command such as Replace All.
 */
const MOST_PLACES = 100;

/** Whether a change in this many places can come from typing. Tracking thousands of places would block the editor. */
export function maybeTyped(places: number): boolean {
  return places > 0 && places <= MOST_PLACES;
}

/**
 * The rows that are being typed after an edit: the previous ones at their new positions, and the rows where the edit
 * starts and ends. A typing caret is in one of these.
 */
export function typedRowsAfter(rows: readonly number[], edit: RowEdit): number[] {
  const kept = rows
    .filter((row) => row < edit.start.line || row > edit.end.line)
    .map((row) => rowAfter({ line: row, character: 0 }, edit));
  return [...new Set([...kept, edit.start.line, edit.start.line + edit.lineBreaks])];
}

/** The row of `place` after an edit. */
export function rowAfter({ line, character }: Place, { start, end, lineBreaks }: RowEdit): number {
  const isAfter = line > end.line || (line === end.line && character >= end.character);
  return isAfter ? line + start.line + lineBreaks - end.line : Math.min(line, start.line);
}

/** Whether an edit would change text right before or after a caret in one of the `rows` that are being typed. */
export function changesTypedPlace(
  { start, end }: Pick<RowEdit, 'start' | 'end'>,
  carets: readonly Place[],
  rows: readonly number[],
): boolean {
  return carets.some((caret) => rows.includes(caret.line) && !isBefore(caret, start) && !isBefore(end, caret));
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

/** The parts of a problem that decide where and whether it is shown. */
export interface RowProblem {
  /** What is wrong. Two problems of the same kind are the same problem for an author who continues typing. */
  readonly kind: string;
  readonly start: Place;
}

/**
 * The `problems` to show while `rows` are being typed. These rows get no new problems; `shown` problems stay as long as
 * they still exist.
 */
export function shownWhileTyping<P extends RowProblem>(
  problems: readonly P[],
  rows: readonly number[],
  shown: readonly RowProblem[],
): P[] {
  const typed = new Set(rows);
  const left = new Map<string, number>();
  const keyOf = ({ kind, start }: RowProblem): string => `${start.line} ${kind}`;
  for (const problem of shown) left.set(keyOf(problem), (left.get(keyOf(problem)) ?? 0) + 1);
  return problems.filter((problem) => {
    if (!typed.has(problem.start.line)) return true;
    const count = left.get(keyOf(problem)) ?? 0;
    left.set(keyOf(problem), count - 1);
    return count > 0;
  });
}
