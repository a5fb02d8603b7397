import { diffArrays } from 'diff';

/** The lines of a text, without their line endings. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** With more added and deleted lines, all lines count as changed: the time grows with the square of the number. */
const MAX_EDITS = 4000;

/** The lines of `after` that a diff shows as added, starting at 1. */
export function changedLines(before: readonly string[], after: readonly string[]): ReadonlySet<number> {
  const parts = diffArrays([...before], [...after], { maxEditLength: MAX_EDITS });
  if (parts === undefined) return new Set(after.map((_, index) => index + 1));
  const changed = new Set<number>();
  let line = 1;
  for (const { added, removed, count } of parts) {
    if (removed) continue;
    if (added) for (let index = 0; index < count; index++) changed.add(line + index);
    line += count;
  }
  return changed;
}
