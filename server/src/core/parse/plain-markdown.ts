import type { Inlines, Link } from '../model/inlines.js';
import type { Span } from '../text/span.js';

/** Characters without which text is just text. */
const MARKUP = /[[\]<`\\&*_~]|^(?: {4}|\t)|^[ \t]*(?:=+|-+)[ \t]*$| #/m;

/**
 * One construct that reads the same to every Markdown parser: a link or an image on one line without anything nested,
 * or bold text without anything nested.
 */
const LINK = /(!?)\[([^[\]<>`\\&*_!~\r\n]*)\]\(([^\s()<>`\\&*_[\]]+)\)/y;
const STRONG = /\*\*([^*[\]<>`\\&_\s~](?:[^*[\]<>`\\&_\r\n~]*[^*[\]<>`\\&_\s~])?)\*\*/y;
/** Marks that mean something only next to others, and are plain here. */
const HARMLESS = /\*(?=[ \t])|&(?![#\w]+;)|_(?=[\p{L}\p{N}])|<(?![A-Za-z/!?])/uy;
const PUNCTUATION_OR_SPACE = /[\s\p{P}\p{S}]/u;

/**
 * The inlines of `source` when it holds only what reads the same to every parser; `undefined` when it takes remark to
 * tell. Two thirds of what authors write is of this kind, and costs next to nothing; a test holds it against remark.
 */
export function readPlainMarkdown(source: string): Inlines | undefined {
  if (!MARKUP.test(source)) return { links: [], strongs: [], texts: [], opaque: [] };
  if (mayHoldBlocks(source)) return undefined;
  const links: Link[] = [];
  const strongs: Span[] = [];
  const texts: Span[] = [];
  let textStart = 0;
  for (let at = nextMark(source, 0); at !== -1; at = nextMark(source, at)) {
    const end = readConstruct(source, at, links, strongs) ?? skipHarmless(source, at);
    if (end === undefined) return undefined;
    if (end.isConstruct) {
      if (at > textStart) texts.push({ start: textStart, end: at });
      textStart = end.at;
    }
    at = end.at;
  }
  if (textStart < source.length) texts.push({ start: textStart, end: source.length });
  return { links, strongs, texts, opaque: [] };
}

/**
 * Whether a line could open something other than a paragraph, a list or a heading at the margin: indented code, a
 * fence, a setext heading.
 */
const BLOCKS = /^ {0,3}(?:~~~|=+[ \t]*$|-+[ \t]*$| {0,3}#(?<! {0}#))|^ {1,3}#|(?:^|\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)(?: {4}|\t)/m;

function mayHoldBlocks(source: string): boolean {
  return BLOCKS.test(source) || /^(?: {4}|\t)/.test(source);
}

const MARKS = /[[\]<`\\&*_~]/g;

function nextMark(source: string, from: number): number {
  MARKS.lastIndex = from;
  return MARKS.exec(source)?.index ?? -1;
}

interface Skipped {
  readonly at: number;
  readonly isConstruct: boolean;
}

function readConstruct(source: string, at: number, links: Link[], strongs: Span[]): Skipped | undefined {
  const isImage = source[at - 1] === '!';
  if (source[at] === '[') {
    LINK.lastIndex = isImage ? at - 1 : at;
    const match = LINK.exec(source);
    if (match === null) return undefined;
    links.push(linkOf(match, LINK.lastIndex));
    return { at: LINK.lastIndex, isConstruct: true };
  }
  if (source[at] !== '*') return undefined;
  STRONG.lastIndex = at;
  const match = STRONG.exec(source);
  if (match === null || !bindsAt(source, at, STRONG.lastIndex)) return undefined;
  strongs.push({ start: at, end: STRONG.lastIndex });
  return { at: STRONG.lastIndex, isConstruct: true };
}

/** CommonMark's flanking rule: beside punctuation on the inside, `**` needs white space or punctuation on the outside. */
function bindsAt(source: string, start: number, end: number): boolean {
  return binds(source[start + 2], source[start - 1]) && binds(source[end - 3], source[end]);
}

function binds(inside = '', outside = '\n'): boolean {
  return !PUNCTUATION_OR_SPACE.test(inside) || PUNCTUATION_OR_SPACE.test(outside);
}

function linkOf(match: RegExpExecArray, end: number): Link {
  const [, bang = '', text = '', target = ''] = match;
  const start = match.index;
  const textStart = start + bang.length + 1;
  const targetStart = textStart + text.length + 2;
  return {
    kind: bang === '' ? 'link' : 'image',
    span: { start, end },
    text: { start: textStart, end: textStart + text.length },
    target: { value: target, span: { start: targetStart, end: targetStart + target.length } },
  };
}

function skipHarmless(source: string, at: number): Skipped | undefined {
  HARMLESS.lastIndex = at;
  const match = HARMLESS.exec(source);
  if (match === null || (match[0] === '_' && !/[\p{L}\p{N}]/u.test(source[at - 1] ?? ''))) return undefined;
  return { at: HARMLESS.lastIndex, isConstruct: false };
}
