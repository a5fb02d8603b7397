import type { Alert, Include, TextBlock } from '../model/blocks.js';
import type { Heading } from '../model/headings.js';
import { INVISIBLE } from '../text/spelling.js';
import { trimmed, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { readConflictMarker, readSuppressions } from './comments.js';
import { isUnreadable, readInItem, readMarkdown, type MarkdownHeading } from './inlines.js';
import { readLabels } from './labels.js';
import { linesOf } from './lines.js';

/**
 * Parses the lines of one block that isn't a table, in a list item whose text begins at column `margin`. Never fails:
 * any text gives a block.
 */
export function readTextBlock(source: string, margin: number, vocabulary: Vocabulary, definitions: string): TextBlock {
  const reading = margin === 0 ? readMarkdown(source, definitions) : readInItem(source, margin, definitions);
  const isCode = insideOf(reading.inlines.opaque);
  const lines = linesOf(source);
  return {
    kind: 'text',
    source,
    headings: readHeadings(source, lines, reading.headings, vocabulary, isCode),
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
    unread: isUnreadable(source),
  };
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

const ATX = /^( {0,3}(#{1,6}))(?:[ \t]+|$)/;
/** `##Heading`: a single `#` is more often a number or a tag than a heading. */
const NO_SPACE = /^(#{2,6})(?=[^\s#\d!&/"'(.,;:?-])/;

function readHeadings(
  source: string,
  lines: readonly Span[],
  fromMarkdown: readonly MarkdownHeading[],
  vocabulary: Vocabulary,
  isCode: (offset: number) => boolean,
): Heading[] {
  const headings: Heading[] = [];
  for (const line of lines) {
    if (source.charCodeAt(line.start) !== HASH) continue;
    const text = source.slice(line.start, line.end);
    const atx = ATX.exec(text);
    const marker = atx?.[1] ?? NO_SPACE.exec(text)?.[1];
    if (marker === undefined || isCode(line.start)) continue;
    headings.push(atxHeading(source, line, marker.length, atx === null ? 'no-space' : 'atx', vocabulary));
  }
  for (const { level, span } of fromMarkdown) {
    if (ATX_START.test(source.slice(span.start, span.start + 7))) {
      if (!headings.some((known) => known.span.start === span.start))
        headings.push(indentedHeading(source, span, level, vocabulary));
    } else headings.push(setextHeading(source, span, level, vocabulary));
  }
  return withoutUnderlined(headings).sort((a, b) => a.span.start - b.span.start);
}

/** Without lines such as `##Plan` that belong to the text of a setext heading. */
function withoutUnderlined(headings: readonly Heading[]): Heading[] {
  const isUnderlined = insideOf(headings.flatMap(({ form, span }) => (form === 'setext' ? [span] : [])));
  return headings.filter(({ form, span }) => form !== 'no-space' || !isUnderlined(span.start));
}

const HASH = 0x23;
/** A line of text such as `#Plan` can be the first line of a setext heading. */
const ATX_START = /^#{1,6}(?:[ \t\r\n]|$)/;

function atxHeading(
  source: string,
  line: Span,
  markerLength: number,
  form: Heading['form'],
  vocabulary: Vocabulary,
): Heading {
  const marker = { start: line.start, end: line.start + markerLength };
  let content = trimmed(source, { start: marker.end, end: line.end });
  const closing = /[ \t]+#+$/.exec(source.slice(content.start, content.end));
  if (closing !== null) content = { start: content.start, end: content.start + closing.index };
  return toHeading(
    source,
    { level: markerLength as Heading['level'], form, marker, content, span: trimmed(source, line) },
    vocabulary,
  );
}

function indentedHeading(source: string, span: Span, level: Heading['level'], vocabulary: Vocabulary): Heading {
  return atxHeading(source, span, level, 'atx', vocabulary);
}

function setextHeading(source: string, span: Span, level: Heading['level'], vocabulary: Vocabulary): Heading {
  const text = source.slice(span.start, span.end);
  const underline = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const marker = trimmed(source, { start: span.start + underline, end: span.end });
  const content = trimmed(source, { start: span.start, end: marker.start });
  return toHeading(source, { level, form: 'setext', marker, content, span }, vocabulary);
}

function toHeading(source: string, parts: Omit<Heading, 'text' | 'matches'>, vocabulary: Vocabulary): Heading {
  const text = source
    .slice(parts.content.start, parts.content.end)
    .replace(/\*\*|__|`/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return { ...parts, text, matches: vocabulary.sections.lookup(text) };
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
