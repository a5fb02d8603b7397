import { preferredFirst } from '../text/preferred-first.js';
import type { Language } from '../vocabulary/language.js';
import { entriesById, mentionsById, tasksById } from '../workspace-index/facts-by-id.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { byPlace, type Place } from './places.js';
import { taskPlace, type TaskPlaceKind } from './task-place.js';

/** A place that names a task. */
export interface TaskReference extends Place {
  readonly kind: TaskPlaceKind;
  /** The path of the page. */
  readonly language: Language;
}

/**
 * Every place that names the task, in all languages and editions, by file and from top to bottom: the rows of task
 * tables, text, refresh logs, and the entries of the catalogue. Entries of an exported catalogue are on no page.
 */
export function referencesToTask(index: WorkspaceIndex, id: string): TaskReference[] {
  return [...pagesWithReferences(new IndexReader(index), id)].flatMap((page) => referencesOn(page, id)).sort(byPlace);
}

/** The pages that name the task, in no particular order. */
export function pagesWithReferences(reader: IndexReader, id: string): ReadonlySet<PageSummary> {
  return new Set([...reader.pagesNaming(id), ...reader.entriesOf(id).flatMap(({ page }) => page ?? [])]);
}

/** The places on one page. */
export function referencesOn(page: PageSummary, id: string): TaskReference[] {
  const found = [
    [tasksById(page), 'table'],
    [mentionsById(page), 'mention'],
    [entriesById(page), 'entry'],
  ] as const;
  return found
    .flatMap(([facts, kind]) =>
      (facts.get(id) ?? []).map(({ start, value }) => ({
        path: page.path,
        span: taskPlace(page, start, value.id, kind).span,
        kind,
        language: page.language,
      })),
    )
    .sort(byPlace);
}

/** The same, with the places in the edition of the page `from` first. */
export function referencesFrom(index: WorkspaceIndex, id: string, from: FilePath): TaskReference[] {
  const reader = new IndexReader(index);
  return preferredFirst(referencesToTask(index, id), ({ path }) => reader.isSameEdition(path, from));
}
