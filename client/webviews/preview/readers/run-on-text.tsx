import { filled } from '../parts/filled';
import { PlainText } from '../parts/plain-text';
import type { RowsProps } from './shown-rows';
import { MORE_ROWS } from './slices';
import { rowAttributes, useRows } from './use-rows';

/** The lines of a table that readers see as text, run together as on the page. */
export function RunOnText({ rendering: { rows }, label, place, texts, onReveal }: RowsProps) {
  const { drawn, current, showMore, list, handlers } = useRows<HTMLDivElement>(rows, NONE_LOSING, onReveal);
  return (
    <div
      class="readers-run-on"
      role="group"
      aria-label={label}
      aria-description={texts.readers.keys}
      ref={list}
      {...handlers}
    >
      {rows.slice(0, drawn.head).map(({ cells }, index) => (
        <span key={index} role="button" {...rowAttributes(index, current, place)}>
          <PlainText text={cells.join(' ')} />{' '}
        </span>
      ))}
      {drawn.leftOut > 0 && (
        <button type="button" class="readers-button" onClick={showMore}>
          {filled(texts.readers.moreRows, Math.min(MORE_ROWS, drawn.leftOut), drawn.leftOut)}
        </button>
      )}
    </div>
  );
}

/** Text has no cells that can be lost. */
const NONE_LOSING: readonly number[] = [];
