import type { Located, Span } from '../text/span.js';

/**
 * What a Markdown reader would make of a stretch of text: its links, its emphasis, and what is left as plain letters.
 *
 * All spans count from the start of the block or row that holds the text.
 */
export interface Inlines {
  readonly links: readonly Link[];
  /** `**bold**` that renders as such. */
  readonly strongs: readonly Span[];
  /** Text that a reader sees as it is written: a `**` or `](` in here did not work. */
  readonly texts: readonly Span[];
  /** Code and raw HTML: nothing in here is meant for our rules. */
  readonly opaque: readonly Span[];
}

export interface Link {
  readonly kind: 'link' | 'image' | 'autolink' | 'reference' | 'definition';
  /** The whole link, brackets included. */
  readonly span: Span;
  /** Between the square brackets. For an image, its alternative text. */
  readonly text: Span;
  /** Where the link points, as written and without `<>`. Empty span where nothing is written. */
  readonly target: Located<string>;
}

export const NO_INLINES: Inlines = { links: [], strongs: [], texts: [], opaque: [] };
