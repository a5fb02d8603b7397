import type { Nodes, Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { NO_INLINES, type HtmlTag, type Inlines, type Link } from '../model/inlines.js';
import { appendAll } from '../text/lists.js';
import { shift, type Span } from '../text/span.js';
import { readHtmlTags, readTagsInText } from './html-tags.js';
import { readPlainMarkdown } from './plain-markdown.js';

/** A heading that only remark recognizes: setext or indented. Spans count from the start of the source. */
export interface MarkdownHeading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly span: Span;
  /** Whether it is a part of a list item. */
  readonly inList: boolean;
}

export interface MarkdownReading {
  readonly inlines: Inlines;
  readonly headings: readonly MarkdownHeading[];
}

/** Markdown with footnotes: without them, `[^1]: See the plan` would be a link definition with the target `See`. */
const processor = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [gfmFootnote()])
  .data('fromMarkdownExtensions', [gfmFootnoteFromMarkdown()])
  .freeze();

/** Longer blocks, deeper quotes or lists, and more marks than any author writes; remark would take seconds for them. */
const MAX_BLOCK_LENGTH = 200_000;
const MAX_MARKS = 5_000;
/** For setext headings, remark's time grows with the square of their number. */
const UNDERLINED = /^[ \t>]*(?:=+|-+)[ \t]*$/gm;
const MAX_UNDERLINED = 200;
const TOO_DEEP = /^[ \t]*(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*){50}/m;
/** Shorter blocks can't exceed the limits. */
const MIN_UNREADABLE_LENGTH = 100;

/** Whether `source` is outside what `readMarkdown` can parse in reasonable time. */
export function isUnreadable(source: string): boolean {
  if (source.length < MIN_UNREADABLE_LENGTH) return false;
  return (
    source.length > MAX_BLOCK_LENGTH ||
    TOO_DEEP.test(source) ||
    (source.length > MAX_MARKS &&
      (countMarks(source) > MAX_MARKS || (source.match(UNDERLINED)?.length ?? 0) > MAX_UNDERLINED))
  );
}

function countMarks(source: string): number {
  let marks = 0;
  for (let at = 0; at < source.length; at++) if (MARKS.has(source.charCodeAt(at))) marks++;
  return marks;
}

const MARKS = new Set([...'[]*_`<&!\\'].map((mark) => mark.charCodeAt(0)));

/**
 * The structure of `source` according to remark. `definitions` are the link reference definitions of the whole file, so
 * that `[text][name]` is a link wherever its definition is.
 */
export function readMarkdown(source: string, definitions = ''): MarkdownReading {
  if (isUnreadable(source)) return NOTHING;
  const plain = definitions === '' ? readPlainMarkdown(source) : undefined;
  if (plain !== undefined) return { inlines: withoutMathematics(plain, source), headings: [] };
  const withDefinitions = definitions === '' || !source.includes('[') ? source : `${source}\n\n${definitions}`;
  const reading = new Reading(source);
  reading.visit(processor.parse(withDefinitions));
  return { inlines: withoutMathematics(reading.inlines, source), headings: reading.headings };
}

/** The same for text in a list item whose text begins at column `margin`: indentation up to there isn't code. */
export function readInItem(source: string, margin: number, definitions: string): MarkdownReading {
  const item = `${itemStart(margin)}x\n\n`;
  const { inlines, headings } = readMarkdown(item + source, definitions);
  const shifted = shiftInlines(inlines, -item.length);
  return {
    inlines: { ...shifted, texts: shifted.texts.filter(({ start }) => start >= 0) },
    headings: headings.map((heading) => ({ ...heading, span: shift(heading.span, -item.length) })),
  };
}

/** The markers of an item whose text begins at column `margin`: at most four spaces can follow each of them. */
function itemStart(margin: number): string {
  return margin > 5 ? `- ${itemStart(margin - 2)}` : `-${' '.repeat(Math.max(1, margin - 1))}`;
}

/** The same inlines, counted from `offset` characters earlier. */
export function shiftInlines({ links, strongs, texts, opaque, tags }: Inlines, offset: number): Inlines {
  const move = (span: Span): Span => shift(span, offset);
  return {
    links: links.map((link) => ({
      ...link,
      span: move(link.span),
      text: move(link.text),
      target: { value: link.target.value, span: move(link.target.span) },
    })),
    strongs: strongs.map(move),
    texts: texts.map(move),
    opaque: opaque.map(move),
    tags: tags.map(({ name, span, attributes }) => ({
      name,
      span: move(span),
      attributes: new Map([...attributes].map(([key, { value, span: at }]) => [key, { value, span: move(at) }])),
    })),
  };
}

/** On GitHub, `$[x](y)$` is a formula. */
function withoutMathematics(inlines: Inlines, source: string): Inlines {
  if (!source.includes('$[')) return inlines;
  const formulas = inlines.links.filter(({ span }) => source[span.start - 1] === '$' && source[span.end] === '$');
  if (formulas.length === 0) return inlines;
  const opaque = [...inlines.opaque, ...formulas.map(({ span }) => span)].sort((a, b) => a.start - b.start);
  return { ...inlines, links: inlines.links.filter((link) => !formulas.includes(link)), opaque };
}

const NOTHING: MarkdownReading = { inlines: NO_INLINES, headings: [] };

/** Collects what the rules need from remark's tree. */
class Reading implements MarkdownReading {
  readonly headings: MarkdownHeading[] = [];
  readonly inlines = {
    links: [] as Link[],
    strongs: [] as Span[],
    texts: [] as Span[],
    opaque: [] as Span[],
    tags: [] as HtmlTag[],
  };
  readonly #source: string;
  /** How many list items are open. */
  #items = 0;

  constructor(source: string) {
    this.#source = source;
  }

  visit(node: Root | Nodes): void {
    const span = spanOf(node);
    if (span.start >= this.#source.length && node.type !== 'root') return;
    switch (node.type) {
      case 'text':
        this.inlines.texts.push(span);
        appendAll(this.inlines.tags, readTagsInText(this.#source, span));
        return;
      case 'code':
      case 'inlineCode':
        this.inlines.opaque.push(span);
        return;
      case 'html':
        this.inlines.opaque.push(span);
        appendAll(this.inlines.tags, readHtmlTags(this.#source, span));
        return;
      case 'strong':
        this.inlines.strongs.push(span);
        break;
      case 'heading':
        this.headings.push({ level: node.depth, span, inList: this.#items > 0 });
        break;
      case 'link':
        this.inlines.links.push(linkFrom(this.#source, span, lastChildEnd(node.children, span.start + 1)));
        break;
      case 'image':
        this.inlines.links.push({
          ...linkFrom(this.#source, span, closingBracket(this.#source, span.start + 2)),
          kind: 'image',
        });
        return;
      case 'linkReference':
      case 'imageReference':
      case 'definition':
        this.inlines.links.push(referenceFrom(this.#source, span, node.type === 'definition'));
        break;
    }
    if (node.type === 'listItem') this.#items++;
    if ('children' in node) for (const child of node.children) this.visit(child);
    if (node.type === 'listItem') this.#items--;
  }
}

function spanOf(node: Root | Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function lastChildEnd(children: readonly Nodes[], fallback: number): number {
  const last = children[children.length - 1];
  return last === undefined ? fallback : spanOf(last).end;
}

/** The link at `span`, whose text ends at `textEnd`. */
function linkFrom(source: string, span: Span, textEnd: number): Link {
  const isInline = source[span.start] === '[' || source[span.start] === '!';
  if (!isInline) {
    const inner = source[span.start] === '<' ? { start: span.start + 1, end: span.end - 1 } : span;
    return {
      kind: 'autolink',
      span,
      text: inner,
      target: { value: source.slice(inner.start, inner.end), span: inner },
    };
  }
  const textStart = span.start + (source[span.start] === '!' ? 2 : 1);
  const target = targetAfter(source, source.indexOf('](', textEnd) + 2, span.end - 1);
  return {
    kind: 'link',
    span,
    text: { start: textStart, end: Math.max(textStart, textEnd) },
    target: { value: source.slice(target.start, target.end), span: target },
  };
}

/** The destination that starts at or after `from`: in `<>`, or up to white space. */
function targetAfter(source: string, from: number, limit: number): Span {
  let start = from;
  while (start < limit && /\s/.test(source[start] ?? '')) start++;
  if (source[start] === '<') {
    const close = source.indexOf('>', start);
    return { start: start + 1, end: close === -1 || close > limit ? limit : close };
  }
  let end = start;
  while (end < limit && !/[ \t\r\n]/.test(source[end] ?? '')) end++;
  return { start, end };
}

/** The offset of the `]` that closes the bracket opened directly before `from`. */
function closingBracket(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && depth-- === 0) return at;
  }
  return from;
}

function referenceFrom(source: string, span: Span, isDefinition: boolean): Link {
  const textStart = source.indexOf('[', span.start) + 1;
  const textEnd = closingBracket(source, textStart);
  const text = { start: textStart, end: textEnd };
  const target = isDefinition ? targetAfter(source, textEnd + 2, span.end) : { start: span.end, end: span.end };
  return {
    kind: isDefinition ? 'definition' : 'reference',
    span,
    text,
    target: { value: source.slice(target.start, target.end), span: target },
  };
}
