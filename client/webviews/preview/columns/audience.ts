import { inWorkspace, noLabels, type Column } from './column';
import type { PlacedRow } from './placed-row';

export const audience: Column<'audience'> = {
  id: 'audience',
  isShown: inWorkspace,
  text: audienceOf,
  look: { kind: 'text' },
  width: { tight: 10, least: 10, most: 22, share: 0 },
  sortKey: audienceOf,
  isSearched: false,
  filter: { isShown: inWorkspace, values: ({ page }) => page?.audience ?? [], labels: noLabels },
  exported: null,
};

function audienceOf({ page }: PlacedRow): string {
  return page?.audience.join(', ') ?? '';
}
