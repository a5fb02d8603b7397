import { useLayoutEffect, useRef, useState, type MutableRef } from 'preact/hooks';
import type { Viewport } from '../../grid/viewport';

/** The part of the grid that is in sight, and what columns are measured by. In pixels. */
export interface GridViewport extends Viewport {
  readonly width: number;
  /** How wide a digit is. */
  readonly digit: number;
}

export interface MeasuredGrid {
  readonly grid: MutableRef<HTMLDivElement | null>;
  /** As high as a row, and ten digits wide. */
  readonly measure: MutableRef<HTMLSpanElement | null>;
  readonly viewport: GridViewport;
  readonly onScroll: () => void;
}

const DIGITS = 10;
const FIRST: GridViewport = { scrollTop: 0, height: 600, rowHeight: 28, width: 900, digit: 8 };

/** Follows the size of the grid, of its text, and how far it is scrolled. */
export function useViewport(): MeasuredGrid {
  const grid = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLSpanElement>(null);
  const [viewport, setViewport] = useState(FIRST);
  const read = (): void => setViewport((known) => newer(known, measured(grid.current, measure.current, known)));
  useLayoutEffect(() => {
    read();
    const resized = new ResizeObserver(read);
    for (const element of [grid.current, measure.current]) if (element !== null) resized.observe(element);
    return () => resized.disconnect();
  }, []);
  const onScroll = (): void => {
    const scrollTop = grid.current?.scrollTop ?? 0;
    setViewport((known) => newer(known, { ...known, scrollTop }));
  };
  return { grid, measure, viewport, onScroll };
}

function measured(grid: HTMLElement | null, measure: HTMLElement | null, known: GridViewport): GridViewport {
  if (grid === null || measure === null) return known;
  const rowHeight = measure.offsetHeight || known.rowHeight;
  // The header lies above the rows and is as high as one of them.
  return {
    scrollTop: grid.scrollTop,
    height: Math.max(0, grid.clientHeight - rowHeight),
    rowHeight,
    width: grid.clientWidth,
    digit: measure.offsetWidth / DIGITS || known.digit,
  };
}

/** The same object as long as nothing has changed: then nothing is drawn. */
function newer(known: GridViewport, next: GridViewport): GridViewport {
  const isSame =
    known.scrollTop === next.scrollTop &&
    known.height === next.height &&
    known.rowHeight === next.rowHeight &&
    known.width === next.width &&
    known.digit === next.digit;
  return isSame ? known : next;
}
