import type { Span } from '../text/span.js';
import type { TermMatch } from '../vocabulary/term-set.js';
import type { SectionId } from '../vocabulary/vocabulary.js';

export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Authors mean `##X` as a heading, but renderers show it as text. */
  readonly form: 'atx' | 'setext' | 'no-space';
  /** The text of the heading without markers, emphasis and invisible characters. */
  readonly text: string;
  /** The source of the text, without the markers. */
  readonly content: Span;
  /** The marker: `##`, or the underline of a setext heading. */
  readonly marker: Span;
  readonly span: Span;
  /** The meaning of the heading in the dialect; empty for other headings. */
  readonly matches: readonly TermMatch<SectionId>[];
}
