import { memoized } from '../text/memo.js';
import type { Located } from '../text/span.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { tasksById } from '../workspace-index/facts-by-id.js';
import type { IndexReader, TaskUse } from '../workspace-index/index-reader.js';
import type { PageSummary, PlacedTask, TaskFact } from '../workspace-index/page-summary.js';
import { sameTaskAs } from './english-names.js';
import { TASK_ASPECTS, withoutLinks, type TaskAspect } from './task-aspects.js';

/** A row that differs from most pages with its task, or from as many as it agrees with. */
export interface Disagreement {
  readonly task: PlacedTask;
  readonly cell: Located<string>;
  /** The number of pages whose rows agree on another meaning. */
  readonly count: number;
  /** Some of these rows, one of each page. Never empty. */
  readonly places: readonly TaskUse[];
  /** The most common text in their cells. */
  readonly spelling: string;
}

/**
 * The rows of a page that are in the minority, or in a draw, among the pages of the same language, audience and edition.
 * Two rows of one page aren't compared with each other.
 */
export function disagreementsOf(summary: PageSummary, index: IndexReader, aspect: TaskAspect): Disagreement[] {
  return opposedTasks(index)(summary).flatMap(({ task, rivals }): Disagreement[] => {
    const rival = rivals.get(aspect);
    const cell = aspect.cellOf(task.value);
    if (rival === undefined || cell === undefined) return [];
    const { count, spelling, rows } = rival;
    const places = rows.flatMap(({ path, at }) => index.useOf(task.value.id.value, path, at) ?? []);
    return [{ task, cell, count, spelling, places }];
  });
}

/** What other pages say about an aspect of a task. */
interface Rival {
  readonly count: number;
  readonly spelling: string;
  /** Some of their rows, without the places: these change more often. `at`: among the rows of the task on the page. */
  readonly rows: readonly { readonly path: FilePath; readonly at: number }[];
}

/** The maximum number of rows of other pages. */
const MOST_PLACES = 5;

/** What other pages say about each aspect on which at least as many of them agree as on what the row says. */
type Rivals = ReadonlyMap<TaskAspect, Rival>;

function rivalsOf(task: TaskFact, uses: readonly TaskUse[]): Rivals {
  const rivals = new Map<TaskAspect, Rival>();
  for (const aspect of ASPECTS) {
    const meaning = aspect.meaningOf(task);
    if (meaning === undefined || uses.every((use) => aspect.agree(task, use.task.value))) continue;
    const rival = rivalOf(meaning, uses, aspect);
    if (rival !== undefined) rivals.set(aspect, rival);
  }
  return rivals.size === 0 ? NO_RIVALS : rivals;
}

const NO_RIVALS: Rivals = new Map();

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
  const others = [...(most?.values() ?? [])];
  if (others.length < own) return undefined;
  const rows = others.slice(0, MOST_PLACES).map(({ page, task }) => ({
    path: page.path,
    at: tasksById(page).get(task.value.id.value)?.indexOf(task) ?? 0,
  }));
  return { count: others.length, spelling: usualSpelling(others, aspect), rows };
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

/** A row that other pages disagree with. */
interface OpposedTask {
  readonly task: PlacedTask;
  readonly rivals: Rivals;
}

/** Computed once for all rules: a reader is used for one check of one page. */
const opposedTasks = memoized((index: IndexReader) =>
  memoized((summary: PageSummary): readonly OpposedTask[] => {
    if (!index.isBuilt(summary.path)) return [];
    const compared = comparedRows(summary, index);
    const usesOf = otherUses(summary, index);
    const opposed: OpposedTask[] = [];
    for (const task of summary.tasks) {
      const id = task.value.id.value;
      let row = compared.get(task.value);
      // A task may be on thousands of pages, and most keystrokes change none of them.
      if (row === undefined || !index.isTaskUnchanged(id, row.since)) {
        row = { since: index.revision, rivals: rivalsOf(task.value, usesOf(id)) };
        compared.set(task.value, row);
      } else row.since = index.revision;
      if (row.rivals.size > 0) opposed.push({ task, rivals: row.rivals });
    }
    return opposed;
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

/** What other pages said about the rows of a page, and the last index revision at which they still said it. */
type ComparedRows = WeakMap<TaskFact, { since: number; readonly rivals: Rivals }>;

/** The maximum number of pages that are edited at the same time. */
const MOST_KEPT = 16;
const keptPages = memoized((_: object) => new Map<string, ComparedRows>());

function comparedRows({ path, language, audience }: PageSummary, { owner }: IndexReader): ComparedRows {
  const pages = keptPages(owner);
  const key = [path, language, ...audience].join(' ');
  const rows: ComparedRows = pages.get(key) ?? new WeakMap();
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
