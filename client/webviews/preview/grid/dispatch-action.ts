import type { CellPlace } from '../../shared/movement';
import { nextSorting } from '../../shared/sorting';
import type { Column } from '../columns';
import { isTaskColumn } from '../protocol/messages';
import type { KeyAction } from '../model/keys';
import type { Line } from '../model/lines';
import type { Anchor } from '../parts/anchored';
import type { Send } from '../host';
import type { Tasks } from '../model/tasks';
import { linksOf, type LinkPlace } from './row-menu';
import type { ShownGrid } from './shown-grid';
import type { Editing } from './use-editing';

/** The cell that an action is for. */
export interface GridTarget {
  readonly place: CellPlace;
  /** `undefined` in the header. */
  readonly line: Line | undefined;
  readonly column: Column | undefined;
}

/** Performs the requested action. `false`: it doesn't apply here, and something else can handle the key. */
export function dispatchAction(
  action: KeyAction,
  target: GridTarget,
  typed: string,
  shown: ShownGrid,
  editing: Editing,
  openMenu: (at: Anchor | null) => void,
): boolean {
  const { message, dispatch, send } = shown;
  const { isEditable, readOnly } = message;
  if (readOnly !== null && !KEEPS_PAGE.has(action))
    dispatch({ type: 'announce', announcement: { message: readOnly, isError: true } });
  const row = target.line?.kind === 'row' ? target.line.row : undefined;
  switch (action) {
    case 'sort':
      sort(target, shown);
      return true;
    case 'toggleGroup':
    case 'collapse':
    case 'expand':
      fold(action, target, shown);
      return true;
    case 'show':
    case 'peek':
      reveal(target, action === 'show', shown);
      return true;
    case 'menu':
      openMenu(null);
      return true;
    case 'openLink':
      openFirstLink(target, shown);
      return true;
    case 'edit':
      return editing.start(target.place, { typed: '', replaces: false });
    case 'type':
      return editing.start(target.place, { typed, replaces: true });
    case 'undo':
    case 'redo':
      if (isEditable) send({ type: action });
      return isEditable;
    default:
      if (isEditable && row !== undefined) editing.make(row, { command: action });
      return isEditable;
  }
}

/** Actions that don't change the page. */
const KEEPS_PAGE: ReadonlySet<KeyAction> = new Set<KeyAction>([
  'sort',
  'toggleGroup',
  'collapse',
  'expand',
  'show',
  'peek',
  'menu',
  'openLink',
]);

function sort({ column }: GridTarget, { state, dispatch }: ShownGrid): void {
  if (column === undefined || column.sortKey === null) return;
  dispatch({ type: 'look', change: { sorting: nextSorting(state.look.sorting, column.id) } });
}

function fold(
  action: 'toggleGroup' | 'collapse' | 'expand',
  { line }: GridTarget,
  { state, dispatch }: ShownGrid,
): void {
  if (line?.kind !== 'group') return;
  const others = state.look.collapsed.filter((key) => key !== line.key);
  const isCollapsed = action === 'toggleGroup' ? !line.isCollapsed : action === 'collapse';
  dispatch({ type: 'look', change: { collapsed: isCollapsed ? [...others, line.key] : others } });
}

function reveal({ line, column }: GridTarget, takesFocus: boolean, { tasks, send }: ShownGrid): void {
  const row = line?.kind === 'row' ? tasks.sourceRow(line.row) : undefined;
  if (row !== undefined) send({ type: 'reveal', row, column: isTaskColumn(column?.id) ? column.id : null, takesFocus });
}

/** The link of the cell, or else of the row. */
function openFirstLink({ line, column }: GridTarget, { tasks, send }: ShownGrid): void {
  if (line?.kind !== 'row') return;
  const links = linksOf(tasks, line.row);
  const link = links.find(({ place }) => place.column === column?.id) ?? links[0];
  if (link !== undefined) followLink(line.row, link.place, tasks, send);
}

export function followLink(row: number, place: LinkPlace, tasks: Tasks, send: Send): void {
  const source = tasks.sourceRow(row);
  if (source !== undefined) send({ type: 'openLink', row: source, ...place });
}
