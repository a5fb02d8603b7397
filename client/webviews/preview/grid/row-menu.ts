import type { PreviewTexts } from '../protocol/texts';
import type { ColumnName } from '../columns';
import type { KeyAction } from '../model/keys';
import { cellOf, isEditableCell } from '../model/places';
import type { Tasks } from '../model/tasks';
import { filled } from '../parts/filled';
import type { MenuItem } from '../parts/menu';
import { plainText } from '../parts/plain-pieces';

/** Part `part` of the cell in `column` is a link. */
export interface LinkPlace {
  readonly column: 'task-id' | 'task-name';
  readonly part: number;
}

interface RowMenuRequest {
  readonly tasks: Tasks;
  readonly row: number;
  readonly column: ColumnName | undefined;
  readonly isEditable: boolean;
  readonly texts: PreviewTexts;
  readonly act: (action: KeyAction) => void;
  readonly openLink: (place: LinkPlace) => void;
}

/** The actions for a row, with their keys. */
export function rowMenuItems({
  tasks,
  row,
  column,
  isEditable,
  texts: { actions },
  act,
  openLink,
}: RowMenuRequest): readonly MenuItem[] {
  const links = linksOf(tasks, row).map(({ place, text }, index): MenuItem => ({
    label: filled(actions.openLink, plainText(text, 60)),
    icon: 'link',
    ...(index === 0 && { note: `${COMMAND}Enter` }),
    run: () => openLink(place),
  }));
  const show: MenuItem = { label: actions.show, note: 'Enter', run: () => act('show') };
  if (!isEditable) return [show, ...links];
  return [
    show,
    ...links,
    { title: '' },
    { label: actions.edit, note: 'F2', isDisabled: !isEditableCell(tasks, row, column), run: () => act('edit') },
    { label: actions.toggle, isDisabled: tasks.row(row)?.obligation == null, run: () => act('toggleMandatory') },
    { title: '' },
    { label: actions.insert, note: `${COMMAND}${SHIFT}Enter`, run: () => act('insertRow') },
    { label: actions.moveUp, note: `${ALT}↑`, run: () => act('moveRowUp') },
    { label: actions.moveDown, note: `${ALT}↓`, run: () => act('moveRowDown') },
    { label: actions.delete, note: 'Delete', run: () => act('deleteRow') },
  ];
}

const isMac = /^Mac/.test(navigator.platform);
const COMMAND = isMac ? '⌘' : 'Ctrl+';
const SHIFT = isMac ? '⇧' : 'Shift+';
const ALT = isMac ? '⌥' : 'Alt+';

/** The links of a row. Those of the cell itself come first. */
export function linksOf(tasks: Tasks, row: number): readonly { readonly place: LinkPlace; readonly text: string }[] {
  return LINKED.flatMap((column) =>
    (cellOf(tasks, row, column)?.parts ?? []).flatMap(({ text, href }, part) =>
      href === undefined ? [] : [{ place: { column, part }, text }],
    ),
  ).slice(0, 8);
}

const LINKED = ['task-name', 'task-id'] as const;
