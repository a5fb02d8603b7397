import { formatPatch, structuredPatch } from 'diff';
import { defineMessages } from '../messages/index.js';
import type { ProposedText } from './checker.js';
import type { CliEnvironment } from './cli-environment.js';

const texts = defineMessages('print-diff', {
  none: 'No file would change',
  changes:
    '{files, plural, one {# file would change} other {# files would change}}; {fixed, plural, one {# problem would be fixed} other {# problems would be fixed}}',
});

/** Prints the changes as a unified diff that `git apply` and `patch -p1` accept. Returns whether there are any. */
export async function printDiff(
  proposed: readonly ProposedText[],
  { stdout, stderr, format }: CliEnvironment,
): Promise<boolean> {
  const changed = proposed.filter(({ before, after }) => before !== after);
  for (const one of changed) await stdout.writeData(diffOf(one));
  const fixed = changed.reduce((sum, one) => sum + one.fixed, 0);
  await stderr.write(
    `${format(changed.length === 0 ? texts.none : texts.changes({ files: changed.length, fixed }))}\n`,
  );
  return changed.length > 0;
}

/** Lines around a change. */
const CONTEXT = 3;

/** The changes of one file. */
export function diffOf({ path, before, after }: Pick<ProposedText, 'path' | 'before' | 'after'>): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, '', '', { context: CONTEXT });
  const printed = formatPatch({ ...patch, isGit: true });
  // A tab ends a name with a space, as in Git: otherwise, `patch` ends the name at the space.
  return path.includes(' ') ? printed.replace(/^(?:---|\+\+\+) .*$/gm, endedOnce(2)) : printed;
}

/** Ends the first `count` matches, which are the names, with a tab. Later ones are lines of the page. */
function endedOnce(count: number): (match: string) => string {
  let left = count;
  return (match) => (left-- > 0 ? `${match}\t` : match);
}
