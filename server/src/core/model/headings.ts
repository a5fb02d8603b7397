import type { Span } from '../text/span.js';
import type { TermMatch } from '../vocabulary/term-set.js';
import type { SectionId } from '../vocabulary/vocabulary.js';

export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** `##X` is a heading to its author; a renderer shows it as text. */
  readonly form: 'atx' | 'setext' | 'no-space';
  /** The heading without markers, emphasis and invisible characters. */
  readonly text: string;
  /** The source of the text, without the markers. */
  readonly content: Span;
  /** The marker: `##`, or the underline of a setext heading. */
  readonly marker: Span;
  readonly span: Span;
  /** What the heading is in the dialect; empty for one of the author's own. */
  readonly matches: readonly TermMatch<SectionId>[];
}
