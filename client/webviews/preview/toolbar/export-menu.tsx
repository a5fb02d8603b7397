import { defineTexts } from '../../shared/texts';
import type { FromPreview, PreviewFormat } from '../protocol/messages';
import { usePanel } from '../panel';
import { Icon } from '../parts/icon';
import type { MenuItem } from '../parts/menu';
import { MenuButton } from '../parts/menu-button';
import type { ShownTasks } from '../shown-tasks';

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
  readonly shown: ShownTasks | null;
  /** Whether tasks can be filtered and sorted in the view; otherwise, only all tasks can be exported. */
  readonly isGrid: boolean;
}

/** Exports the shown tasks, or all tasks, to a file or to the clipboard. */
export function ExportMenu({ shown, isGrid }: ExportMenuProps) {
  const { send } = usePanel();
  const hasTasks = shown !== null && shown.message.preview.rows.length > 0;
  const shownRows = (): Export['rows'] => shown?.rows.flatMap((row) => shown.tasks.sourceRow(row) ?? []) ?? [];
  const itemsOf = (): readonly MenuItem[] => [
    ...(isGrid
      ? [...group(texts.saveShown, FILES, 'file', shownRows), ...group(texts.copyShown, CELLS, 'clipboard', shownRows)]
      : []),
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
    <MenuButton label={texts.export} itemsOf={itemsOf} isDisabled={!hasTasks}>
      <Icon name="export" />
    </MenuButton>
  );
}

type Export = Extract<FromPreview, { readonly type: 'export' }>;

const FILES: readonly PreviewFormat[] = ['csv', 'xlsx', 'json', 'markdown'];
const CELLS: readonly PreviewFormat[] = ['tsv', 'csv', 'json', 'markdown'];
