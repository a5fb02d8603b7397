import type { PreviewTexts } from '../../src/common/preview/texts';
import type { ColumnName } from '../../src/common/preview/columns';
import type { Sorting } from '../model/tasks';
import { Icon } from '../parts/icon';

interface GridHeaderProps {
  readonly columns: readonly ColumnName[];
  readonly columnStyle: string;
  readonly sorting: Sorting | null;
  /** The column that has the focus; `undefined` if none. */
  readonly active: number | undefined;
  readonly texts: PreviewTexts;
}

/** The column headers. Each sorts by its column. */
export function GridHeader({ columns, columnStyle, sorting, active, texts }: GridHeaderProps) {
  return (
    <div role="rowgroup" class="head">
      <div role="row" class="row" aria-rowindex={1} data-line={-1} style={{ gridTemplateColumns: columnStyle }}>
        {columns.map((column, place) => (
          <div
            key={column}
            role="columnheader"
            class={`cell of-${column}`}
            aria-colindex={place + 1}
            aria-sort={sortOf(column, sorting)}
            data-column={place}
            tabIndex={active === place ? 0 : -1}
            title={texts.columns[column]}
          >
            <span class={column === 'actions' ? 'hidden' : 'column-name'}>{texts.columns[column]}</span>
            {sorting?.column === column && (
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

function sortOf(column: ColumnName, sorting: Sorting | null): Sorting['direction'] | 'none' | undefined {
  if (column === 'actions') return undefined;
  return sorting?.column === column ? sorting.direction : 'none';
}
