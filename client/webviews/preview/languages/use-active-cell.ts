import { useLayoutEffect, useState, type MutableRef } from 'preact/hooks';
import { within, type CellPlace, type GridSize } from '../../shared/movement';
import { showColumn } from '../../shared/show-column';

/** The one cell that Tab reaches. It takes the focus when the author moves to it, not when it is rendered. */
export function useActiveCell(grid: MutableRef<HTMLElement | null>, size: GridSize, showRow: (row: number) => void) {
  const [place, setPlace] = useState<CellPlace>({ row: 0, column: 0 });
  const [goal, setGoal] = useState<CellPlace | null>(null);
  const inside = within(place, size);
  const active = { row: Math.max(0, inside.row), column: inside.column };

  useLayoutEffect(() => {
    if (goal === null) return;
    showRow(goal.row);
    const cell = grid.current?.querySelector<HTMLElement>(
      '[role="rowheader"][tabindex="0"], [role="gridcell"][tabindex="0"]',
    );
    cell?.focus({ preventScroll: true });
    const id = cell?.closest('[role="row"]')?.firstElementChild;
    if (grid.current && cell && id instanceof HTMLElement && cell !== id) showColumn(grid.current, cell, id);
  }, [goal]);

  const activate = (target: CellPlace): void => {
    setPlace(target);
    setGoal(target);
  };
  return { active, activate };
}
