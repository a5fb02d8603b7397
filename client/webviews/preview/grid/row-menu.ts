import { defineTexts } from '../../shared/texts';
import type { ColumnName } from '../columns';
import type { KeyAction } from '../model/keys';
import { cellOf, isEditableCell } from '../model/places';
import type { Tasks } from '../model/tasks';
import type { MenuItem } from '../parts/menu';
import { plainText } from '../parts/plain-pieces';

const texts = defineTexts('preview/row-menu', {
  label: { text: 'Row actions', note: 'Label of a menu and of the button that opens it. A noun.' },
  show: 'Show in the editor',
  openLink: { text: 'Open link: {link}', note: '{link} is the displayed text of a link.' },
  edit: 'Edit the cell',
  toggle: {
    text: 'Toggle mandatory/optional',
    note: 'Makes a mandatory task optional, and an optional one mandatory.',
  },
  insert: 'Add a row below',
  moveUp: { text: 'Move up', note: 'Moves a row one line up.' },
  moveDown: { text: 'Move down', note: 'Moves a row one line down.' },
  delete: 'Delete the row',
  ctrl: { text: 'Ctrl', note: 'A key, as it is named on keyboards.' },
  shift: { text: 'Shift', note: 'A key, as it is named on keyboards.' },
  alt: { text: 'Alt', note: 'A key, as it is named on keyboards.' },
  enter: { text: 'Enter', note: 'A key, as it is named on keyboards.' },
  deleteKey: { text: 'Delete', note: 'A key, as it is named on keyboards.' },
});

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
  readonly act: (action: KeyAction) => void;
  readonly openLink: (place: LinkPlace) => void;
}

/** The label of the menu and of its button. */
export const ROW_MENU: string = texts.label;

/** The actions for a row, with their keys. */
export function rowMenuItems({ tasks, row, column, isEditable, act, openLink }: RowMenuRequest): readonly MenuItem[] {
  const links = linksOf(tasks, row).map(({ place, text }, index): MenuItem => ({
    label: texts.openLink({ link: plainText(text, 60) }),
    icon: 'link',
    ...(index === 0 && { note: `${COMMAND}${texts.enter}` }),
    run: () => openLink(place),
  }));
  const show: MenuItem = { label: texts.show, note: texts.enter, run: () => act('show') };
  if (!isEditable) return [show, ...links];
  return [
    show,
    ...links,
    { title: '' },
    { label: texts.edit, note: 'F2', isDisabled: !isEditableCell(tasks, row, column), run: () => act('edit') },
    { label: texts.toggle, isDisabled: tasks.row(row)?.obligation == null, run: () => act('toggleMandatory') },
    { title: '' },
    { label: texts.insert, note: `${COMMAND}${SHIFT}${texts.enter}`, run: () => act('insertRow') },
    { label: texts.moveUp, note: `${ALT}↑`, run: () => act('moveRowUp') },
    { label: texts.moveDown, note: `${ALT}↓`, run: () => act('moveRowDown') },
    { label: texts.delete, note: texts.deleteKey, run: () => act('deleteRow') },
  ];
}

const isMac = /^Mac/.test(navigator.platform);
const COMMAND = isMac ? '⌘' : `${texts.ctrl}+`;
const SHIFT = isMac ? '⇧' : `${texts.shift}+`;
const ALT = isMac ? '⌥' : `${texts.alt}+`;

/** The links of a row. Those of the cell itself come first. */
export function linksOf(tasks: Tasks, row: number): readonly { readonly place: LinkPlace; readonly text: string }[] {
  return LINKED.flatMap((column) =>
    (cellOf(tasks, row, column)?.parts ?? []).flatMap(({ text, href }, part) =>
      href === undefined ? [] : [{ place: { column, part }, text }],
    ),
  ).slice(0, 8);
}

const LINKED = ['task-name', 'task-id'] as const;
