import { comparisonsOf } from '../comparison/translations.js';
import { disagreementsOf } from '../comparison/disagreements.js';
import { TASK_ASPECTS, withoutLinks } from '../comparison/task-aspects.js';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../vocabulary/language.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { LIVE } from '../workspace-index/folder-editions.js';
import { tasksById } from '../workspace-index/facts-by-id.js';
import { IndexReader } from '../workspace-index/index-reader.js';
import type { Obligation } from '../vocabulary/vocabulary.js';
import type { PageSummary, PlacedTask, TermsFact } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { appendAll } from '../text/lists.js';
import { preferredFirst } from '../text/preferred-first.js';
import { naturalOrder } from '../text/natural-order.js';

/** Every task of a workspace, as plain data. Only pages that docfx builds count. */
export interface TaskReport {
  /** By ID, and by edition: pages of another generation may say something else on purpose. */
  readonly tasks: readonly ReportedTask[];
  /** The languages of the task tables. */
  readonly languages: readonly Language[];
  /** Whether the tasks are in more than one edition. */
  readonly hasEditions: boolean;
}

/** One task: the contents of the catalogue and of all pages in an edition. */
export interface ReportedTask {
  readonly id: string;
  /** Empty for a task that is only in the catalogue. */
  readonly edition: string;
  /** `undefined` for a task that isn't in the catalogue. */
  readonly catalogue:
    { readonly name: string; readonly isRetired: boolean; readonly location: string | undefined } | undefined;
  /** The most frequent name per language. */
  readonly names: Readonly<Partial<Record<Language, string>>>;
  /** More than one if the pages differ; the same applies to roles and services. */
  readonly obligations: readonly Obligation[];
  /** As on English pages, if there are any. */
  readonly roles: readonly string[];
  readonly services: readonly string[];
  readonly audiences: readonly string[];
  /** The pages with the task in a table. */
  readonly pages: Readonly<Partial<Record<Language, readonly FilePath[]>>>;
  /**
   * The findings of the rules about other pages and translations: `services`, `role in German`, `missing in Chinese`.
   */
  readonly differences: readonly string[];
}

/** Collects everything about each task in the catalogue or on a page. */
export function taskReport(index: WorkspaceIndex): TaskReport {
  const reader = new IndexReader(index);
  const pages = [...index.pages.values()]
    .filter(({ isPlaybook, path }) => isPlaybook && reader.isBuilt(path))
    .sort((a, b) => naturalOrder(a.path, b.path));
  const uses = usesById(pages);
  const differences = differencesById(pages, reader);
  const ids = [...new Set([...uses.keys(), ...index.pagesWithEntry.keys()])].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  const tasks = ids.flatMap((id) =>
    editionsOf(uses.get(id) ?? [], reader).map(([edition, own]) =>
      reportOf({ id, edition }, own, differences.get(`${id} ${edition}`) ?? new Set(), reader),
    ),
  );
  return {
    tasks,
    hasEditions: new Set(tasks.map(({ edition }) => edition).filter((edition) => edition !== '')).size > 1,
    languages: LANGUAGES.filter((language) =>
      pages.some((page) => page.language === language && page.tasks.length > 0),
    ),
  };
}

interface Use {
  readonly page: PageSummary;
  readonly task: PlacedTask;
}

function usesById(pages: readonly PageSummary[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const page of pages) {
    for (const [id, tasks] of tasksById(page)) {
      const known = uses.get(id);
      const own = tasks.map((task) => ({ page, task }));
      if (known === undefined) uses.set(id, own);
      else appendAll(known, own);
    }
  }
  return uses;
}

/** The uses by edition, the live pages first. */
function editionsOf(uses: readonly Use[], reader: IndexReader): readonly (readonly [string, readonly Use[]])[] {
  if (uses.length === 0) return [['', uses]];
  const byEdition = new Map<string, Use[]>();
  for (const use of uses) {
    const edition = reader.editionOf(use.page.path);
    byEdition.set(edition, [...(byEdition.get(edition) ?? []), use]);
  }
  const isLive = ([edition]: readonly [string, readonly Use[]]): boolean => edition === LIVE;
  return preferredFirst([...byEdition].sort(([a], [b]) => (a < b ? -1 : 1)), isLive);
}

/** By ID and edition. */
function differencesById(pages: readonly PageSummary[], reader: IndexReader): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map<string, Set<string>>();
  for (const page of pages) {
    const edition = reader.editionOf(page.path);
    const add = ({ value: { id } }: PlacedTask, what: string): void => {
      const key = `${id.value} ${edition}`;
      const known = byId.get(key);
      if (known === undefined) byId.set(key, new Set([what]));
      else known.add(what);
    };
    for (const [name, aspect] of Object.entries(TASK_ASPECTS))
      for (const { task } of disagreementsOf(page, reader, aspect)) add(task, ASPECT_NAMES[name] ?? name);
    if (page.language === 'en') continue;
    const language = LANGUAGE_NAMES[page.language];
    for (const { missing, extra, differences } of comparisonsOf(page, reader)) {
      for (const task of missing) add(task, `missing in ${language}`);
      for (const task of extra) add(task, `only in ${language}`);
      for (const { aspect, english } of differences) add(english, `${ASPECT_NAMES[aspect] ?? aspect} in ${language}`);
    }
  }
  return byId;
}

const ASPECT_NAMES: Readonly<Record<string, string>> = { mo: 'letter' };

function reportOf(
  { id, edition }: Pick<ReportedTask, 'id' | 'edition'>,
  uses: readonly Use[],
  differences: ReadonlySet<string>,
  reader: IndexReader,
): ReportedTask {
  const [page] = uses;
  const entries = page === undefined ? reader.entriesOf(id) : reader.entriesFor(id, page.page.path);
  const [entry] = entries.map((use) => use.entry);
  return {
    id,
    edition,
    catalogue:
      entry === undefined ? undefined : { name: entry.name, isRetired: entry.isRetired, location: entry.location },
    names: byLanguage(uses, (own) => mostOften(own.map(({ task }) => withoutLinks(task.value.name?.value ?? '')))),
    obligations: [...new Set(uses.flatMap(({ task }) => task.value.obligation ?? []))].sort(),
    roles: wordsOf(uses, ({ task }) => task.value.role),
    services: wordsOf(uses, ({ task }) => task.value.services),
    audiences: [...new Set(uses.flatMap(({ page }) => page.audience))].sort(),
    pages: byLanguage(uses, (own) => [...new Set(own.map(({ page }) => page.path))]),
    differences: [...differences].sort(),
  };
}

function byLanguage<Value>(
  uses: readonly Use[],
  find: (own: readonly Use[]) => Value,
): Partial<Record<Language, Value>> {
  const found: Partial<Record<Language, Value>> = {};
  for (const language of LANGUAGES) {
    const own = uses.filter(({ page }) => page.language === language);
    if (own.length > 0) found[language] = find(own);
  }
  return found;
}

/**
 * The meanings of the cells, without duplicates, in the most frequent words of the first language that has each:
 * English, if possible.
 */
function wordsOf(uses: readonly Use[], factOf: (use: Use) => TermsFact | undefined): string[] {
  const byMeaning = new Map<string, { readonly language: Language; readonly spellings: string[] }>();
  const ordered = [...uses].sort((a, b) => LANGUAGES.indexOf(a.page.language) - LANGUAGES.indexOf(b.page.language));
  for (const use of ordered) {
    const fact = factOf(use);
    const meaning = fact?.ids?.join(' ') ?? fact?.value ?? '';
    if (fact === undefined || meaning === '') continue;
    const known = byMeaning.get(meaning);
    if (known === undefined) byMeaning.set(meaning, { language: use.page.language, spellings: [fact.value] });
    else if (known.language === use.page.language) known.spellings.push(fact.value);
  }
  return [...byMeaning.values()].map(({ spellings }) => mostOften(spellings));
}

function mostOften(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0];
}
