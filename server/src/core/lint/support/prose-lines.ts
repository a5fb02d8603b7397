import type { TextBlock } from '../../model/blocks.js';
import { linesOf } from '../../parse/lines.js';

/** A line of a block. */
export interface ProseLine {
  readonly start: number;
  readonly end: number;
  /** The line without its line ending. */
  readonly text: string;
  /** Whether it starts inside code or HTML, and isn't prose. */
  readonly isCode: boolean;
}

/** The lines of the block, in order. */
export function* proseLinesOf({ source, inlines: { opaque } }: TextBlock): Iterable<ProseLine> {
  let next = 0;
  for (const { start, end } of linesOf(source)) {
    while ((opaque[next]?.end ?? Infinity) <= start) next++;
    yield { start, end, text: source.slice(start, end), isCode: (opaque[next]?.start ?? Infinity) <= start };
  }
}
