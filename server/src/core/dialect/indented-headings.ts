import type { TextBlock } from '../model/blocks.js';
import { memoized } from '../text/memo.js';
import { trimmed, type Span } from '../text/span.js';
import type { TermMatch } from '../vocabulary/term-set.js';
import type { SectionId, Vocabulary } from '../vocabulary/vocabulary.js';

/** A line that looks like a heading, but is indented so far that it doesn't start a section. */
export interface IndentedHeading {
  /** What it is for renderers: a part of a list item, code, or the text of the paragraph above. */
  readonly kind: 'item' | 'code' | 'text';
  readonly text: string;
  readonly marker: string;
  readonly matches: readonly TermMatch<SectionId>[];
  /** From the marks to the end of the line, in the block. */
  readonly span: Span;
}

/** Every indented heading of the block that was certainly meant as one. */
export function indentedHeadingsIn(block: TextBlock, vocabulary: Vocabulary): readonly IndentedHeading[] {
  return read(vocabulary)(block);
}

const read = memoized((vocabulary: Vocabulary) =>
  memoized((block: TextBlock): readonly IndentedHeading[] => {
    if (!MAY_HOLD.test(block.source)) return NONE;
    return [...inItems(block), ...inCodeOrText(block, vocabulary)];
  }),
);

const NONE: readonly never[] = [];
/** White space or the marker of a list item before `#` marks. */
const MAY_HOLD = /^[ \t]*(?:[-*+]|\d{1,9}[.)])?[ \t]+#/m;

/** Others are titles inside the item, which readers see as such. */
function inItems({ source, nestedHeadings }: TextBlock): IndentedHeading[] {
  return nestedHeadings.flatMap(({ form, text, marker, matches, span }) =>
    form === 'atx' && matches.length > 0
      ? [{ kind: 'item' as const, text, marker: source.slice(marker.start, marker.end), matches, span }]
      : [],
  );
}

const LINE = /^(?: {4,}| {0,3}\t)[ \t]*(#{1,6})[ \t]+(\S[^\r\n]*)$/gm;

function inCodeOrText({ source, inlines, nestedHeadings }: TextBlock, { sections }: Vocabulary): IndentedHeading[] {
  return [...source.matchAll(LINE)].flatMap((match): readonly IndentedHeading[] => {
    const [line, marker = '', rest = ''] = match;
    const start = match.index + line.indexOf('#');
    const span = trimmed(source, { start, end: match.index + line.length });
    if (nestedHeadings.some((heading) => heading.span.start === start)) return [];
    const text = rest.trim();
    const matches = sections.lookup(text);
    // A single mark is more often a comment in code.
    if (matches.length === 0 && marker.length === 1) return [];
    const code = inlines.opaque.find((part) => part.start < span.end && part.end > span.start);
    if (code === undefined) return [{ kind: 'text', text, marker, matches, span }];
    const isAlone = source.slice(code.start, code.end).trim() === source.slice(span.start, span.end);
    return isAlone ? [{ kind: 'code', text, marker, matches, span }] : [];
  });
}
