import type { IndexReader, TaskUse } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { Obligation } from '../vocabulary/vocabulary.js';
import { hasSameReaders, isOtherPage } from './disagreements.js';

/**
 * Whether a task is mandatory elsewhere: on most pages for the same readers, otherwise on the pages in other languages.
 * `undefined` if no page says so, or if they disagree.
 */
export function obligationElsewhere(id: string, summary: PageSummary, index: IndexReader): Obligation | undefined {
  const uses = index
    .usesOf(id, (page) => isOtherPage(page, summary, index))
    .filter(({ task }) => task.value.obligation !== undefined);
  if (uses.length === 0) return undefined;
  const counterparts = index.translationsOf(summary.path);
  const isCounterpart = ({ page }: TaskUse): boolean => counterparts.get(page.language)?.path === page.path;
  return (
    mostOf(uses.filter(({ page }) => hasSameReaders(page, summary))) ??
    mostOf(uses.filter((use) => use.page.language === 'en' && isCounterpart(use))) ??
    mostOf(uses.filter(isCounterpart)) ??
    mostOf(uses)
  );
}

/** What most rows say; `undefined` for a draw. */
function mostOf(uses: readonly TaskUse[]): Obligation | undefined {
  const mandatory = uses.filter(({ task }) => task.value.obligation === 'mandatory').length;
  const optional = uses.length - mandatory;
  return mandatory === optional ? undefined : mandatory > optional ? 'mandatory' : 'optional';
}
