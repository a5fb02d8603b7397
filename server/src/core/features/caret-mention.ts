import { tasksNamedIn } from '../dialect/task-mentions.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../text/span.js';
import type { MentionPlace } from './caret-place.js';

/** The maximum length of the words before a task's number. */
const REACH = 200;

const BEFORE_NUMBER = /[\s,:：、，]/;

/** The number of a task at `offset`, in `within`: `Task 3190`, or the part of it that is typed. */
export function mentionAt(
  { text }: Playbook,
  within: Span,
  offset: number,
  where: MentionPlace['where'],
): MentionPlace | undefined {
  if (offset < within.start || offset > within.end) return undefined;
  const from = Math.max(within.start, offset - REACH);
  const digits = /\d{0,6}$/.exec(text.slice(from, offset))?.[0] ?? '';
  const start = offset - digits.length;
  const end = offset + (/^\d{0,6}/.exec(text.slice(offset, Math.min(within.end, offset + REACH)))?.[0].length ?? 0);
  if (
    digits === '' &&
    !(BEFORE_NUMBER.test(text[start - 1] ?? '') && !/^[ \t]*\d/.test(text.slice(start, start + REACH)))
  )
    return undefined;
  // Tests whether a complete number at this position would be a task mention.
  const probe = tasksNamedIn(`${text.slice(from, start)}1000`);
  return probe.some(({ span }) => span.start === start - from)
    ? { kind: 'mention', where, span: { start, end } }
    : undefined;
}
