import type { Injection } from './measure.js';

/** An injection as `--list` prints it: where it is, what changed, what was reported, and the fixes. */
export function printInjection({ workspace, page, set, mutation, reaction, result }: Injection): string {
  const [first = 0] = mutation.lines;
  const [before, after] = changedLines(page.text, mutation.text);
  const verdict = result.isFirstRight ? 'right' : result.isFirstWrong ? 'WRONG' : 'not right';
  return [
    `${workspace}/${page.file}:${first + 1} (${set}), ${result.isFound ? `first fix: ${verdict}` : 'NOT FOUND'}`,
    ...before.map((line) => `  - ${line}`),
    ...after.map((line) => `  + ${line}`),
    ...reaction.here.map(({ code, message }) => `  here: ${code}: ${String(message)}`),
    ...reaction.elsewhere.map(
      ({ code, message, range }) => `  line ${range.start.line + 1}: ${code}: ${String(message)}`,
    ),
    ...reaction.fixes.slice(0, MOST_FIXES).flatMap(({ title, isPreferred, text }, index) => {
      const [, fixed] = changedLines(page.text, text);
      const outcome = fixed.length === 0 ? 'restores the page' : `gives "${fixed.slice(0, MOST_LINES).join('⏎')}"`;
      return [`  fix ${index + 1}${isPreferred ? ' (preferred)' : ''}: ${title}: ${outcome}`];
    }),
    ...result.unsafe.map((title) => `  UNSAFE: ${title}`),
  ].join('\n');
}

const MOST_FIXES = 5;
const MOST_LINES = 8;

/** The lines that differ, in both texts. */
function changedLines(before: string, after: string): readonly [string[], string[]] {
  const [one, other] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const cut = (lines: string[]): string[] => {
    const changed = lines.slice(start, lines.length - end);
    return changed.length > MOST_LINES ? [...changed.slice(0, MOST_LINES), '…'] : changed;
  };
  return [cut(one), cut(other)];
}
