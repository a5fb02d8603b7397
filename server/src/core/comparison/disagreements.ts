import { memoized } from '../text/memo.js';
import type { Located } from '../text/span.js';
import type { IndexReader, TaskUse } from '../workspace-index/index-reader.js';
import type { PageSummary, PlacedTask, TaskFact } from '../workspace-index/page-summary.js';
import { sameTaskAs } from './english-names.js';
import { TASK_ASPECTS, withoutLinks, type TaskAspect } from './task-aspects.js';

/** A row that differs from most pages with its task, or from as many as it agrees with. */
export interface Disagreement {
  readonly task: PlacedTask;
  readonly cell: Located<string>;
  /** The rows that agree on another meaning, one of each page. Never empty. */
  readonly others: readonly [TaskUse, ...TaskUse[]];
  /** The most common text in their cells. */
  readonly spelling: string;
}

/**
 * The rows of a page that are in the minority, or in a draw, among the pages of the same language, audience and edition.
 * Two rows of one page aren't compared with each other.
 */
export function disagreementsOf(summary: PageSummary, index: IndexReader, aspect: TaskAspect): Disagreement[] {
  const known = new Map<string, Rival | undefined>();
  return opposedTasks(index)(summary).flatMap(({ task, uses }): Disagreement[] => {
    if (uses.every((use) => aspect.agree(task.value, use.task.value))) return [];
    const meaning = aspect.meaningOf(task.value);
    const cell = aspect.cellOf(task.value);
    if (meaning === undefined || cell === undefined) return [];
    const key = `${task.value.id.value} ${meaning}`;
    if (!known.has(key)) known.set(key, rivalOf(meaning, uses, aspect));
    const rival = known.get(key);
    return rival === undefined ? [] : [{ task, cell, ...rival }];
  });
}

type Rival = Pick<Disagreement, 'others' | 'spelling'>;

/** The most common other meaning, if at least as many pages have it as `meaning`, including this page. */
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

/**
 * The most common name of the task on other pages in the language, with pages for the same readers first. On a
 * translation, pages whose English name of the task is another one don't count.
 */
export function nameElsewhere(id: string, summary: PageSummary, index: IndexReader): string | undefined {
  const isSameTask = summary.language === 'en' ? () => true : sameTaskAs(id, summary, index);
  const uses = index
    .usesOf(id, (page) => page.language === summary.language && isOtherPage(page, summary, index))
    .filter(({ page, task }) => (task.value.name?.value ?? '') !== '' && isSameTask(page));
  const forSameReaders = uses.filter(({ page }) => hasSameReaders(page, summary));
  const name = usualSpelling(forSameReaders.length > 0 ? forSameReaders : uses, TASK_ASPECTS.name);
  return name === '' ? undefined : withoutLinks(name);
}

/** A row that some other page disagrees with, and the other uses of its task for the same readers. */
interface OpposedTask {
  readonly task: PlacedTask;
  readonly uses: readonly TaskUse[];
}

/** Computed once for all rules: a reader is used for one check of one page. */
const opposedTasks = memoized((index: IndexReader) =>
  memoized((summary: PageSummary): readonly OpposedTask[] => {
    if (!index.isBuilt(summary.path)) return [];
    const agreed = agreedRows(summary, index);
    const usesOf = otherUses(summary, index);
    return summary.tasks.flatMap((task) => {
      const id = task.value.id.value;
      const since = agreed.get(task.value);
      // A task may be on thousands of pages, and most keystrokes change none of them.
      if (since !== undefined && index.isTaskUnchanged(id, since)) return [];
      const uses = usesOf(id);
      if (!uses.every((use) => ASPECTS.every(({ agree }) => agree(task.value, use.task.value))))
        return [{ task, uses }];
      agreed.set(task.value, index.revision);
      return [];
    });
  }),
);

const ASPECTS: readonly TaskAspect[] = Object.values(TASK_ASPECTS);

function otherUses(summary: PageSummary, index: IndexReader): (id: string) => readonly TaskUse[] {
  const isAnotherPage = (page: PageSummary): boolean =>
    hasSameReaders(page, summary) && isOtherPage(page, summary, index);
  const known = new Map<string, readonly TaskUse[]>();
  return (id) => {
    const uses = known.get(id) ?? index.usesOf(id, isAnotherPage);
    known.set(id, uses);
    return uses;
  };
}

/** The rows of a page that all others agreed with, each with the index revision at that time. */
type AgreedRows = WeakMap<TaskFact, number>;

/** The maximum number of pages that are edited at the same time. */
const MOST_KEPT = 16;
const keptPages = memoized((_: object) => new Map<string, AgreedRows>());

function agreedRows({ path, language, audience }: PageSummary, { owner }: IndexReader): AgreedRows {
  const pages = keptPages(owner);
  const key = [path, language, ...audience].join(' ');
  const rows = pages.get(key) ?? new WeakMap<TaskFact, number>();
  // The most recently used page comes last.
  pages.delete(key);
  pages.set(key, rows);
  const [oldest] = pages.keys();
  if (pages.size > MOST_KEPT && oldest !== undefined) pages.delete(oldest);
  return rows;
}

/** Whether what is on the published page matters to another one: not if it's in another edition. */
export function isOtherPage({ path }: PageSummary, summary: PageSummary, index: IndexReader): boolean {
  return path !== summary.path && index.isBuilt(path) && index.isSameEdition(path, summary.path);
}

/** A page for `internal, partner` is read by both. */
export function hasSameReaders(a: PageSummary, b: PageSummary): boolean {
  return a.audience.some((one) => b.audience.includes(one)) && a.language === b.language;
}
