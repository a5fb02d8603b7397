import { memoized } from '../../text/memo.js';
import { shift, type Located } from '../../text/span.js';
import { normalized } from '../../text/spelling.js';
import { tasksById, type IndexReader, type TaskUse } from '../../workspace-index/index-reader.js';
import type { PageSummary, PlacedTask, TaskFact, TermsFact } from '../../workspace-index/page-summary.js';
import type { Related } from '../rule.js';
import { cutShort } from './task-rows.js';

/** One thing that a row says about its task, in which all rows of the task ought to agree. */
export interface TaskAspect {
  /** The same text for two rows that agree; `undefined`: not known, and held against nothing. */
  readonly meaningOf: (task: TaskFact) => string | undefined;
  /** Whether two rows have the same meaning, or one of them none that is known. Most rows agree, and this costs less. */
  readonly agree: (one: TaskFact, other: TaskFact) => boolean;
  /** Where the row says it. Spans count from the row. */
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
    agree: (one, other) => one.name?.value === other.name?.value || (meaningOfName(one) ?? meaningOfName(other)) === (meaningOfName(other) ?? meaningOfName(one)),
    cellOf: ({ name }) => name,
  },
} as const satisfies Readonly<Record<string, TaskAspect>>;

/** A row that does not say what most pages say about its task, or what just as many say otherwise. */
export interface Disagreement {
  readonly task: PlacedTask;
  readonly cell: Located<string>;
  /** The rows that agree with each other on something else, one of each page. Never empty. */
  readonly others: readonly [TaskUse, ...TaskUse[]];
  /** What they have in their cells, as most of them write it. */
  readonly spelling: string;
}

/**
 * The rows of a page that are in the minority, or in a draw, among the pages of the same language and audience. Two rows
 * of one page are not held against each other.
 */
export function disagreementsOf(summary: PageSummary, index: IndexReader, aspect: TaskAspect): Disagreement[] {
  const others = otherUses(index)(summary);
  if (others.size === 0) return [];
  const known = new Map<string, Rival | undefined>();
  return summary.tasks.flatMap((task): Disagreement[] => {
    const uses = others.get(task.value.id.value);
    if (uses === undefined || uses.every((use) => aspect.agree(task.value, use.task.value))) return [];
    const meaning = aspect.meaningOf(task.value);
    const cell = aspect.cellOf(task.value);
    if (meaning === undefined || cell === undefined) return [];
    const key = `${task.value.id.value} ${meaning}`;
    if (!known.has(key)) known.set(key, rivalOf(meaning, uses, aspect));
    const rival = known.get(key);
    return rival === undefined ? [] : [{ task, cell, ...rival }];
  });
}

/** Each other row of the same task, as far as an author wants to see them. */
export function placesOf({ others }: Disagreement, aspect: TaskAspect): Related[] {
  return others.slice(0, MOST_PLACES).flatMap(({ page, task }) => {
    const cell = aspect.cellOf(task.value);
    return cell === undefined ? [] : [{ path: page.path, span: shift(cell.span, task.start), message: `Here it is "${cutShort(cell.value)}"` }];
  });
}

const MOST_PLACES = 5;

type Rival = Pick<Disagreement, 'others' | 'spelling'>;

/** What most of the other pages say, when no fewer say so than say `meaning`, this page included. */
function rivalOf(meaning: string, uses: readonly TaskUse[], aspect: TaskAspect): Rival | undefined {
  const byMeaning = new Map<string, Map<string, TaskUse>>();
  for (const use of uses) {
    const other = aspect.meaningOf(use.task.value);
    if (other === undefined) continue;
    const pages = byMeaning.get(other) ?? new Map<string, TaskUse>();
    byMeaning.set(other, pages);
    if (!pages.has(use.page.path)) pages.set(use.page.path, use);
  }
  const own = 1 + (byMeaning.get(meaning)?.size ?? 0);
  byMeaning.delete(meaning);
  const [most] = [...byMeaning.values()].sort((a, b) => b.size - a.size);
  const [first, ...rest] = most?.values() ?? [];
  if (first === undefined || 1 + rest.length < own) return undefined;
  return { others: [first, ...rest], spelling: usualSpelling([first, ...rest], aspect) };
}

function usualSpelling(uses: readonly TaskUse[], aspect: TaskAspect): string {
  const counts = new Map<string, number>();
  for (const { task } of uses) {
    const spelling = aspect.cellOf(task.value)?.value ?? '';
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}

/** Where the tasks of a page stand on other pages for the same readers. Asked once for all rules: a reader serves one check of one page. */
const otherUses = memoized((index: IndexReader) =>
  memoized((summary: PageSummary): ReadonlyMap<string, readonly TaskUse[]> => {
    const known = new Map<string, readonly TaskUse[]>();
    if (!index.isBuilt(summary.path)) return known;
    const isOther = (page: PageSummary): boolean => page.path !== summary.path && hasSameReaders(page, summary) && index.isBuilt(page.path);
    for (const id of tasksById(summary).keys()) {
      const uses = index.usesOf(id, isOther);
      if (uses.length > 0) known.set(id, uses);
    }
    return known;
  }),
);

/** A page for `internal, partner` is read by both. */
function hasSameReaders(a: PageSummary, b: PageSummary): boolean {
  return a.language === b.language && a.audience.some((one) => b.audience.includes(one));
}

function haveSameIds(one: TermsFact | undefined, other: TermsFact | undefined): boolean {
  const ids = one?.ids;
  const others = other?.ids;
  return ids === undefined || others === undefined || (ids.length === others.length && ids.every((id, index) => id === others[index]));
}

const meaningOfName = memoized(({ name }: TaskFact): string | undefined => (name === undefined ? undefined : lettersOf(name.value)) || undefined);

/**
 * The letters and digits of a name, without the marks that some pages add: links, `{Wizard}`, what stands in parentheses.
 * A dash is a hyphen to a reader.
 */
export function lettersOf(name: string): string {
  const plain = normalized(withoutLinks(name));
  return plain.replace(/\{wizard\}/g, '').replace(/[(（][^()（）]*[)）]/g, '').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** `[Name](target)` is its name. */
export function withoutLinks(text: string): string {
  return text.replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1');
}
