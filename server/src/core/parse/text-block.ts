import type { Alert, Include, TextBlock } from '../model/blocks.js';
import type { Heading } from '../model/headings.js';
import { sliceOf, trimmed, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { readConflictMarker, readSuppressions } from './comments.js';
import { readHeadingText, wordsIn } from './heading-text.js';
import { isUnreadable, readInItem, readMarkdown, type MarkdownHeading } from './inlines.js';
import { readLabels } from './labels.js';
import { isBlank, linesOf } from './lines.js';

/**
 * Parses the lines of one block that isn't a table, in a list item whose text begins at column `margin`. Never fails:
 * any text gives a block.
 */
export function readTextBlock(source: string, margin: number, vocabulary: Vocabulary, definitions: string): TextBlock {
  const reading = margin === 0 ? readMarkdown(source, definitions) : readInItem(source, margin, definitions);
  const isCode = insideOf(reading.inlines.opaque);
  const lines = linesOf(source);
  const last = lines[lines.length - 1];
  const context = { vocabulary, definitions };
  const [nested, others] = parted(reading.headings, ({ inList }) => inList);
  return {
    kind: 'text',
    source,
    headings: readHeadings(source, lines, others, context, isCode),
    nestedHeadings: nested.map(({ span, level }) => markdownHeading(source, span, level, context)),
    labels: readLabels(source, lines, vocabulary, isCode),
    includes: readIncludes(source, isCode),
    alerts: readAlerts(source, isCode),
    inlines: reading.inlines,
    margin,
    suppressions: readSuppressions(
      source,
      insideOf(reading.inlines.opaque.filter(({ start }) => source[start] !== '<')),
    ),
    conflicts: lines.flatMap((line) => readConflictMarker(source.slice(line.start, line.end), line.start) ?? []),
    endsParagraph: last !== undefined && isParagraphEnd(sliceOf(source, last)),
    unread: isUnreadable(source),
  };
}

/** Whether the last line is text; headings and thematic breaks don't count. */
function isParagraphEnd(lastLine: string): boolean {
  return !isBlank(lastLine) && !HEADING_OR_RULE.test(lastLine);
}

const HEADING_OR_RULE = /^ {0,3}(?:#{1,6}(?:\s|$)|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/;

function parted<T>(values: readonly T[], isFirst: (value: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [values.filter(isFirst), values.filter((value) => !isFirst(value))];
}

/** Whether an offset is inside one of `spans`, which are in source order and don't overlap. */
function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (spans[low]?.start ?? Infinity) <= offset;
  };
}

/** What the meaning of a heading depends on, apart from its line. */
interface HeadingReading {
  readonly vocabulary: Vocabulary;
  readonly definitions: string;
}

const ATX = /^( {0,3}(#{1,6}))(?:[ \t]+|$)/;
/** `##Heading`, `##1. Heading`: a single `#` is more often a number or a tag than a heading. */
const NO_SPACE = /^#{2,6}(?=[^\s#＃\d!&/"'(.,;:?-]|\d{1,3}[.)][ \t])/;
/** Marks before a blank that isn't a space, such as a no-break space. */
const OTHER_SPACE =
  /^#{1,6}(?=[^\S \t]|[\u200B-\u200F\u2060\uFEFF])(?=[\s\u200B-\u200F\u2060\uFEFF]*[^\s\u200B-\u200F\u2060\uFEFF#＃])/;
/** Full-width marks, which an input method for Chinese or Japanese writes. */
const FULL_WIDTH = /^(?=#{0,5}＃)(?:[#＃]{1,6}(?=\s+[^\s#＃])|[#＃]{2,6}(?=[\p{L}\p{N}]))(?=[^\r\n]*[^#＃\s]\s*$)/u;

function readHeadings(
  source: string,
  lines: readonly Span[],
  fromMarkdown: readonly MarkdownHeading[],
  reading: HeadingReading,
  isCode: (offset: number) => boolean,
): Heading[] {
  const headings: Heading[] = [];
  for (const line of lines) {
    const first = source.charCodeAt(line.start);
    if (first !== HASH && first !== FULL_WIDTH_HASH) continue;
    const text = source.slice(line.start, line.end);
    const atx = ATX.exec(text)?.[1];
    const marker = atx ?? (NO_SPACE.exec(text) ?? OTHER_SPACE.exec(text) ?? FULL_WIDTH.exec(text))?.[0];
    if (marker === undefined || isCode(line.start)) continue;
    headings.push(atxHeading(source, line, marker.length, atx === undefined ? 'as-text' : 'atx', reading));
  }
  for (const { level, span } of fromMarkdown) {
    if (!headings.some((known) => known.form === 'atx' && known.span.start === span.start))
      headings.push(markdownHeading(source, span, level, reading));
  }
  return withoutUnderlined(headings).sort((a, b) => a.span.start - b.span.start);
}

/** Without lines such as `##Plan` that belong to the text of a setext heading. */
function withoutUnderlined(headings: readonly Heading[]): Heading[] {
  const isUnderlined = insideOf(headings.flatMap(({ form, span }) => (form === 'setext' ? [span] : [])));
  return headings.filter(({ form, span }) => form !== 'as-text' || !isUnderlined(span.start));
}

const HASH = 0x23;
const FULL_WIDTH_HASH = 0xff03;
/** A line of text such as `#Plan` can be the first line of a setext heading. */
const ATX_START = /^#{1,6}(?:[ \t\r\n]|$)/;

function atxHeading(
  source: string,
  line: Span,
  markerLength: number,
  form: Heading['form'],
  reading: HeadingReading,
): Heading {
  const marker = { start: line.start, end: line.start + markerLength };
  let content = trimmed(source, { start: marker.end, end: line.end });
  if (form === 'as-text') content = { ...content, start: content.start + blanksAt(source, content) };
  const closing = /[ \t]+#+$/.exec(source.slice(content.start, content.end));
  if (closing !== null) content = { start: content.start, end: content.start + closing.index };
  return toHeading(
    source,
    { level: markerLength as Heading['level'], form, marker, content, span: trimmed(source, line) },
    reading,
  );
}

/** How many characters at the start of `content` only look like a space, or like nothing. */
function blanksAt(source: string, { start, end }: Span): number {
  return /^[\s\u200B-\u200F\u2060\uFEFF]*/.exec(source.slice(start, end))?.[0].length ?? 0;
}

/** A heading that only remark recognizes. */
function markdownHeading(source: string, span: Span, level: Heading['level'], reading: HeadingReading): Heading {
  const isAtx = ATX_START.test(source.slice(span.start, span.start + 7));
  return isAtx ? atxHeading(source, span, level, 'atx', reading) : setextHeading(source, span, level, reading);
}

function setextHeading(source: string, span: Span, level: Heading['level'], reading: HeadingReading): Heading {
  const text = source.slice(span.start, span.end);
  const underline = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const marker = trimmed(source, { start: span.start + underline, end: span.end });
  const content = trimmed(source, { start: span.start, end: marker.start });
  return toHeading(source, { level, form: 'setext', marker, content, span }, reading);
}

type HeadingParts = Omit<Heading, 'text' | 'words' | 'otherAnchors' | 'matches'>;

function toHeading(source: string, parts: HeadingParts, { vocabulary, definitions }: HeadingReading): Heading {
  const { content } = parts;
  const { text, otherAnchors } = readHeadingText(source.slice(content.start, content.end), definitions);
  return { ...parts, text, words: wordsIn(source, content), otherAnchors, matches: sectionsNamed(text, vocabulary) };
}

/** Bold that isn't rendered, and `#` marks that were typed twice, don't change what the author means. */
function sectionsNamed(text: string, { sections }: Vocabulary): Heading['matches'] {
  const matches = sections.lookup(text);
  if (matches.length > 0 || !/^#|\*\*|__|`/.test(text)) return matches;
  return sections.lookup(text.replace(/^#{1,6}[ \t]+|\*\*|__|`/g, ''));
}

const INCLUDE = /\[!INCLUDE\s{0,9}\[[^[\]\r\n]{0,500}\]\(([^()\r\n]{0,2000})\)\s{0,9}\]/gi;

function readIncludes(source: string, isCode: (offset: number) => boolean): Include[] {
  if (!/\[!include/i.test(source)) return [];
  return [...source.matchAll(INCLUDE)]
    .filter(({ index }) => !isCode(index))
    .map((match) => {
      // A title can follow the path.
      const target = (match[1] ?? '')
        .replace(/\s["'].*$/, '')
        .trim()
        .replace(/^<|>$/g, '');
      const start = match.index + match[0].lastIndexOf(target, match[0].lastIndexOf(')'));
      return {
        span: { start: match.index, end: match.index + match[0].length },
        target: { value: target, span: { start, end: start + target.length } },
      };
    });
}

const ALERT = /^[ \t]*>[ \t]*\[!([^\]\r\n]*)\]/gm;

function readAlerts(source: string, isCode: (offset: number) => boolean): Alert[] {
  if (!source.includes('[!')) return [];
  return [...source.matchAll(ALERT)].flatMap((match) => {
    const kind = match[1] ?? '';
    const start = match.index + match[0].length - 1 - kind.length;
    if (isCode(start) || /^include\s/i.test(kind)) return [];
    return [{ kind: { value: kind, span: { start, end: start + kind.length } } }];
  });
}
