import type { CellPlace } from '../../shared/movement';
import type { Column } from '../columns';
import type { Focused, Press } from '../model/keys';
import type { Line } from '../model/lines';
import type { LinkPlace } from './row-menu';

export interface ClickedPlace {
  readonly place: CellPlace;
  readonly link: LinkPlace | undefined;
  /** The button that opens the row's menu. */
  readonly isMenu: boolean;
}

/** The clicked cell; `undefined` if the click was outside all cells. */
export function clickedPlace({ target }: MouseEvent): ClickedPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const line = cell?.closest<HTMLElement>('[data-line]');
  if (!(target instanceof Element) || !cell || !line) return undefined;
  return {
    place: { row: Number(line.dataset['line']), column: Number(cell.dataset['column']) },
    link: clickedLink(target.closest<HTMLElement>('[data-link]')),
    isMenu: target.closest('[data-menu]') !== null,
  };
}

export function pressOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Press {
  return { key, isCommand: ctrlKey || metaKey, isShift: shiftKey, isAlt: altKey };
}

export function focusedPlace({ row, column }: CellPlace, lines: readonly Line[], columns: readonly Column[]): Focused {
  if (row === -1) return 'header';
  if (lines[row]?.kind === 'group') return 'group';
  const name = columns[column]?.id;
  return name === 'mo' || name === 'actions' ? name : 'cell';
}

function clickedLink(link: HTMLElement | null): LinkPlace | undefined {
  const column = link?.dataset['columnName'];
  return column === 'task-id' || column === 'task-name' ? { column, part: Number(link?.dataset['link']) } : undefined;
}
