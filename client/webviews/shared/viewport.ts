/** The visible part of a long table. Heights in pixels. */
export interface Viewport {
  readonly scrollTop: number;
  /** The height of the part that shows rows, without the header. */
  readonly height: number;
  readonly rowHeight: number;
}

/** Rows from `first` up to, but not including, `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Extra rows above and below, so that scrolling shows them immediately. */
const AHEAD = 8;

/** The rows to include in the document. */
export function rowsInSight({ scrollTop, height, rowHeight }: Viewport, count: number): RowRange {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - AHEAD);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + AHEAD);
  return { first: Math.min(first, end), end };
}

/** How many whole rows fit; at least one. */
export function rowsPerPage({ height, rowHeight }: Viewport): number {
  return Math.max(1, Math.floor(height / rowHeight));
}

/** The scroll position that shows all of `row`; unchanged if it is already visible. */
export function scrolledTo(row: number, { scrollTop, height, rowHeight }: Viewport): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  const lowest = top + rowHeight - height;
  return lowest > scrollTop ? lowest : scrollTop;
}
