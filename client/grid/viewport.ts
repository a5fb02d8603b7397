/** The part of a long table that is in sight. Heights in pixels. */
export interface Viewport {
  readonly scrollTop: number;
  /** Of the part where rows show: without the header. */
  readonly height: number;
  readonly rowHeight: number;
}

/** Rows `first` up to but not including `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Rows above and below that are there already when somebody scrolls. */
const AHEAD = 8;

/** The rows to have in the document. */
export function rowsInSight({ scrollTop, height, rowHeight }: Viewport, count: number): RowRange {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - AHEAD);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + AHEAD);
  return { first: Math.min(first, end), end };
}

/** How many whole rows fit in. Never none. */
export function rowsPerPage({ height, rowHeight }: Viewport): number {
  return Math.max(1, Math.floor(height / rowHeight));
}

/** Where to scroll so that `row` is in sight as a whole; unchanged when it is. */
export function scrolledTo(row: number, { scrollTop, height, rowHeight }: Viewport): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  const lowest = top + rowHeight - height;
  return lowest > scrollTop ? lowest : scrollTop;
}
