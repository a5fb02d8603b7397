import { useLayoutEffect, type MutableRef } from 'preact/hooks';

/** The anchor of a floating element. In window pixels. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Keeps an element at its anchor: below it, or above it if there is more space; never outside the window. Measured
 * after each rendering, because the anchor may have moved.
 */
export function useAnchored(floating: MutableRef<HTMLElement | null>, anchorOf: () => Anchor | undefined): void {
  useLayoutEffect(() => {
    const element = floating.current;
    const anchor = anchorOf();
    if (element === null || anchor === undefined) return;
    const { left, top, most } = placeFor(anchor, element.offsetWidth, element.scrollHeight);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    element.style.maxHeight = `${most}px`;
  });
}

const GAP = 2;
const EDGE = 4;

function placeFor(
  anchor: Anchor,
  width: number,
  height: number,
): { readonly left: number; readonly top: number; readonly most: number } {
  const { innerWidth, innerHeight } = window;
  const left = Math.max(EDGE, Math.min(anchor.left, innerWidth - width - EDGE));
  const [below, above] = [innerHeight - anchor.bottom - GAP - EDGE, anchor.top - GAP - EDGE];
  if (height <= below || below >= above) return { left, top: anchor.bottom + GAP, most: Math.max(below, 60) };
  return { left, top: Math.max(EDGE, anchor.top - GAP - Math.min(height, above)), most: above };
}
