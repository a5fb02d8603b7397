import { useMemo } from 'preact/hooks';
import type { RenderedRow, Rendering } from '../protocol/messages';
import type { PreviewTexts, ReadersTexts } from '../protocol/texts';
import { filled } from '../parts/filled';
import { PlainText } from '../parts/plain-text';
import { losingRows } from './losses';
import { MORE_ROWS, slicesOf, type Drawn } from './slices';
import { rowAttributes, useRows, type RowsPlace } from './use-rows';

export interface RowsProps {
  readonly rendering: Rendering;
  readonly label: string;
  readonly place: RowsPlace;
  readonly texts: PreviewTexts;
  readonly onReveal: (line: number) => void;
}

/** The table as the reader sees it. Lost text is at the end of its row, struck through. */
export function ShownRows({ rendering: { header, rows }, rendering, label, place, texts, onReveal }: RowsProps) {
  const losing = useMemo(() => losingRows(rendering), [rendering]);
  const { drawn, current, showMore, list, handlers } = useRows<HTMLTableSectionElement>(rows, losing, onReveal);
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
      texts={texts.readers}
    />
  );
  return (
    <div class="readers-scroll">
      <table
        role="grid"
        class="readers-grid"
        aria-label={label}
        aria-description={texts.readers.keys}
        aria-rowcount={rows.length + 1}
        aria-readonly="true"
      >
        <Header header={header} showsLost={showsLost} texts={texts.readers} />
        <tbody ref={list} {...handlers}>
          {slices.map(slice)}
          {drawn.leftOut > 0 && <LeftOut drawn={drawn} width={width} texts={texts.readers} onMore={showMore} />}
          {drawn.tail.length > 0 && slice(drawn.tail)}
          {rows.length === 0 && (
            <tr>
              <td class="readers-quiet" colSpan={width}>
                {texts.readers.noRows}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Header({
  header,
  showsLost,
  texts,
}: {
  readonly header: readonly string[];
  readonly showsLost: boolean;
  readonly texts: ReadersTexts;
}) {
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
  readonly texts: ReadersTexts;
}

/** A group of rows. Moving the focus in a table with thousands of rows renders two slices, not the whole table. */
function Slice({ rows, indices, current, place: { table, reader }, showsLost, texts }: SliceProps) {
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
              texts={texts}
            />
          )
        );
      }),
    [rows, indices, current, table, reader, showsLost, texts],
  );
  return <>{drawn}</>;
}

interface ShownRowProps extends Omit<SliceProps, 'rows' | 'indices'> {
  readonly row: RenderedRow;
  readonly index: number;
}

function ShownRow({ row: { cells, lost }, index, current, place, showsLost, texts }: ShownRowProps) {
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
            <LostText key={place} text={text} texts={texts} />
          ))}
        </td>
      )}
    </tr>
  );
}

/** Struck through, and described in words for screen readers. */
function LostText({ text, texts }: { readonly text: string; readonly texts: ReadersTexts }) {
  return (
    <>
      <span class="hidden">{`${texts.notShown}: `}</span>
      <del>
        <PlainText text={text} />
      </del>{' '}
    </>
  );
}

interface LeftOutProps {
  readonly drawn: Drawn;
  readonly width: number;
  readonly texts: ReadersTexts;
  readonly onMore: () => void;
}

function LeftOut({ drawn: { leftOut }, width, texts, onMore }: LeftOutProps) {
  return (
    <tr class="readers-left-out">
      <td colSpan={width}>
        <button type="button" class="readers-button" onClick={onMore}>
          {filled(texts.moreRows, Math.min(MORE_ROWS, leftOut), leftOut)}
        </button>
      </td>
    </tr>
  );
}
