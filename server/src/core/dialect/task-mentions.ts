import { oneOf } from '../text/one-of.js';
import type { Located, Span } from '../text/span.js';
import { inAnyLanguage } from '../vocabulary/language.js';

/** A task mentioned in text: `Task 3134 was renamed`. Spans are relative to the text. */
export interface NamedTask extends Located<string> {
  /** Whether the words around it say that the task was removed: then it's history, not a reference. */
  readonly isGone: boolean;
}

const TASK = oneOf(inAnyLanguage(({ mentions }) => mentions.task));
const BETWEEN_IDS = oneOf(inAnyLanguage(({ mentions }) => mentions.conjunctions));
/** "Task 4090", "tasks 4090, 4091 and 4092", "**Task(s)**: 4090" in any language, after the word. */
const NAMED = new RegExp(
  String.raw`${TASK}(?:\s*\(s\))?(?:\*\*)?(?:[\s#:：]|IDs?)*(?:\*\*)?\s*((?:(?<!\d)\d{3,4}(?!\d)(?:[\s,、，/&+]|${BETWEEN_IDS})*)+)`,
  'giu',
);
const REMOVED = inAnyLanguage(({ mentions }) => mentions.removed);
const CHANGED = inAnyLanguage(({ mentions }) => mentions.changed);
/** Words for removed or renamed tasks: then it's history, not a reference to a current task. */
export const TELLS_OF_CHANGE = new RegExp(oneOf([...REMOVED, ...CHANGED]), 'iu');
/** Words for removed tasks. */
const GONE = new RegExp(oneOf(REMOVED), 'iu');
/** The words between two statements, in languages with spaces between words. */
const AND = oneOf(inAnyLanguage(({ lists }) => (lists.hasSpaces ? lists.conjunctions : [])));
/** The separators between two statements. */
const CLAUSE_END = new RegExp(String.raw`[\n;。；]|[.,、，]\s|\s${AND}\s`, 'giu');
/** The maximum distance between a task number and a statement about it, in characters. */
const REACH = 80;

/** The tasks mentioned in `text`, in source order. */
export function tasksNamedIn(text: string): NamedTask[] {
  if (!/\d{3}/.test(text)) return [];
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const list = match[1] ?? '';
    const from = match.index + match[0].length - list.length;
    const isGone = GONE.test(clauseAround(text, { start: match.index, end: from + list.length }));
    return [...list.matchAll(/\d{3,4}/g)].map(({ index, 0: value }) => ({
      value,
      isGone,
      span: { start: from + index, end: from + index + value.length },
    }));
  });
}

function clauseAround(text: string, { start, end }: Span): string {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  const after = text.slice(end, end + REACH).split(CLAUSE_END)[0] ?? '';
  return before + text.slice(start, end) + after;
}
