import type { CellPlace } from '../../shared/movement';
import type { Column } from '../columns';
import { isTaskColumn } from '../protocol/messages';
import type { KeyAction } from '../model/keys';
import type { Line } from '../model/lines';
import type { Anchor } from '../parts/anchored';
import type { Send } from '../host';
import type { Tasks } from '../model/tasks';
import { linksOf, type LinkPlace } from './row-menu';
import type { TaskGridProps } from './task-grid-props';
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
  props: TaskGridProps,
  editing: Editing,
  openMenu: (at: Anchor | null) => void,
): boolean {
  const { isEditable, readOnly, send } = props;
  if (readOnly !== null && !KEEPS_PAGE.has(action)) props.onAnnounce({ message: readOnly, isError: true });
  const row = target.line?.kind === 'row' ? target.line.row : undefined;
  switch (action) {
    case 'sort':
      if (target.column !== undefined && target.column.sortKey !== null) props.onSort(target.column.id);
      return true;
    case 'toggleGroup':
    case 'collapse':
    case 'expand':
      fold(action, target, props);
      return true;
    case 'show':
    case 'peek':
      reveal(target, action === 'show', props);
      return true;
    case 'menu':
      openMenu(null);
      return true;
    case 'openLink':
      openFirstLink(target, props);
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

function fold(action: 'toggleGroup' | 'collapse' | 'expand', { line }: GridTarget, { onFold }: TaskGridProps): void {
  if (line?.kind === 'group') onFold(line.key, action === 'toggleGroup' ? !line.isCollapsed : action === 'collapse');
}

function reveal({ line, column }: GridTarget, takesFocus: boolean, { tasks, send }: TaskGridProps): void {
  const row = line?.kind === 'row' ? tasks.sourceRow(line.row) : undefined;
  if (row !== undefined) send({ type: 'reveal', row, column: isTaskColumn(column?.id) ? column.id : null, takesFocus });
}

/** The link of the cell, or else of the row. */
function openFirstLink({ line, column }: GridTarget, { tasks, send }: TaskGridProps): void {
  if (line?.kind !== 'row') return;
  const links = linksOf(tasks, line.row);
  const link = links.find(({ place }) => place.column === column?.id) ?? links[0];
  if (link !== undefined) followLink(line.row, link.place, tasks, send);
}

export function followLink(row: number, place: LinkPlace, tasks: Tasks, send: Send): void {
  const source = tasks.sourceRow(row);
  if (source !== undefined) send({ type: 'openLink', row: source, ...place });
}
