import type { FromPreview, PreviewFormat } from '../protocol/messages';
import type { ToolbarTexts } from '../protocol/texts';
import type { Send } from '../host';
import { Icon } from '../parts/icon';
import type { MenuItem } from '../parts/menu';
import { MenuButton } from '../parts/menu-button';

interface ExportMenuProps {
  readonly texts: ToolbarTexts;
  readonly isDisabled: boolean;
  /** `null`: nothing is filtered or sorted, so only all tasks can be exported. */
  readonly shownRows: (() => readonly number[]) | null;
  readonly send: Send;
}

/** Exports the shown tasks, or all tasks, to a file or to the clipboard. */
export function ExportMenu({ texts, isDisabled, shownRows, send }: ExportMenuProps) {
  const itemsOf = (): readonly MenuItem[] => [
    ...(shownRows === null
      ? []
      : [
          ...group(texts.exportShown, FILES, 'file', shownRows),
          ...group(texts.copyShown, CELLS, 'clipboard', shownRows),
        ]),
    ...group(texts.exportAll, FILES, 'file', () => null),
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
