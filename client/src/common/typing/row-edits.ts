/** A place in a text, from 0, as VS Code counts. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** One change of a text: what was between `start` and `end` gave way to a text with `lineBreaks` line breaks. */
export interface RowEdit {
  readonly start: Place;
  readonly end: Place;
  readonly lineBreaks: number;
}

/** An author never types in more places at once. A change of more places comes from a command, such as Replace All. */
const MOST_PLACES = 100;

/** Whether a change of this many places can come from typing. To follow thousands of places would hold up the editor. */
export function maybeTyped(places: number): boolean {
  return places > 0 && places <= MOST_PLACES;
}

/**
 * The rows that are being typed after an edit: those from before, where they are now, and the two in which the edit
 * begins and ends. A caret that types is in one of these.
 */
export function typedRowsAfter(rows: readonly number[], edit: RowEdit): number[] {
  const kept = rows
    .filter((row) => row < edit.start.line || row > edit.end.line)
    .map((row) => rowAfter({ line: row, character: 0 }, edit));
  return [...new Set([...kept, edit.start.line, edit.start.line + edit.lineBreaks])];
}

/** The row that what is at `place` is on after an edit. */
export function rowAfter({ line, character }: Place, { start, end, lineBreaks }: RowEdit): number {
  const isBehind = line > end.line || (line === end.line && character >= end.character);
  return isBehind ? line + start.line + lineBreaks - end.line : Math.min(line, start.line);
}

/** Whether an edit would change what is right before or after a caret in one of the `rows` that are being typed. */
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

/** A problem, as far as it matters where and whether it is shown. */
export interface RowProblem {
  /** What is wrong; two problems of the same kind are the same to an author who types on. */
  readonly kind: string;
  readonly start: Place;
}

/**
 * What is shown of `problems` while `rows` are being typed. On these rows nothing new appears; of what was `shown`, that
 * stays which is still wrong.
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
