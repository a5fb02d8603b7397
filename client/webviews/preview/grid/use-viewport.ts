import { useLayoutEffect, useRef, useState, type MutableRef } from 'preact/hooks';
import type { Viewport } from '../../shared/viewport';

/** The visible part of the grid, and the units for its columns. In pixels. */
export interface GridViewport extends Viewport {
  readonly width: number;
  /** The width of a digit. */
  readonly digit: number;
}

export interface MeasuredGrid {
  readonly grid: MutableRef<HTMLDivElement | null>;
  /** An element as high as a row and ten digits wide. */
  readonly measure: MutableRef<HTMLSpanElement | null>;
  readonly viewport: GridViewport;
  readonly onScroll: () => void;
}

const DIGITS = 10;
const FIRST: GridViewport = { scrollTop: 0, height: 600, rowHeight: 28, width: 900, digit: 8 };

/** Tracks the size of the grid and its text, and the scroll position. */
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
  // The header covers the rows and is as high as one of them.
  return {
    scrollTop: grid.scrollTop,
    height: Math.max(0, grid.clientHeight - rowHeight),
    rowHeight,
    width: grid.clientWidth,
    digit: measure.offsetWidth / DIGITS || known.digit,
  };
}

/** Returns the same object if nothing changed, so that nothing is rendered. */
function newer(known: GridViewport, next: GridViewport): GridViewport {
  const isSame =
    known.scrollTop === next.scrollTop &&
    known.height === next.height &&
    known.rowHeight === next.rowHeight &&
    known.width === next.width &&
    known.digit === next.digit;
  return isSame ? known : next;
}
