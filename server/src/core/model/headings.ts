import type { Span } from '../text/span.js';
import type { TermMatch } from '../vocabulary/term-set.js';
import type { SectionId } from '../vocabulary/vocabulary.js';

export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** `as-text`: authors mean `##X` or `＃＃ X` as a heading, but renderers show it as text. */
  readonly form: 'atx' | 'setext' | 'as-text';
  /**
   * The text as readers see it: without markers, emphasis, comments, tags, `{#id}` and invisible characters, and with
   * the characters of entities.
   */
  readonly text: string;
  /** The source of the text, without the markers. */
  readonly content: Span;
  /** The source of the text without the comments, anchors and `{#id}` around it: what replaces the text goes here. */
  readonly words: Span;
  /** Anchors of renderers that differ from the anchor of `text`. */
  readonly otherAnchors: readonly string[];
  /** The marker: `##`, or the underline of a setext heading. */
  readonly marker: Span;
  readonly span: Span;
  /** The meaning of the heading in the dialect; empty for other headings. */
  readonly matches: readonly TermMatch<SectionId>[];
}
