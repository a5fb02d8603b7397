import type { Located, Span } from '../text/span.js';

/**
 * The inline structure of Markdown text: its links, its emphasis, and the remaining plain text.
 * All spans count from the start of the block or row.
 */
export interface Inlines {
  readonly links: readonly Link[];
  /** `**bold**` that is rendered as bold. */
  readonly strongs: readonly Span[];
  /** Text that is shown as written: a `**` or `](` in it has no effect. */
  readonly texts: readonly Span[];
  /** Code and raw HTML, which the rules ignore. */
  readonly opaque: readonly Span[];
  /** The tags of raw HTML that link to something, or name or describe it. */
  readonly tags: readonly HtmlTag[];
}

export interface Link {
  readonly kind: 'link' | 'image' | 'autolink' | 'reference' | 'definition';
  /** The whole link with its brackets. */
  readonly span: Span;
  /** The text between the square brackets; for an image, its alt text. */
  readonly text: Span;
  /** The target as written, without `<>`. An empty span if there is none. */
  readonly target: Located<string>;
}

/** A tag such as `<a href="plan.md">`. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly span: Span;
  /** Only `href`, `src`, `id`, `name` and `alt`, in lower case; the values as written, without quotes. */
  readonly attributes: ReadonlyMap<string, Located<string>>;
}

export const NO_INLINES: Inlines = { links: [], strongs: [], texts: [], opaque: [], tags: [] };
