import { useMemo, useState } from 'preact/hooks';
import { defineTexts, format } from '../../shared/texts';
import { rowsInSight, rowsPerPage } from '../../shared/viewport';
import { CellEditor } from '../edit/cell-editor';
import type { Line } from '../model/lines';
import { drawnColumn, kindOf } from '../model/places';
import { sharedOut, wantedWidths } from '../model/widths';
import type { Anchor } from '../parts/anchored';
import { Menu } from '../parts/menu';
import { usePanel } from '../panel';
import { useShownTasks } from '../shown-tasks';
import { problemsAt } from './cells';
import { GridHeader } from './grid-header';
import { GroupRow } from './group-row';
import { ProblemNote } from './problem-note';
import { ROW_MENU } from './row-menu';
import type { ShownGrid } from './shown-grid';
import { TaskRow } from './task-row';
import { useActive } from './use-active';
import { useCaret } from './use-caret';
import { useGridActions } from './use-grid-actions';
import { useViewport } from './use-viewport';

const texts = defineTexts('preview/task-grid', {
  label: { text: 'FTOP tasks', note: 'Label of a table. FTOP is the name of the kind of tasks.' },
});

/** Any number of tasks. Only the visible lines and the focused line are in the document. */
export function TaskGrid({ lines, columns }: Pick<ShownGrid, 'lines' | 'columns'>) {
  const shown: ShownGrid = { ...usePanel(), ...useShownTasks(), lines, columns };
  const { tasks, ours, state, message } = shown;
  const { grouping, sorting } = state.look;
  const measured = useViewport();
  const { grid, measure, viewport, onScroll } = measured;
  const isDeleted = (rowKey: string): boolean =>
    ours.some(({ key, edit }) => key === rowKey && edit.command === 'deleteRow');
  const active = useActive(lines, columns.length, measured, isDeleted);
  const current = useCaret(shown, active, grid);
  const actions = useGridActions(shown, active, rowsPerPage(viewport));
  const wanted = useMemo(() => wantedWidths(tasks, columns, format), [tasks, columns]);
  const widths = useMemo(
    () => sharedOut(wanted, viewport.width, viewport.digit),
    [wanted, viewport.width, viewport.digit],
  );
  const [hasNote, setNote] = useState(false);
  const columnStyle = widths.map((width) => `${width}px`).join(' ');
  const whole = widths.reduce((left, right) => left + right, 0);
  const activeLine = lines[active.place.row];
  const activeColumn = drawnColumn(active.place.column, kindOf(activeLine, tasks));
  const activeCell = (): HTMLElement | null => grid.current?.querySelector<HTMLElement>('.body [tabindex="0"]') ?? null;
  const anchorOf = (): Anchor | undefined => activeCell()?.getBoundingClientRect();
  const parts = { tasks, columns, widths, columnStyle, digit: viewport.digit, inSight: viewport.width };
  const noted =
    activeLine?.kind === 'row' && actions.editor === null && actions.menu === null
      ? problemsAt(tasks.row(activeLine.row), columns[active.place.column]?.id ?? 'actions')
      : [];
  return (
    <div class="grid-frame">
      <span ref={measure} class="measure" aria-hidden="true" />
      <div
        ref={grid}
        class="grid"
        role="grid"
        aria-label={texts.label}
        aria-describedby={message.readOnly === null ? 'keys' : 'read-only keys'}
        aria-readonly={!message.isEditable}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        onScroll={onScroll}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setNote(false);
          else setNote(true);
          actions.onKeyDown(event);
        }}
        onClick={actions.onClick}
        onDblClick={actions.onDoubleClick}
        onContextMenu={actions.onContextMenu}
        onFocusIn={() => setNote(true)}
        onFocusOut={(event) =>
          setNote(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))
        }
        style={{ '--whole': `${whole}px` }}
      >
        <GridHeader
          columns={columns}
          columnStyle={columnStyle}
          sorting={sorting}
          active={active.place.row === -1 ? active.place.column : undefined}
        />
        <div role="rowgroup" class="body" style={{ height: `${lines.length * viewport.rowHeight}px` }}>
          {drawnLines(lines, rowsInSight(viewport, lines.length), active.place.row).map((index) => {
            const line = lines[index];
            const top = `${index * viewport.rowHeight}px`;
            const isActive = index === active.place.row;
            if (line === undefined) return null;
            if (line.kind === 'group')
              return (
                <GroupRow
                  key={line.key}
                  {...parts}
                  line={line}
                  index={index}
                  top={top}
                  isActive={isActive}
                  grouping={grouping}
                />
              );
            return (
              <TaskRow
                key={line.key}
                {...parts}
                line={line}
                index={index}
                top={top}
                active={isActive ? activeColumn : undefined}
                isCurrent={line.row === current}
              />
            );
          })}
        </div>
      </div>
      {hasNote && noted.length > 0 && <ProblemNote problems={noted} anchorOf={anchorOf} />}
      {actions.editor !== null && (
        <CellEditor key={actions.editor.cell.opening} {...actions.editor} anchorOf={anchorOf} />
      )}
      {actions.menu !== null && (
        <Menu
          label={ROW_MENU}
          items={actions.menu.items}
          anchorOf={() => actions.menu?.at ?? anchorOf()}
          onClose={actions.closeMenu}
        />
      )}
    </div>
  );
}

/** The lines to include in the document: the visible lines and the active line. */
function drawnLines(
  lines: readonly Line[],
  { first, end }: { readonly first: number; readonly end: number },
  active: number,
): readonly number[] {
  const inSight = Array.from({ length: end - first }, (_, index) => first + index);
  if (active < 0 || active >= lines.length || (active >= first && active < end)) return inSight;
  return active < first ? [active, ...inSight] : [...inSight, active];
}
