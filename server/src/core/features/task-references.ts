import { preferredFirst } from '../text/preferred-first.js';
import type { Language } from '../vocabulary/language.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { IndexReader } from '../workspace-index/index-reader.js';
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
  const reader = new IndexReader(index);
  const rows = reader
    .usesOf(id)
    .map(({ page, task }) => ({ page, start: task.start, id: task.value.id, kind: 'table' as const }));
  const mentions = reader
    .mentionsOf(id)
    .map(({ page, start, mention }) => ({ page, start, id: mention.id, kind: 'mention' as const }));
  const entries = reader
    .entriesOf(id)
    .flatMap(({ page, start, entry }) =>
      page === undefined ? [] : [{ page, start, id: entry.id, kind: 'entry' as const }],
    );
  return [...rows, ...mentions, ...entries]
    .map(({ page, start, id: located, kind }) => ({
      path: page.path,
      span: taskPlace(page, start, located, kind).span,
      kind,
      language: page.language,
    }))
    .sort(byPlace);
}

/** The same, with the places in the edition of the page `from` first. */
export function referencesFrom(index: WorkspaceIndex, id: string, from: FilePath): TaskReference[] {
  const reader = new IndexReader(index);
  return preferredFirst(referencesToTask(index, id), ({ path }) => reader.isSameEdition(path, from));
}
