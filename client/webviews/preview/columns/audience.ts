import { defineMessages } from '../../../../server/src/messages/index';
import { inWorkspace, NO_LABELS, type Column } from './column';
import type { PlacedRow } from './placed-row';

const texts = defineMessages('preview/audience', {
  title: { text: 'Audience', note: 'Header of a column: who the page is for, from its front matter.' },
});

export const audience: Column<'audience'> = {
  id: 'audience',
  title: texts.title,
  isShown: inWorkspace,
  text: audienceOf,
  look: { kind: 'text' },
  width: { tight: 10, least: 10, most: 22, share: 0 },
  sortKey: audienceOf,
  isSearched: false,
  filter: { isShown: inWorkspace, values: ({ page }) => page?.audience ?? [], labels: NO_LABELS },
  exported: null,
};

function audienceOf({ page }: PlacedRow): string {
  return page?.audience.join(', ') ?? '';
}
