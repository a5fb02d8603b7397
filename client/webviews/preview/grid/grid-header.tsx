import { format } from '../../shared/texts';
import type { Column } from '../columns';
import type { Sorting } from '../model/tasks';
import { Icon } from '../parts/icon';

interface GridHeaderProps {
  readonly columns: readonly Column[];
  readonly columnStyle: string;
  readonly sorting: Sorting | null;
  /** The column that has the focus; `undefined` if none. */
  readonly active: number | undefined;
}

/** The column headers. Each sorts by its column. */
export function GridHeader({ columns, columnStyle, sorting, active }: GridHeaderProps) {
  return (
    <div role="rowgroup" class="head">
      <div role="row" class="row" aria-rowindex={1} data-line={-1} style={{ gridTemplateColumns: columnStyle }}>
        {columns.map((column, place) => (
          <div
            key={column.id}
            role="columnheader"
            class={`cell of-${column.id}`}
            aria-colindex={place + 1}
            aria-sort={sortOf(column, sorting)}
            data-column={place}
            tabIndex={active === place ? 0 : -1}
            title={format(column.title)}
          >
            <span class={column.look.kind === 'actions' ? 'hidden' : 'column-name'}>{format(column.title)}</span>
            {sorting?.column === column.id && (
              <span class={`sort-mark ${sorting.direction}`}>
                <Icon name="down" />
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function sortOf({ id, sortKey }: Column, sorting: Sorting | null): Sorting['direction'] | 'none' | undefined {
  if (sortKey === null) return undefined;
  return sorting?.column === id ? sorting.direction : 'none';
}
