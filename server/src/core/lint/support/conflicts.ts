import { afterLineEnd, lineEnd } from '../../parse/lines.js';
import { sliceOf, type Span } from '../../text/span.js';
import type { TextEdit } from '../../text/text-edit.js';
import type { Fix } from '../rule.js';
import { suggestion } from './fixes.js';
import { cutShort } from '../../dialect/task-rows.js';
import { removeLines } from './whole-lines.js';

/** The three lines that Git writes around two versions. Offsets into the file. */
export interface Conflict {
  readonly ours: Span;
  readonly separator: Span;
  readonly theirs: Span;
}

/** The ways to resolve the conflict, in the order of Git: the upper version, the lower one, both. */
export function choicesFor(conflict: Conflict, text: string): Fix[] {
  const { ours, separator, theirs } = conflict;
  const [upper, lower] = [nameOf(ours, 'the upper version', text), nameOf(theirs, 'the lower version', text)];
  const untilLower = { start: endOfUpper(conflict, text), end: separator.end };
  return [
    suggestion(
      `Keep ${upper} and delete ${lower}`,
      ...removals(text, [ours, { start: untilLower.start, end: theirs.end }]),
    ),
    suggestion(
      `Keep ${lower} and delete ${upper}`,
      ...removals(text, [{ start: ours.start, end: separator.end }, theirs]),
    ),
    suggestion(`Keep both: ${upper} above ${lower}`, ...removals(text, [ours, untilLower, theirs])),
  ];
}

function removals(text: string, stretches: readonly Span[]): TextEdit[] {
  let done = 0;
  return stretches.map((stretch) => {
    const { span, newText } = removeLines(text, stretch);
    // The last line of a file may include a line ending that another removal already covers.
    const edit = { span: { start: Math.max(span.start, done), end: span.end }, newText };
    done = span.end;
    return edit;
  });
}

/** Git's name of the version: a branch or a commit. */
function nameOf(marker: Span, otherwise: string, text: string): string {
  const name = sliceOf(text, marker).slice(7).trim();
  return name === '' ? otherwise : `"${cutShort(name, 40)}"`;
}

/** The end of the upper version: below it, some tools write the common base version. */
function endOfUpper({ ours, separator }: Conflict, text: string): number {
  const from = afterLineEnd(text, lineEnd(text, ours.end));
  const origin = /^\|{7}(?:[ \t].*)?$/m.exec(text.slice(from, separator.start));
  return origin === null ? separator.start : from + origin.index;
}
