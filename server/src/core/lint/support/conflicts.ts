import { defineMessages } from '../../../messages/index.js';
import { afterLineEnd, lineEnd } from '../../parse/lines.js';
import { sliceOf, type Span } from '../../text/span.js';
import type { TextEdit } from '../../text/text-edit.js';
import type { Fix } from '../rule.js';
import { suggestion } from './fixes.js';
import { cutShort } from '../../dialect/task-rows.js';
import { removeLines } from './whole-lines.js';

const texts = defineMessages('conflicts', {
  keepUpper: {
    text: '{named, select, both {Keep "{upper}" and delete "{lower}"} upper {Keep "{upper}" and delete the lower version} lower {Keep the upper version and delete "{lower}"} other {Keep the upper version and delete the lower version}}',
    note: 'Title of a fix for a merge conflict, two versions of the same lines. {upper}, {lower}: the names of the versions in Git, branches or commits.',
  },
  keepLower: {
    text: '{named, select, both {Keep "{lower}" and delete "{upper}"} upper {Keep the lower version and delete "{upper}"} lower {Keep "{lower}" and delete the upper version} other {Keep the lower version and delete the upper version}}',
    note: 'Title of a fix for a merge conflict, two versions of the same lines. {upper}, {lower}: the names of the versions in Git, branches or commits.',
  },
  keepBoth: {
    text: '{named, select, both {Keep both: "{upper}" above "{lower}"} upper {Keep both: "{upper}" above the lower version} lower {Keep both: the upper version above "{lower}"} other {Keep both: the upper version above the lower version}}',
    note: 'Title of a fix for a merge conflict, two versions of the same lines. {upper}, {lower}: the names of the versions in Git, branches or commits.',
  },
});

/** The three lines that Git writes around two versions. Offsets into the file. */
export interface Conflict {
  readonly ours: Span;
  readonly separator: Span;
  readonly theirs: Span;
}

/** The ways to resolve the conflict, in the order of Git: the upper version, the lower one, both. */
export function choicesFor(conflict: Conflict, text: string): Fix[] {
  const { ours, separator, theirs } = conflict;
  const names = namesOf(conflict, text);
  const untilLower = { start: endOfUpper(conflict, text), end: separator.end };
  return [
    suggestion(texts.keepUpper(names), ...removals(text, [ours, { start: untilLower.start, end: theirs.end }])),
    suggestion(texts.keepLower(names), ...removals(text, [{ start: ours.start, end: separator.end }, theirs])),
    suggestion(texts.keepBoth(names), ...removals(text, [ours, untilLower, theirs])),
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

interface Names {
  /** Which of the two have a name. */
  readonly named: 'both' | 'upper' | 'lower' | 'neither';
  readonly upper: string;
  readonly lower: string;
}

function namesOf({ ours, theirs }: Conflict, text: string): Names {
  const [upper, lower] = [nameOf(ours, text), nameOf(theirs, text)];
  const named = upper === '' ? (lower === '' ? 'neither' : 'lower') : lower === '' ? 'upper' : 'both';
  return { named, upper, lower };
}

/** Git's name of the version: a branch or a commit. */
function nameOf(marker: Span, text: string): string {
  return cutShort(sliceOf(text, marker).slice(7).trim(), 40);
}

/** The end of the upper version: below it, some tools write the common base version. */
function endOfUpper({ ours, separator }: Conflict, text: string): number {
  const from = afterLineEnd(text, lineEnd(text, ours.end));
  const origin = /^\|{7}(?:[ \t].*)?$/m.exec(text.slice(from, separator.start));
  return origin === null ? separator.start : from + origin.index;
}
