import { defineMessages } from '../../../../server/src/messages/index';
import { inWorkspace, type Column } from './column';
import type { PlacedRow } from './placed-row';

const texts = defineMessages('preview/file', {
  title: { text: 'File', note: 'Header of a column with the paths of pages.' },
});

export const file: Column<'file'> = {
  id: 'file',
  title: texts.title,
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
