import { useEffect, useLayoutEffect, useMemo, useRef, useState, type MutableRef } from 'preact/hooks';
import { within, type CellPlace } from '../../shared/movement';
import { showColumn } from '../../shared/show-column';
import { scrolledTo } from '../../shared/viewport';
import type { Line } from '../model/lines';
import type { MeasuredGrid } from './use-viewport';

export interface ActiveCell {
  /** Row -1 is the header. */
  readonly place: CellPlace;
  /** Makes a cell active and visible, and focuses it if `takesFocus`. */
  readonly go: (place: CellPlace, takesFocus: boolean) => void;
  /** Moves the focus as soon as everything is rendered. */
  readonly focusSoon: () => void;
  /** Scrolls to a line without changing anything else. */
  readonly show: (line: number) => void;
}

const HEADER = 'header';

interface Stored {
  /** The key of the line, which keeps the focus when it moves. */
  readonly key: string;
  /** The key of the row in the line, which can move to another group; `undefined` for other lines. */
  readonly rowKey: string | undefined;
  /** The position of the line, where the focus stays if the line disappears. */
  readonly place: CellPlace;
}

/**
 * Tab reaches one cell at a time. The focus stays with its row, and moves to a neighboring row if the author deleted
 * it. If it disappears for another reason, the focus moves to the heading above, so that a key meant for the row
 * doesn't change another row. `isDeleted` returns whether the author deleted the row with a key.
 */
export function useActive(
  lines: readonly Line[],
  columns: number,
  { grid, viewport }: MeasuredGrid,
  isDeleted: (rowKey: string) => boolean,
): ActiveCell {
  const [stored, setStored] = useState<Stored>({ key: '', rowKey: undefined, place: { row: 0, column: 0 } });
  const places = useMemo(() => new Map(lines.map(({ key }, line) => [key, line])), [lines]);
  const placesOfRows = useMemo(() => new Map(lines.map((line, index) => [rowKeyOf(line), index])), [lines]);
  const found =
    stored.key === HEADER
      ? -1
      : (places.get(stored.key) ?? (stored.rowKey === undefined ? undefined : placesOfRows.get(stored.rowKey)));
  const hasFocus = grid.current?.parentElement?.contains(document.activeElement) === true;
  const staysNear = stored.key === '' || !hasFocus || (stored.rowKey !== undefined && isDeleted(stored.rowKey));
  const row = found ?? (staysNear ? rowNear(lines, stored.place.row) : headingAbove(lines, stored.place.row));
  const place = within({ row, column: stored.place.column }, { rows: lines.length, columns, page: 1 });
  const wantsFocus = useRef(false);
  const toShow = useRef<number | null>(null);
  useKeptFocus(grid, wantsFocus);
  useReturn(grid);
  useLayoutEffect(() => {
    if (toShow.current !== null && grid.current !== null && toShow.current >= 0)
      grid.current.scrollTop = scrolledTo(toShow.current, { ...viewport, scrollTop: grid.current.scrollTop });
    toShow.current = null;
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const cell = cellOnTheWay(grid.current);
    cell?.focus({ preventScroll: true });
    const first = grid.current?.querySelector<HTMLElement>('.head .cell');
    if (grid.current && cell && first && cell.dataset['column'] !== '0') showColumn(grid.current, cell, first);
  });
  const [, draw] = useState({});
  const go = (target: CellPlace, takesFocus: boolean): void => {
    setStored({
      key: target.row === -1 ? HEADER : (lines[target.row]?.key ?? ''),
      rowKey: rowKeyOf(lines[target.row]),
      place: target,
    });
    toShow.current = target.row;
    wantsFocus.current ||= takesFocus;
    draw({});
  };
  const focusSoon = (): void => {
    wantsFocus.current = true;
    draw({});
  };
  const show = (line: number): void => {
    toShow.current = line;
    draw({});
  };
  // Kept up to date, because this position is used if the line disappears.
  const known = lines[place.row];
  if (
    known !== undefined &&
    (found !== undefined || staysNear) &&
    (known.key !== stored.key || place.row !== stored.place.row) &&
    stored.key !== HEADER
  )
    setStored({ key: known.key, rowKey: rowKeyOf(known), place });
  return { place, go, focusSoon, show };
}

function rowKeyOf(line: Line | undefined): string | undefined {
  return line?.kind === 'row' ? line.rowKey : undefined;
}

/** The row at a position, or else the row above, if any. */
function rowNear(lines: readonly Line[], place: number): number {
  return lines[place]?.kind !== 'row' && lines[place - 1]?.kind === 'row' ? place - 1 : place;
}

/** The heading of the group, or the column headers: -1. */
function headingAbove(lines: readonly Line[], place: number): number {
  for (let row = Math.min(place, lines.length - 1); row >= 0; row--) if (lines[row]?.kind === 'group') return row;
  return -1;
}

/** The focus moves with the active cell, also if its element is removed because other lines are rendered. */
function useKeptFocus(grid: MutableRef<HTMLDivElement | null>, wantsFocus: MutableRef<boolean>): void {
  const hadFocus = grid.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isGone = focused === null || focused === document.body;
    if (hadFocus && (isGone || (focused.matches('[data-column]') && focused !== cellOnTheWay(grid.current))))
      wantsFocus.current = true;
  });
}

/** If the author comes back from VS Code and the focused element no longer exists, the active cell gets the focus. */
function useReturn(grid: MutableRef<HTMLDivElement | null>): void {
  useEffect(() => {
    const onFocus = (): void => {
      if (document.activeElement === document.body) cellOnTheWay(grid.current)?.focus({ preventScroll: true });
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);
}

/** The cell that Tab reaches. */
function cellOnTheWay(grid: HTMLElement | null): HTMLElement | null {
  return grid?.querySelector<HTMLElement>('[tabindex="0"]') ?? null;
}
