import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import type { RenderedRow } from '../protocol/messages';
import type { Stop } from './losses';
import { drawnRows, FIRST_ROWS, MORE_ROWS, nextRow } from './slices';
import { stopName } from './stops';

const texts = defineTexts('preview/use-rows', {
  keys: 'Use the arrow keys to move between rows. Press Enter to show the row in the editor.',
});

/** The rendering that the rows belong to. */
export type RowsPlace = Pick<Stop, 'table' | 'reader'>;

/**
 * The rows of a rendering: which rows are in the document, and which row Tab reaches. The arrow keys move from there;
 * Enter or a click shows the line in the editor.
 */
export function useRows<List extends HTMLElement>(
  rows: readonly RenderedRow[],
  losing: readonly number[],
  onReveal: (line: number) => void,
) {
  const [wanted, setWanted] = useState(FIRST_ROWS);
  const [active, setActive] = useState(0);
  const [goal, setGoal] = useState<number | null>(null);
  const list = useRef<List>(null);
  const drawn = useMemo(() => drawnRows(rows.length, losing, wanted), [rows, losing, wanted]);
  const order = useMemo(() => [...Array(drawn.head).keys(), ...drawn.tail], [drawn]);
  const current = order.includes(active) ? active : 0;

  const focus = (row: number): void => list.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
  // A requested row must be rendered before it can take the focus.
  useLayoutEffect(() => {
    if (goal !== null) focus(goal);
  }, [goal]);

  const reveal = (row: number | undefined): void => {
    const line = rows[row ?? -1]?.line;
    if (line !== undefined) onReveal(line);
  };
  const onFocusIn = ({ target }: Event): void => setActive(rowOf(target) ?? active);
  const onClick = ({ target }: Event): void => {
    // An author who selects text to copy doesn't want to navigate.
    if (document.getSelection()?.isCollapsed !== false) reveal(rowOf(target));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rowOf(event.target);
    if (row === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const next = nextRow(row, event.key, order);
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) reveal(row);
    else focus(next);
  };
  const showMore = (): void => {
    setWanted(drawn.head + MORE_ROWS);
    setGoal(drawn.head);
  };
  return { drawn, current, showMore, list, keys: texts.keys, handlers: { onFocusIn, onClick, onKeyDown } };
}

/** The id of a row, and whether Tab reaches it. */
export function rowAttributes(row: number, current: number, place: RowsPlace) {
  return { tabIndex: row === current ? 0 : -1, 'data-row': row, 'data-stop': stopName({ ...place, row }) };
}

function rowOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
  return row === undefined ? undefined : Number(row);
}
