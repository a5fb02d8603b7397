import { defineTexts } from '../../shared/texts';
import type { PreviewRow } from '../protocol/messages';
import { TASK_COLUMN_COUNT, type Column } from '../columns';
import type { RowLine } from '../model/lines';
import { plainText } from '../parts/plain-pieces';
import { PlainText } from '../parts/plain-text';
import { Icon } from '../parts/icon';
import { CellContent, problemsAt, severityAt, spokenProblems } from './cells';
import type { GridParts } from './grid-parts';

const texts = defineTexts('preview/task-row', {
  broken: { text: 'Broken row, as written', note: 'Before the source of a row whose cells are not in their columns.' },
  brokenRow: { text: 'Broken row, as written: {row}', note: '{row} is the source of the row.' },
});

interface TaskRowProps extends GridParts {
  readonly line: RowLine;
  /** Its displayed position. */
  readonly index: number;
  /** The column of the active cell; `undefined` if it is in another row. */
  readonly active: number | undefined;
  readonly isCurrent: boolean;
}

/** A task, or a broken row as it is written. */
export function TaskRow(props: TaskRowProps) {
  const { line, index, active, isCurrent, tasks, columns, top, columnStyle } = props;
  const row = tasks.row(line.row);
  const isBroken = row?.broken != null;
  const classes = ['row', 'task', isBroken && 'broken', active !== undefined && 'active', isCurrent && 'current']
    .filter(Boolean)
    .join(' ');
  return (
    <div
      role="row"
      class={classes}
      aria-rowindex={index + 2}
      aria-current={isCurrent ? 'true' : undefined}
      data-line={index}
      style={{ top, gridTemplateColumns: columnStyle }}
    >
      {isBroken && <BrokenCell {...props} row={row} />}
      {columns.map((column, place) =>
        isBroken && place < TASK_COLUMN_COUNT ? null : (
          <TaskCell key={column.id} {...props} row={row} column={column} place={place} />
        ),
      )}
    </div>
  );
}

interface TaskCellProps extends TaskRowProps {
  readonly row: PreviewRow | undefined;
  readonly column: Column;
  readonly place: number;
}

function TaskCell({ row, line, column, place, active, tasks, widths, digit }: TaskCellProps) {
  const severity = severityAt(row, column.id);
  const spoken = spokenProblems(problemsAt(row, column.id));
  const classes = ['cell', `of-${column.id}`, severity !== undefined && `flawed ${severity}`].filter(Boolean).join(' ');
  const width = ((widths[place] ?? 0) - CELL_PADDING) / digit;
  return (
    <div
      role={place === 0 ? 'rowheader' : 'gridcell'}
      class={classes}
      aria-colindex={place + 1}
      aria-description={spoken === '' ? undefined : spoken}
      title={column.id === 'problems' && spoken !== '' ? spoken : undefined}
      data-column={place}
      tabIndex={active === place ? 0 : -1}
    >
      <CellContent tasks={tasks} row={line.row} column={column} width={width} />
    </div>
  );
}

const CELL_PADDING = 16;

function BrokenCell({ row, active, inSight }: TaskRowProps & { readonly row: PreviewRow | undefined }) {
  const source = row?.broken ?? '';
  return (
    <div
      role="rowheader"
      class="cell of-broken"
      aria-colindex={1}
      aria-colspan={TASK_COLUMN_COUNT}
      aria-description={spokenProblems(row?.problems ?? []) || undefined}
      style={{ gridColumn: `span ${TASK_COLUMN_COUNT}` }}
      title={texts.brokenRow({ row: plainText(source) })}
      data-column={0}
      tabIndex={active === 0 ? 0 : -1}
    >
      <span class="broken-content" style={{ maxWidth: `min(100%, ${inSight}px)` }}>
        <span class="broken-tag">
          <Icon name="warning" />
          {texts.broken}
        </span>
        <code class="text">
          <PlainText text={source} />
        </code>
      </span>
    </div>
  );
}
