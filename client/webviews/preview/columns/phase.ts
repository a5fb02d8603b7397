import { always, inWorkspace, noLabels, type Column } from './column';
import type { PlacedRow } from './placed-row';

export const phase: Column<'phase'> = {
  id: 'phase',
  isShown: inWorkspace,
  text: phasesOf,
  look: { kind: 'text' },
  width: { tight: 10, least: 12, most: 28, share: 0 },
  sortKey: phasesOf,
  isSearched: false,
  filter: { isShown: always, values: ({ page }) => page?.phases ?? [], labels: noLabels },
  exported: { name: 'Phase', isForInformation: true, cell: phasesOf },
};

function phasesOf({ page, labelOf }: PlacedRow): string {
  return page?.phases.map(labelOf).join(', ') ?? '';
}
