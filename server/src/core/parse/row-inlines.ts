import type { Inlines } from '../model/inlines.js';
import type { Cell, Row } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { readMarkdown, shiftInlines } from './inlines.js';

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
  const inlines = shiftInlines(readMarkdown(LINE_START + text).inlines, span.start - LINE_START.length);
  return {
    ...inlines,
    texts: inlines.texts.flatMap(({ start, end }) =>
      end > span.start ? [{ start: Math.max(start, span.start), end }] : [],
    ),
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
