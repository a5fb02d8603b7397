import { defineTexts } from '../../shared/texts';
import type { FromPreview, PreviewFormat } from '../protocol/messages';
import type { Send } from '../host';
import { Icon } from '../parts/icon';
import type { MenuItem } from '../parts/menu';
import { MenuButton } from '../parts/menu-button';

const texts = defineTexts('preview/export-menu', {
  export: { text: 'Export', note: 'A button that opens a menu. A verb.' },
  saveShown: { text: 'Save shown tasks as', note: 'Title of a list of file formats.' },
  copyShown: { text: 'Copy shown tasks as', note: 'Title of a list of formats.' },
  saveAll: { text: 'Save all tasks as', note: 'Title of a list of file formats.' },
  copyAll: { text: 'Copy all tasks as', note: 'Title of a list of formats.' },
  csv: { text: 'CSV', note: 'A format in a menu.' },
  tsv: { text: 'Excel cells', note: 'A format in a menu: cells to paste into Excel.' },
  xlsx: { text: 'Excel (.xlsx)', note: 'A format in a menu.' },
  json: { text: 'JSON', note: 'A format in a menu.' },
  markdown: { text: 'Markdown', note: 'A format in a menu.' },
});

interface ExportMenuProps {
  readonly isDisabled: boolean;
  /** `null`: nothing is filtered or sorted, so only all tasks can be exported. */
  readonly shownRows: (() => readonly number[]) | null;
  readonly send: Send;
}

/** Exports the shown tasks, or all tasks, to a file or to the clipboard. */
export function ExportMenu({ isDisabled, shownRows, send }: ExportMenuProps) {
  const itemsOf = (): readonly MenuItem[] => [
    ...(shownRows === null
      ? []
      : [
          ...group(texts.saveShown, FILES, 'file', shownRows),
          ...group(texts.copyShown, CELLS, 'clipboard', shownRows),
        ]),
    ...group(texts.saveAll, FILES, 'file', () => null),
    ...group(texts.copyAll, CELLS, 'clipboard', () => null),
  ];
  const group = (
    title: string,
    formats: readonly PreviewFormat[],
    target: Export['target'],
    rows: () => Export['rows'],
  ): readonly MenuItem[] => [
    { title },
    ...formats.map((format) => ({
      label: texts[format],
      run: () => send({ type: 'export', format, target, rows: rows() }),
    })),
  ];
  return (
    <MenuButton label={texts.export} itemsOf={itemsOf} isDisabled={isDisabled}>
      <Icon name="export" />
    </MenuButton>
  );
}

type Export = Extract<FromPreview, { readonly type: 'export' }>;

const FILES: readonly PreviewFormat[] = ['csv', 'xlsx', 'json', 'markdown'];
const CELLS: readonly PreviewFormat[] = ['tsv', 'csv', 'json', 'markdown'];
