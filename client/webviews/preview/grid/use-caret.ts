import { useEffect, useMemo, type MutableRef } from 'preact/hooks';
import type { ActiveCell } from './use-active';
import type { ShownGrid } from './shown-grid';

/**
 * The index of the row at the caret; -1 if none. It is kept visible, and Tab leads to it. The focus doesn't move unless
 * requested.
 */
export function useCaret(
  { state, dispatch, tasks, lines }: ShownGrid,
  active: ActiveCell,
  grid: MutableRef<HTMLDivElement | null>,
): number {
  const { scope, caret, focusRequest } = state;
  const rowOfLine = (line: number): number => tasks.preview.rows.findIndex((row) => row.line === line);
  const current = useMemo(() => (caret === null || scope !== 'page' ? -1 : rowOfLine(caret)), [tasks, caret, scope]);
  const lineOf = (row: number): number => lines.findIndex((line) => line.kind === 'row' && line.row === row);
  useEffect(() => {
    const line = current === -1 ? -1 : lineOf(current);
    if (line === -1) return;
    // The editor of a cell is above the grid and must stay at its cell.
    if (grid.current?.parentElement?.contains(document.activeElement)) active.show(line);
    else active.go({ row: line, column: active.place.column }, false);
  }, [current]);
  useEffect(() => {
    if (focusRequest === null) return;
    const line = focusRequest.line === null ? -1 : lineOf(rowOfLine(focusRequest.line));
    if (line === -1) active.focusSoon();
    else active.go({ row: line, column: active.place.column }, true);
    dispatch({ type: 'focused' });
  }, [focusRequest]);
  return current;
}
