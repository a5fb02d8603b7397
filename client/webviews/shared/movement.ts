/** A cell by its displayed position. Row -1 is the header. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** The number of rows that PageUp and PageDown move. */
  readonly page: number;
}

/** The relevant parts of a key press. */
export interface KeyPress {
  readonly key: string;
  /** Ctrl, or Command on a Mac. */
  readonly toTheEnd: boolean;
}

/** The target of a key pressed at `place`; `undefined` if the key doesn't move. */
export function moved(place: CellPlace, { key, toTheEnd }: KeyPress, size: GridSize): CellPlace | undefined {
  const target = targetOf(place, key, toTheEnd, size);
  return target && within(target, size);
}

/** The nearest existing cell. */
export function within({ row, column }: CellPlace, { rows, columns }: GridSize): CellPlace {
  return { row: clamped(row, -1, rows - 1), column: clamped(column, 0, columns - 1) };
}

function targetOf(
  { row, column }: CellPlace,
  key: string,
  toTheEnd: boolean,
  { rows, columns, page }: GridSize,
): CellPlace | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: toTheEnd ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: toTheEnd ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: toTheEnd ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: toTheEnd ? columns - 1 : column + 1 };
    case 'Home':
      return toTheEnd ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return toTheEnd ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
    case 'PageUp':
      return { row: Math.min(row, Math.max(0, row - page)), column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return undefined;
  }
}

function clamped(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
