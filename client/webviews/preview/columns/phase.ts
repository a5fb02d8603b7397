import { defineMessages } from '../../../../server/src/messages/index';
import { always, inWorkspace, NO_LABELS, type Column } from './column';
import type { PlacedRow } from './placed-row';

const texts = defineMessages('preview/phase', {
  title: { text: 'Phase', note: 'Header of a column: the project phases of the page, such as Initiate.' },
});

export const phase: Column<'phase'> = {
  id: 'phase',
  title: texts.title,
  isShown: inWorkspace,
  text: phasesOf,
  look: { kind: 'text' },
  width: { tight: 10, least: 12, most: 28, share: 0 },
  sortKey: phasesOf,
  isSearched: false,
  filter: { isShown: always, values: ({ page }) => page?.phases ?? [], labels: NO_LABELS },
  exported: { name: 'Phase', isForInformation: true, cell: phasesOf },
};

function phasesOf({ page, labelOf }: PlacedRow): string {
  return page?.phases.map(labelOf).join(', ') ?? '';
}
