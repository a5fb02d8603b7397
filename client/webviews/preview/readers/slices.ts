/** Which rows of a long table are in the document. */
export interface Drawn {
  /** Rows from the first one on. */
  readonly head: number;
  /** Rows between the head and the tail, which aren't rendered yet. */
  readonly leftOut: number;
  /** Indices of rows further down that lose text. These are what authors look for, wherever they are. */
  readonly tail: readonly number[];
}

/** How many rows are rendered at first, and how many are added each time. */
export const FIRST_ROWS = 200;
export const MORE_ROWS = 500;

/** More of them don't help, because they all say the same. */
const LONGEST_TAIL = 100;

/** `wanted`: how many rows were requested so far. */
export function drawnRows(count: number, losing: readonly number[], wanted: number): Drawn {
  const head = Math.min(count, wanted);
  const tail = losing.filter((row) => row >= head).slice(0, LONGEST_TAIL);
  return { head, leftOut: count - head - tail.length, tail };
}

/** The rows of the head, one slice at a time. */
export function slicesOf(head: number): number[][] {
  return Array.from({ length: Math.ceil(head / SLICE) }, (_, slice) =>
    Array.from({ length: Math.min(SLICE, head - slice * SLICE) }, (_row, row) => slice * SLICE + row),
  );
}

const SLICE = 100;

/** The focused row after a key; `undefined` if the key doesn't move. Rows that aren't rendered are skipped. */
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
