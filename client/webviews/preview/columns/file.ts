import { inWorkspace, type Column } from './column';
import type { PlacedRow } from './placed-row';

export const file: Column<'file'> = {
  id: 'file',
  isShown: inWorkspace,
  text: fileOf,
  look: { kind: 'path' },
  width: { tight: 16, least: 20, most: 56, share: 0 },
  sortKey: fileOf,
  isSearched: true,
  filter: null,
  exported: { name: 'File', isForInformation: false, cell: fileOf },
};

function fileOf({ page }: PlacedRow): string {
  return page?.file ?? '';
}
