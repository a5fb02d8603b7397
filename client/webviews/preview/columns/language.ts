import { defineMessages } from '../../../../server/src/messages/index';
import { inWorkspace, NO_LABELS, type Column } from './column';
import type { PlacedRow } from './placed-row';

const texts = defineMessages('preview/language', {
  title: { text: 'Language', note: 'Header of a column: the language of the page.' },
});

/** The language of the page. */
export const language: Column<'language'> = {
  id: 'language',
  title: texts.title,
  isShown: inWorkspace,
  text: languageOf,
  look: { kind: 'text' },
  width: { tight: 10, least: 10, most: 22, share: 0 },
  sortKey: languageOf,
  isSearched: false,
  filter: {
    isShown: inWorkspace,
    values: ({ page }) => (page === undefined ? [] : [page.languageName]),
    labels: NO_LABELS,
  },
  exported: { name: 'Language', isForInformation: true, cell: languageOf },
};

function languageOf({ page }: PlacedRow): string {
  return page?.languageName ?? '';
}
