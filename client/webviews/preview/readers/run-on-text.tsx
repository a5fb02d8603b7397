import { PlainText } from '../parts/plain-text';
import { MoreRows } from './more-rows';
import type { RowsProps } from './shown-rows';
import { rowAttributes, useRows } from './use-rows';

/** The lines of a table that readers see as text, run together as on the page. */
export function RunOnText({ rendering: { rows }, label, place, onReveal }: RowsProps) {
  const { drawn, current, showMore, list, keys, handlers } = useRows<HTMLDivElement>(rows, NONE_LOSING, onReveal);
  return (
    <div class="readers-run-on" role="group" aria-label={label} aria-description={keys} ref={list} {...handlers}>
      {rows.slice(0, drawn.head).map(({ cells }, index) => (
        <span key={index} role="button" {...rowAttributes(index, current, place)}>
          <PlainText text={cells.join(' ')} />{' '}
        </span>
      ))}
      {drawn.leftOut > 0 && <MoreRows leftOut={drawn.leftOut} onMore={showMore} />}
    </div>
  );
}

/** Text has no cells that can be lost. */
const NONE_LOSING: readonly number[] = [];
