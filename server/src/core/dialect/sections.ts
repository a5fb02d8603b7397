import { memoized } from '../text/memo.js';
import type { Heading } from '../model/headings.js';
import type { Playbook, Section } from '../model/playbook.js';
import { shift, type Placed, type Span } from '../text/span.js';
import type { Language } from '../vocabulary/language.js';
import { bestMatch, type TermMatch } from '../vocabulary/term-set.js';
import type { SectionId, Vocabulary } from '../vocabulary/vocabulary.js';
import { readingContextOf, type ReadingContext } from './reading-context.js';

/** A heading of the skeleton, and the section of the page that contains it. */
export interface SkeletonSection {
  readonly id: SectionId;
  readonly heading: Placed<Heading>;
  /** Index in `Playbook.sections` of the section around it. */
  readonly parent: number | undefined;
}

/** The headings of the page that name a section of the skeleton, in source order. */
export const skeletonOf = memoized(({ sections, vocabulary, language }: Playbook): readonly SkeletonSection[] =>
  sections.flatMap(({ heading, parent }) => {
    const id = skeletonIdOf(heading.value, vocabulary, language);
    return id === undefined ? [] : [{ id, heading, parent }];
  }),
);

/** The section of the skeleton that a heading names on a page in `language`. */
export function skeletonIdOf(heading: Heading, vocabulary: Vocabulary, language: Language): SectionId | undefined {
  return skeletonIds(readingContextOf({ vocabulary, language }))(heading);
}

const skeletonIds = memoized(({ vocabulary, language }: ReadingContext) =>
  memoized((heading: Heading): SectionId | undefined => {
    const id = bestMatch(matchesOf(heading, vocabulary), language)?.id;
    return id !== undefined && vocabulary.sectionOrder.includes(id) ? id : undefined;
  }),
);

/** `## Next Steps:` names its section as well as `## Next Steps`. */
function matchesOf({ matches, text }: Heading, { sections }: Vocabulary): readonly TermMatch<SectionId>[] {
  return matches.length > 0 ? matches : sections.lookup(text.replace(/[:：]$/, ''));
}

/** The section of the page that a heading opens. */
export function sectionOf({ sections }: Playbook, heading: Placed<Heading>): Section | undefined {
  return sections.find((section) => section.heading === heading);
}

/** The span of the heading text in the file. */
export function contentSpan({ start, value }: Placed<Heading>): Span {
  return shift(value.content, start);
}

/** The span of the heading in the file, with its `#` marks; of an underlined heading only the text. */
export function headingSpan({ start, value: { marker, content } }: Placed<Heading>): Span {
  return shift({ start: Math.min(marker.start, content.start), end: content.end }, start);
}
