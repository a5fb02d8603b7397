import { comparisonsOf, type SharedAspect } from '../comparison/translations.js';
import { LANGUAGE_NAMES } from '../vocabulary/language.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { IndexReader } from '../workspace-index/index-reader.js';
import type { Obligation } from '../vocabulary/vocabulary.js';
import type { PageSummary, PlacedTask } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { shownText } from './cell-parts.js';
import { shownTask } from './summary-tasks.js';

/** The tasks of a page in all its languages. */
export interface TaskVersions {
  /** English first, then by name; the page itself is one of them. */
  readonly pages: readonly PageSummary[];
  /** In the order of the first page, followed by tasks that only other pages have. */
  readonly tasks: readonly VersionedTask[];
}

/** A task. If a page has it several times, each occurrence is an entry. */
export interface VersionedTask {
  readonly id: string;
  /** One entry per page: `undefined` if it lacks the task. */
  readonly versions: readonly (TaskVersion | undefined)[];
}

export interface TaskVersion {
  /** The offset of the row. */
  readonly start: number;
  /** The cells of the row can't be told apart, so only its ID is known, and sometimes its name. */
  readonly isBroken: boolean;
  readonly name: string;
  readonly letter: string;
  readonly obligation: Obligation | undefined;
  readonly role: string;
  readonly services: string;
  /** The differences from the English page that rules report; empty for the English page. */
  readonly differs: readonly SharedAspect[];
}

/** `undefined` for a page that isn't in the index. */
export function taskVersions(index: WorkspaceIndex, path: FilePath): TaskVersions | undefined {
  const own = index.pages.get(path);
  if (own === undefined) return undefined;
  const reader = new IndexReader(index);
  const pages = pagesWith(own, reader);
  const differing = differencesIn(pages, reader);
  const tasks = new Map<string, { readonly id: string; readonly versions: (TaskVersion | undefined)[] }>();
  for (const [at, page] of pages.entries()) {
    const counts = new Map<string, number>();
    for (const task of page.tasks) {
      const id = task.value.id.value;
      const count = counts.get(id) ?? 0;
      counts.set(id, count + 1);
      const known = tasks.get(`${id} ${count}`) ?? { id, versions: pages.map(() => undefined) };
      known.versions[at] = versionOf(task, page, differing.get(task) ?? []);
      tasks.set(`${id} ${count}`, known);
    }
  }
  return { pages, tasks: [...tasks.values()] };
}

/** The page represents its language, even if another page matches better. */
function pagesWith(own: PageSummary, reader: IndexReader): readonly PageSummary[] {
  const others = [...reader.translationsOf(own.path).values()].filter(({ language }) => language !== own.language);
  return [...others, own].sort(byLanguage);
}

function byLanguage(a: PageSummary, b: PageSummary): number {
  if (a.language === 'en' || b.language === 'en') return a.language === 'en' ? -1 : 1;
  return LANGUAGE_NAMES[a.language] < LANGUAGE_NAMES[b.language] ? -1 : 1;
}

/** The findings of the translation rules, by the row of the translation. */
function differencesIn(
  pages: readonly PageSummary[],
  reader: IndexReader,
): ReadonlyMap<PlacedTask, readonly SharedAspect[]> {
  const byTask = new Map<PlacedTask, SharedAspect[]>();
  for (const page of pages) {
    if (page.language === 'en') continue;
    for (const { differences } of comparisonsOf(page, reader)) {
      for (const { aspect, translated } of differences)
        byTask.set(translated, [...(byTask.get(translated) ?? []), aspect]);
    }
  }
  return byTask;
}

function versionOf(task: PlacedTask, page: PageSummary, differs: readonly SharedAspect[]): TaskVersion {
  const { name, mo, role, services, obligation } = shownTask(task, page);
  const text = (cell: typeof name): string => (cell === undefined ? '' : shownText(cell.parts, cell.source));
  return {
    start: task.start,
    isBroken: isBroken(task),
    name: task.value.nameInBrokenRow ?? text(name),
    letter: text(mo),
    obligation,
    role: text(role),
    services: text(services),
    differs,
  };
}

function isBroken({ value: { name, letter, role, services } }: PlacedTask): boolean {
  return [name, letter, role, services].every((fact) => fact === undefined);
}
