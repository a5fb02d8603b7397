import { IndexReader, type TaskUse } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { byPlace, lineAround, type Place } from './places.js';
import { taskPlace } from './task-place.js';
import { smallest } from '../text/lists.js';

/**
 * Where the task is described: its entries in the catalogue. For a task that the catalogue does not have, the rows that
 * say most to a reader of the page `from`. Of a catalogue that was exported from elsewhere only the file is known: that
 * is better than nothing.
 */
export function definitionsOfTask(index: WorkspaceIndex, id: string, from: PageSummary): Place[] {
  const reader = new IndexReader(index);
  const entries = reader.entriesOf(id);
  const written = entries.flatMap(({ path, page, start }) =>
    page === undefined ? [] : [{ path, span: lineAround(page, start) }],
  );
  if (written.length > 0) return written.sort(byPlace);
  const rows = leadingRows(reader.usesOf(id), from).map(({ page, task }) => ({
    path: page.path,
    span: taskPlace(page, task.start, task.value.id, 'table').span,
  }));
  return rows.length > 0 ? rows.sort(byPlace) : entries.map(({ path }) => ({ path, span: { start: 0, end: 0 } }));
}

/** Of the rows of a task those to trust most: on English pages before translations, then on pages for the readers of `from`. */
export function leadingRows(uses: readonly TaskUse[], from: PageSummary): readonly TaskUse[] {
  const rankOf = ({ page: { language, audience } }: TaskUse): number =>
    (language === 'en' ? 0 : 2) + (String(audience) === String(from.audience) ? 0 : 1);
  const best = smallest(uses.map(rankOf));
  return uses.filter((use) => rankOf(use) === best);
}
