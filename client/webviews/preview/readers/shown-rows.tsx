import { useMemo } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import type { RenderedRow, Rendering } from '../protocol/messages';
import { PlainText } from '../parts/plain-text';
import { losingRows } from './losses';
import { MoreRows } from './more-rows';
import { slicesOf } from './slices';
import { rowAttributes, useRows, type RowsPlace } from './use-rows';

const texts = defineTexts('preview/shown-rows', {
  noHeader: { text: 'without a header', note: 'Read by screen readers instead of an empty column header.' },
  notShownHeader: { text: 'Not shown', note: 'Header of a column with text that readers do not see.' },
  notShown: { text: 'not shown:', note: 'Read by screen readers before text that readers do not see.' },
  noRows: 'The table has no rows.',
});

export interface RowsProps {
  readonly rendering: Rendering;
  readonly label: string;
  readonly place: RowsPlace;
  readonly onReveal: (line: number) => void;
}

/** The table as the reader sees it. Lost text is at the end of its row, struck through. */
export function ShownRows({ rendering: { header, rows }, rendering, label, place, onReveal }: RowsProps) {
  const losing = useMemo(() => losingRows(rendering), [rendering]);
  const { drawn, current, showMore, list, keys, handlers } = useRows<HTMLTableSectionElement>(rows, losing, onReveal);
  const slices = useMemo(() => slicesOf(drawn.head), [drawn]);
  const showsLost = losing.length > 0;
  const width = Math.max(1, header.length + Number(showsLost));
  const slice = (indices: readonly number[]) => (
    <Slice
      key={indices[0]}
      rows={rows}
      indices={indices}
      current={indices.includes(current) ? current : -1}
      place={place}
      showsLost={showsLost}
    />
  );
  return (
    <div class="readers-scroll">
      <table
        role="grid"
        class="readers-grid"
        aria-label={label}
        aria-description={keys}
        aria-rowcount={rows.length + 1}
        aria-readonly="true"
      >
        <Header header={header} showsLost={showsLost} />
        <tbody ref={list} {...handlers}>
          {slices.map(slice)}
          {drawn.leftOut > 0 && <LeftOut leftOut={drawn.leftOut} width={width} onMore={showMore} />}
          {drawn.tail.length > 0 && slice(drawn.tail)}
          {rows.length === 0 && (
            <tr>
              <td class="readers-quiet" colSpan={width}>
                {texts.noRows}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Header({ header, showsLost }: { readonly header: readonly string[]; readonly showsLost: boolean }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {header.map((cell, column) => (
          <th key={column} scope="col">
            {cell === '' ? <span class="hidden">{texts.noHeader}</span> : <PlainText text={cell} />}
          </th>
        ))}
        {showsLost && (
          <th scope="col" class="readers-lost">
            {texts.notShownHeader}
          </th>
        )}
      </tr>
    </thead>
  );
}

interface SliceProps {
  readonly rows: readonly RenderedRow[];
  readonly indices: readonly number[];
  /** -1: the row that Tab reaches is in another slice. */
  readonly current: number;
  readonly place: RowsPlace;
  readonly showsLost: boolean;
}

/** A group of rows. Moving the focus in a table with thousands of rows renders two slices, not the whole table. */
function Slice({ rows, indices, current, place: { table, reader }, showsLost }: SliceProps) {
  const drawn = useMemo(
    () =>
      indices.map((index) => {
        const row = rows[index];
        return (
          row && (
            <ShownRow
              key={index}
              row={row}
              index={index}
              current={current}
              place={{ table, reader }}
              showsLost={showsLost}
            />
          )
        );
      }),
    [rows, indices, current, table, reader, showsLost],
  );
  return <>{drawn}</>;
}

interface ShownRowProps extends Omit<SliceProps, 'rows' | 'indices'> {
  readonly row: RenderedRow;
  readonly index: number;
}

function ShownRow({ row: { cells, lost }, index, current, place, showsLost }: ShownRowProps) {
  return (
    <tr {...rowAttributes(index, current, place)} aria-rowindex={index + 2}>
      {cells.map((cell, column) =>
        column === 0 ? (
          <th key={column} scope="row">
            <PlainText text={cell} />
          </th>
        ) : (
          <td key={column}>
            <PlainText text={cell} />
          </td>
        ),
      )}
      {showsLost && (
        <td class="readers-lost">
          {lost.map((text, place) => (
            <LostText key={place} text={text} />
          ))}
        </td>
      )}
    </tr>
  );
}

/** Struck through, and described in words for screen readers. */
function LostText({ text }: { readonly text: string }) {
  return (
    <>
      <span class="hidden">{`${texts.notShown} `}</span>
      <del>
        <PlainText text={text} />
      </del>{' '}
    </>
  );
}

interface LeftOutProps {
  readonly leftOut: number;
  readonly width: number;
  readonly onMore: () => void;
}

function LeftOut({ leftOut, width, onMore }: LeftOutProps) {
  return (
    <tr class="readers-left-out">
      <td colSpan={width}>
        <MoreRows leftOut={leftOut} onMore={onMore} />
      </td>
    </tr>
  );
}
