import type { CellPlace } from '../../shared/movement';
import type { TaskVersions, VersionedTask } from '../protocol/messages';
import { cellAt, columnOf, pageAt, steppedTo } from './places';
import { useActiveCell } from './use-active-cell';
import { useRowsInSight } from './use-rows-in-sight';
import { VersionHeader } from './version-header';
import { VersionRow } from './version-row';

interface VersionGridProps {
  readonly versions: TaskVersions;
  /** The tasks to show. */
  readonly tasks: readonly VersionedTask[];
  readonly label: string;
  readonly keysId: string;
  readonly onReveal: (page: number, line: number) => void;
}

/** A line for each task. Only the visible rows and the focused row are in the document. */
export function VersionGrid({ versions, tasks, label, keysId, onReveal }: VersionGridProps) {
  const { grid, head, ruler, rows, rowHeight, rowsPerPage, showRow } = useRowsInSight(tasks.length);
  const columns = columnOf(versions.pages.length, 'name');
  const size = { rows: tasks.length, columns, page: rowsPerPage };
  const { active, activate } = useActiveCell(grid, size, showRow);

  const reveal = (): void => {
    const task = tasks[active.row];
    const page = pageAt(active.column) ?? pageOfId(task, versions);
    const version = task?.versions[page];
    if (version) onReveal(page, version.line);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.shiftKey) return;
    const toTheEnd = event.ctrlKey || event.metaKey;
    const target = steppedTo(active, { key: event.key, toTheEnd }, tasks, size);
    if (target === undefined && (event.key !== 'Enter' || toTheEnd)) return;
    event.preventDefault();
    if (target === undefined) reveal();
    else activate(target);
  };
  const onClick = ({ target }: MouseEvent): void => {
    const place = placeOf(target);
    if (place !== undefined) activate(place);
  };
  const onDblClick = ({ target }: MouseEvent): void => {
    if (placeOf(target) !== undefined) reveal();
  };

  const shown = cellAt(active, tasks);
  const drawn =
    rows.includes(active.row) || active.row >= tasks.length ? rows : [...rows, active.row].sort((a, b) => a - b);
  return (
    <div
      role="grid"
      aria-label={label}
      aria-describedby={keysId}
      aria-readonly="true"
      aria-rowcount={tasks.length + 2}
      aria-colcount={columns}
      class="languages-grid"
      style={{ '--pages': versions.pages.length }}
      ref={grid}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDblClick={onDblClick}
    >
      <div role="none" class="languages-ruler" ref={ruler} />
      <VersionHeader versions={versions} head={head} />
      <div role="rowgroup" class="languages-body" style={{ height: `${tasks.length * rowHeight}px` }}>
        {drawn.map((row) => {
          const task = tasks[row];
          const column = row === shown.row ? shown.column : null;
          return (
            task && (
              <VersionRow
                key={row}
                task={task}
                row={row}
                top={row * rowHeight}
                activeColumn={column}
                pages={versions.pages}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** The ID opens the page of the panel, or else the first page that has the task. */
function pageOfId(task: VersionedTask | undefined, { pages }: TaskVersions): number {
  const own = pages.findIndex(({ isOwn }) => isOwn);
  return task?.versions[own] ? own : (task?.versions.findIndex((version) => version !== null) ?? -1);
}

function placeOf(target: EventTarget | null): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest('[data-column]') : null;
  const row = cell?.closest('[data-row]');
  if (!(cell instanceof HTMLElement) || !(row instanceof HTMLElement)) return undefined;
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) };
}
