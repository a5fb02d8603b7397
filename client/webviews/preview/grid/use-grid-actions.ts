import { useState } from 'preact/hooks';
import { actionOf, type KeyAction } from '../model/keys';
import { kindOf, movedOver } from '../model/places';
import type { Anchor } from '../parts/anchored';
import type { MenuItem } from '../parts/menu';
import { clickedPlace, focusedPlace, pressOf } from './grid-events';
import { followLink, dispatchAction, type GridTarget } from './dispatch-action';
import { rowMenuItems } from './row-menu';
import type { ShownGrid } from './shown-grid';
import type { ActiveCell } from './use-active';
import { useEditing, type OpenEditor } from './use-editing';

export interface GridActions {
  readonly editor: OpenEditor | null;
  readonly menu: { readonly items: readonly MenuItem[]; readonly at: Anchor | null } | null;
  readonly closeMenu: (isDone: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

/** Handles the author's actions in the grid. `page`: how many rows fit. */
export function useGridActions(shown: ShownGrid, active: ActiveCell, page: number): GridActions {
  const { state, message, tasks, lines, columns, send } = shown;
  const { isEditable } = message;
  const editing = useEditing(shown, active);
  const [menu, setMenu] = useState<{ readonly at: Anchor | null } | null>(null);
  const openMenu = (at: Anchor | null): void => setMenu({ at });
  const targetAt = (place: ActiveCell['place']): GridTarget => ({
    place,
    line: lines[place.row],
    column: columns[place.column],
  });
  const perform = (action: KeyAction, target: GridTarget, typed = ''): boolean =>
    dispatchAction(action, target, typed, shown, editing, openMenu);
  const target = targetAt(active.place);

  const onKeyDown = (event: KeyboardEvent): void => {
    const press = pressOf(event);
    const action = actionOf(press, focusedPlace(active.place, lines, columns));
    const isMove = action === undefined && !press.isAlt && !press.isShift;
    const next = isMove
      ? movedOver(
          active.place,
          { key: press.key, toTheEnd: press.isCommand },
          { rows: lines.length, columns: columns.length, page },
          kindOf(target.line, tasks),
        )
      : undefined;
    if (next !== undefined) active.go(next, true);
    else if (action === undefined || !perform(action, target, press.key === 'Process' ? '' : press.key)) return;
    event.preventDefault();
    // VS Code uses some of these keys for other actions.
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent): void => {
    const clicked = clickedPlace(event);
    if (clicked === undefined) return;
    active.go(clicked.place, true);
    const at = targetAt(clicked.place);
    if (clicked.isMenu) openMenu(null);
    else if (at.line?.kind === 'row' && clicked.link !== undefined) followLink(at.line.row, clicked.link, tasks, send);
    else if (clicked.place.row === -1) perform('sort', at);
    else if (at.line?.kind === 'group') perform('toggleGroup', at);
    else if (state.scope === 'page') perform('peek', at);
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const clicked = clickedPlace(event);
    if (clicked === undefined || clicked.link !== undefined || clicked.isMenu) return;
    const at = targetAt(clicked.place);
    if (at.line?.kind === 'row' && !perform('edit', at)) perform('show', at);
  };
  const onContextMenu = (event: MouseEvent): void => {
    const clicked = clickedPlace(event);
    if (clicked === undefined || lines[clicked.place.row]?.kind !== 'row') return;
    event.preventDefault();
    active.go(clicked.place, true);
    // If a key opens the menu, there is no pointer position.
    openMenu(
      event.button === 2
        ? { left: event.clientX, right: event.clientX, top: event.clientY, bottom: event.clientY }
        : null,
    );
  };
  const closeMenu = (isDone: boolean): void => {
    setMenu(null);
    if (isDone) active.focusSoon();
  };
  const row = target.line?.kind === 'row' ? target.line.row : undefined;
  const itemsOf = (of: number): readonly MenuItem[] =>
    rowMenuItems({
      tasks,
      row: of,
      column: target.column?.id,
      isEditable,
      act: (action) => perform(action, target),
      openLink: (place) => followLink(of, place, tasks, send),
    });
  return {
    editor: editing.editor,
    menu: menu !== null && row !== undefined ? { at: menu.at, items: itemsOf(row) } : null,
    closeMenu,
    onKeyDown,
    onClick,
    onDoubleClick,
    onContextMenu,
  };
}
