import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { rowsInSight, rowsPerPage, scrolledTo, type Viewport } from '../../shared/viewport';

/** The initial values before the first rendering. */
const UNKNOWN: Viewport = { scrollTop: 0, height: 600, rowHeight: 52 };

/** The rows of a long grid to include in the document. All rows are as high as the ruler, which is rendered once. */
export function useRowsInSight(count: number) {
  const grid = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState(UNKNOWN);

  useLayoutEffect(() => {
    const { current: element } = grid;
    if (element === null) return undefined;
    const measure = (): void => {
      const next = measured(element, head.current, ruler.current);
      setViewport((known) => (isSame(known, next) ? known : next));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const resized = new ResizeObserver(measure);
    for (const watched of [element, head.current, ruler.current]) if (watched !== null) resized.observe(watched);
    return () => {
      element.removeEventListener('scroll', measure);
      resized.disconnect();
    };
  }, []);

  const { first, end } = rowsInSight(viewport, count);
  const rows = useMemo(() => Array.from({ length: end - first }, (_, index) => first + index), [first, end]);
  /** Scrolls only as far as necessary to show the whole row. */
  const showRow = (row: number): void => {
    if (grid.current !== null)
      grid.current.scrollTop = scrolledTo(row, measured(grid.current, head.current, ruler.current));
  };
  return { grid, head, ruler, rows, rowHeight: viewport.rowHeight, rowsPerPage: rowsPerPage(viewport), showRow };
}

function measured(grid: HTMLElement, head: HTMLElement | null, ruler: HTMLElement | null): Viewport {
  const rowHeight = ruler?.offsetHeight || UNKNOWN.rowHeight;
  return { scrollTop: grid.scrollTop, height: Math.max(0, grid.clientHeight - (head?.offsetHeight ?? 0)), rowHeight };
}

/** Scrolling by a pixel doesn't render anything. */
function isSame(one: Viewport, other: Viewport): boolean {
  return (
    one.height === other.height &&
    one.rowHeight === other.rowHeight &&
    Math.floor(one.scrollTop / one.rowHeight) === Math.floor(other.scrollTop / other.rowHeight)
  );
}
