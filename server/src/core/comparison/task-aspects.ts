import { memoized } from '../text/memo.js';
import type { Located } from '../text/span.js';
import { normalized } from '../text/spelling.js';
import type { TaskFact, TermsFact } from '../workspace-index/page-summary.js';

/** An aspect of a task on which all rows of the task should agree. */
export interface TaskAspect {
  /** The same text for two rows that agree; `undefined`: unknown, and not compared. */
  readonly meaningOf: (task: TaskFact) => string | undefined;
  /**
   * Whether two rows have the same meaning, or one of them none that is known. Most rows agree, and this costs less.
   */
  readonly agree: (one: TaskFact, other: TaskFact) => boolean;
  /** The cell with the aspect. Spans are relative to the row. */
  readonly cellOf: (task: TaskFact) => Located<string> | undefined;
}

export const TASK_ASPECTS = {
  mo: {
    meaningOf: ({ obligation }) => obligation,
    agree: (one, other) => (one.obligation ?? other.obligation) === (other.obligation ?? one.obligation),
    cellOf: ({ letter }) => letter,
  },
  role: {
    meaningOf: ({ role }) => role?.ids?.join(' '),
    agree: (one, other) => haveSameIds(one.role, other.role),
    cellOf: ({ role }) => role,
  },
  services: {
    meaningOf: ({ services }) => services?.ids?.join(' '),
    agree: (one, other) => haveSameIds(one.services, other.services),
    cellOf: ({ services }) => services,
  },
  name: {
    meaningOf: (task) => meaningOfName(task),
    agree: (one, other) =>
      one.name?.value === other.name?.value ||
      (meaningOfName(one) ?? meaningOfName(other)) === (meaningOfName(other) ?? meaningOfName(one)),
    cellOf: ({ name }) => name,
  },
} as const satisfies Readonly<Record<string, TaskAspect>>;

function haveSameIds(one: TermsFact | undefined, other: TermsFact | undefined): boolean {
  const ids = one?.ids;
  const others = other?.ids;
  return (
    ids === undefined ||
    others === undefined ||
    (ids.length === others.length && ids.every((id, index) => id === others[index]))
  );
}

const meaningOfName = memoized(
  ({ name }: TaskFact): string | undefined =>
    (name === undefined ? undefined : comparableName(name.value)) || undefined,
);

/**
 * The letters and digits of a name, without what some pages add to it: links, `{Wizard}`, text in parentheses. Readers
 * don't distinguish a dash from a hyphen.
 */
export function comparableName(name: string): string {
  const plain = normalized(withoutLinks(name));
  return plain
    .replace(/\{wizard\}/g, '')
    .replace(/[(（][^()（）]*[)）]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Replaces `[Name](target)` with its name. */
export function withoutLinks(text: string): string {
  return text.replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1');
}
