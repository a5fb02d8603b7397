import type { Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { detached } from '../text/detached.js';
import { slugOf } from '../text/slug.js';
import { trimmed, type Span } from '../text/span.js';
import { INVISIBLE } from '../text/spelling.js';

/** A heading as readers see it. */
export interface HeadingText {
  /** Without marks, tags, comments, `{#id}` and invisible characters, and with the characters of entities. */
  readonly text: string;
  /** Anchors that differ from the one of `text`: renderers disagree about them. */
  readonly otherAnchors: readonly string[];
}

/** Reads the source of a heading, without its `#` marks. `definitions` are the link definitions of the file. */
export function readHeadingText(content: string, definitions: string): HeadingText {
  const source = content.replace(/\s*[\r\n]\s*/g, ' ');
  if (!MARKS.test(source))
    return source.includes('\u00A0') ? withSpace(source) : { text: tidy(source), otherAnchors: NONE };
  const key = source.includes('[') ? `${source}\n\n${definitions}` : source;
  let text = known.get(key);
  if (text === undefined) {
    text = readByRemark(detached(key), detached(source));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(detached(key), text);
  }
  return text;
}

/** The part of a heading's source that names it: without the comments, anchors and `{#id}` around its words. */
export function wordsIn(source: string, content: Span): Span {
  const text = source.slice(content.start, content.end);
  let start = 0;
  let end = text.length;
  const unseen = [...text.matchAll(UNSEEN)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  for (const part of unseen) if (text.slice(start, part.start).trim() === '') start = part.end;
  for (const part of unseen.reverse())
    if (part.start >= start && text.slice(part.end, end).trim() === '') end = part.start;
  const words = trimmed(text, { start, end });
  return words.start === words.end ? content : { start: content.start + words.start, end: content.start + words.end };
}

const UNSEEN = /<!--(?:[^-]|-(?!->))*-->|<a\s[^<>]*>[ \t]*<\/a>|\{#[\w-]+[^{}]*\}/gi;
/** Characters that can be Markdown or HTML. */
const MARKS = /[\\`*_[\]<&{~]/;
const NONE: readonly string[] = [];

const processor = unified().use(remarkParse).freeze();
const known = new Map<string, HeadingText>();
/** More than one page has; headings repeat in all pages of a folder. */
const MOST_KNOWN = 2000;

function readByRemark(key: string, source: string): HeadingText {
  const [heading] = processor.parse(`# ${key}`).children;
  if (heading?.type !== 'heading') return { text: tidy(source), otherAnchors: NONE };
  const written = textOf(heading, 'with images').replace(STRUCK, '$1');
  const text = tidy(written.replace(ATTRIBUTES, ''));
  const anchors = [written, textOf(heading, 'without images')].flatMap((one) => [one, one.replaceAll('\u00A0', '')]);
  return { text, otherAnchors: otherThan(text, anchors) };
}

/** Neither GitHub nor docfx replaces a no-break space with a hyphen: they drop it. */
function withSpace(source: string): HeadingText {
  const text = tidy(source);
  return { text, otherAnchors: otherThan(text, [source.replaceAll('\u00A0', '')]) };
}

function otherThan(text: string, written: readonly string[]): readonly string[] {
  const own = slugOf(text);
  const slugs = new Set(written.map(slugOf));
  slugs.delete(own);
  slugs.delete('');
  return slugs.size === 0 ? NONE : [...slugs];
}

const ATTRIBUTES = /\{#[\w-]+[^{}]*\}\s*$/;
const STRUCK = /~~([^~]+)~~/g;

function textOf(node: Root | Nodes, images: 'with images' | 'without images'): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'html':
      return /^<br\b/i.test(node.value) ? ' ' : '';
    case 'break':
      return ' ';
    case 'image':
    case 'imageReference':
      return images === 'with images' ? (node.alt ?? '') : '';
    default:
      return 'children' in node ? node.children.map((child) => textOf(child, images)).join('') : '';
  }
}

function tidy(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}
