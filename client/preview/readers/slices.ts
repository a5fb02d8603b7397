/** Which rows of a long table are in the document. */
export interface Drawn {
  /** Rows from the first one on. */
  readonly head: number;
  /** Rows between the head and the tail, which are left out for now. */
  readonly leftOut: number;
  /** Indices of rows further down that lose text: these are what somebody looks for, wherever they stand. */
  readonly tail: readonly number[];
}

/** How many rows are drawn at first, and how many more at a time. */
export const FIRST_ROWS = 200;
export const MORE_ROWS = 500;

/** More of them help nobody: they all say the same. */
const LONGEST_TAIL = 100;

/** `wanted`: how many rows somebody asked for so far. */
export function drawnRows(count: number, losing: readonly number[], wanted: number): Drawn {
  const head = Math.min(count, wanted);
  const tail = losing.filter((row) => row >= head).slice(0, LONGEST_TAIL);
  return { head, leftOut: count - head - tail.length, tail };
}

/** The rows of the head, a slice at a time. */
export function slicesOf(head: number): number[][] {
  return Array.from({ length: Math.ceil(head / SLICE) }, (_, slice) =>
    Array.from({ length: Math.min(SLICE, head - slice * SLICE) }, (_row, row) => slice * SLICE + row),
  );
}

const SLICE = 100;

/** The row with the focus after a key; `undefined` for a key that does not move. Rows that are not drawn are passed. */
export function nextRow(current: number, key: string, drawn: readonly number[]): number | undefined {
  const place = Math.max(0, drawn.indexOf(current));
  switch (key) {
    case 'ArrowDown':
      return drawn[Math.min(place + 1, drawn.length - 1)];
    case 'ArrowUp':
      return drawn[Math.max(place - 1, 0)];
    case 'PageDown':
      return drawn[Math.min(place + ROWS_PER_PAGE, drawn.length - 1)];
    case 'PageUp':
      return drawn[Math.max(place - ROWS_PER_PAGE, 0)];
    case 'Home':
      return drawn[0];
    case 'End':
      return drawn.at(-1);
    default:
      return undefined;
  }
}

const ROWS_PER_PAGE = 10;
