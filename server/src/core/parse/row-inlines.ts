import type { Inlines } from '../model/inlines.js';
import type { Cell, Row } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import { readMarkdown } from './inlines.js';

/**
 * The inline structure of the cells in `row`; spans count from the row.
 * Each cell is parsed alone: `|` separates cells before their content is parsed, so that no link or bold text can span
 * two cells.
 */
export const inlinesOf: (row: Row) => Inlines = memoized((row: Row) => {
  const cells = row.cells.filter(({ text }) => text !== '');
  if (!MARKUP.test(row.source))
    return { links: NONE, strongs: NONE, texts: cells.map(({ span }) => span), opaque: NONE, tags: NONE };
  return joined(cells.map((cell) => readCell(row.source, cell)));
});

const NONE: readonly never[] = [];

/** A cell without these characters is plain text. */
const MARKUP = /[[\]<`\\&*_]/;

/**
 * Precedes the text of a cell for parsing: a cell contains a line of text, never a heading, a list or an HTML block,
 * whatever it begins with.
 */
const LINE_START = 'x ';

function readCell(source: string, { span }: Cell): Inlines {
  const text = source.slice(span.start, span.end);
  if (!MARKUP.test(text)) return { links: NONE, strongs: NONE, texts: [span], opaque: NONE, tags: NONE };
  const { links, strongs, texts, opaque, tags } = readMarkdown(LINE_START + text).inlines;
  const offset = span.start - LINE_START.length;
  const move = (read: Span): Span => shift(read, offset);
  return {
    links: links.map((link) => ({
      ...link,
      span: move(link.span),
      text: move(link.text),
      target: { value: link.target.value, span: move(link.target.span) },
    })),
    strongs: strongs.map(move),
    texts: texts
      .map(move)
      .flatMap(({ start, end }) => (end > span.start ? [{ start: Math.max(start, span.start), end }] : [])),
    opaque: opaque.map(move),
    tags: tags.map(({ name, span: tag, attributes }) => ({
      name,
      span: move(tag),
      attributes: new Map([...attributes].map(([key, { value, span: at }]) => [key, { value, span: move(at) }])),
    })),
  };
}

function joined(cells: readonly Inlines[]): Inlines {
  return {
    links: cells.flatMap(({ links }) => links),
    strongs: cells.flatMap(({ strongs }) => strongs),
    texts: cells.flatMap(({ texts }) => texts),
    opaque: cells.flatMap(({ opaque }) => opaque),
    tags: cells.flatMap(({ tags }) => tags),
  };
}
