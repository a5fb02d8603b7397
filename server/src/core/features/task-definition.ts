import { IndexReader, type TaskUse } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { byPlace, lineAround, type Place } from './places.js';
import { taskPlace } from './task-place.js';
import { smallest } from '../text/lists.js';

/**
 * Where the task is described, in the edition of the page `from` if possible: its entries in the catalogue. For a task
 * without an entry, the rows that are most useful to a reader of that page. For an exported catalogue, only the file is known.
 */
export function definitionsOfTask(index: WorkspaceIndex, id: string, from: PageSummary): Place[] {
  const reader = new IndexReader(index);
  const entries = reader.entriesFor(id, from.path);
  const written = entries.flatMap(({ path, page, start }) =>
    page === undefined ? [] : [{ path, span: lineAround(page, start) }],
  );
  if (written.length > 0) return written.sort(byPlace);
  const uses = reader.usesOf(id);
  const own = uses.filter(({ page }) => reader.isSameEdition(page.path, from.path));
  const rows = leadingRows(own.length > 0 ? own : uses, from).map(({ page, task }) => ({
    path: page.path,
    span: taskPlace(page, task.start, task.value.id, 'table').span,
  }));
  return rows.length > 0 ? rows.sort(byPlace) : entries.map(({ path }) => ({ path, span: { start: 0, end: 0 } }));
}

/** The most reliable rows of a task: on English pages before translations, then on pages for the audience of `from`. */
function leadingRows(uses: readonly TaskUse[], from: PageSummary): readonly TaskUse[] {
  const rankOf = ({ page: { language, audience } }: TaskUse): number =>
    (language === 'en' ? 0 : 2) + (String(audience) === String(from.audience) ? 0 : 1);
  const best = smallest(uses.map(rankOf));
  return uses.filter((use) => rankOf(use) === best);
}
