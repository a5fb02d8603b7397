import { inWorkspace, noLabels, type Column } from './column';
import type { PlacedRow } from './placed-row';

/** The language of the page. */
export const language: Column<'language'> = {
  id: 'language',
  isShown: inWorkspace,
  text: languageOf,
  look: { kind: 'text' },
  width: { tight: 10, least: 10, most: 22, share: 0 },
  sortKey: languageOf,
  isSearched: false,
  filter: {
    isShown: inWorkspace,
    values: ({ page }) => (page === undefined ? [] : [page.languageName]),
    labels: noLabels,
  },
  exported: { name: 'Language', isForInformation: true, cell: languageOf },
};

function languageOf({ page }: PlacedRow): string {
  return page?.languageName ?? '';
}
