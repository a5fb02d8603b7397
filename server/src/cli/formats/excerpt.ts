import { cellWidth } from '../../core/index.js';
import { printableLine } from '../printable.js';

/** A line as it is printed, shortened if necessary, with the columns of a terminal that a range in it takes. */
export interface Excerpt {
  readonly text: string;
  /** The number of columns before the range. */
  readonly start: number;
  /** At least 1. */
  readonly width: number;
}

/** The maximum number of columns of an excerpt, and of the text before the range in a line that is longer. */
const WIDTH = 100;
const BEFORE = 40;

/** The part of `line` around the range from `start` to `end`, which are offsets in the line. */
export function excerptOf(line: string, start: number, end: number): Excerpt {
  const before = lastPart(line.slice(0, start), isShort(line) ? WIDTH : BEFORE);
  const range = firstPart(line.slice(start, end), WIDTH - before.width);
  const after = firstPart(line.slice(end), WIDTH - before.width - range.width);
  return {
    text: withVisibleEnd(`${before.text}${range.text}${range.isCut ? '' : after.text}`),
    start: before.width,
    width: Math.max(1, range.width),
  };
}

/** Spaces at the end of a line mean something: two of them are a line break. */
function withVisibleEnd(text: string): string {
  const words = text.trimEnd();
  return words + text.slice(words.length).replaceAll(' ', '·');
}

interface Part {
  readonly text: string;
  readonly width: number;
  readonly isCut: boolean;
}

/** More code units than fit are never looked at, however long the line is. */
const ENOUGH = 400;

function isShort(line: string): boolean {
  return line.length <= ENOUGH && !firstPart(line, WIDTH).isCut;
}

function firstPart(text: string, width: number): Part {
  const near = text.length <= ENOUGH ? text : text.slice(0, ENOUGH).replace(/[\ud800-\udbff]$/, '');
  const clusters = visibleClusters(near);
  const all = fitting(clusters, width);
  if (all.length === clusters.length && near === text) return partOf(all, false);
  return partOf([...fitting(clusters, width - 1), ...(width > 0 ? [ELLIPSIS] : [])], true);
}

function lastPart(text: string, width: number): Part {
  const near = text.length <= ENOUGH ? text : text.slice(-ENOUGH).replace(/^[\udc00-\udfff]/, '');
  const clusters = visibleClusters(near).reverse();
  const all = fitting(clusters, width);
  if (all.length === clusters.length && near === text) return partOf(all.reverse(), false);
  return partOf([ELLIPSIS, ...fitting(clusters, width - 1).reverse()], true);
}

/** What is shown as one character, and how wide it is. */
interface Cluster {
  readonly text: string;
  readonly width: number;
}

const ELLIPSIS: Cluster = { text: '…', width: 1 };

function partOf(clusters: readonly Cluster[], isCut: boolean): Part {
  const text = clusters.map((cluster) => cluster.text).join('');
  return { text, width: clusters.reduce((sum, { width }) => sum + width, 0), isCut };
}

/** As many of the first clusters as `width` has room for. */
function fitting(clusters: readonly Cluster[], width: number): Cluster[] {
  let free = width;
  const end = clusters.findIndex((cluster) => (free -= cluster.width) < 0);
  return end === -1 ? [...clusters] : clusters.slice(0, end);
}

function visibleClusters(text: string): Cluster[] {
  return [...SEGMENTER.segment(text)].map(({ segment }) => {
    const shown = visible(segment);
    return { text: shown, width: cellWidth(shown) };
  });
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

const TAB = '    ';

/** A cluster without anything that a reader can't see, or that would affect the terminal. */
function visible(cluster: string): string {
  if (cluster === '\t') return TAB;
  const shown = EMOJI.test(cluster) ? cluster : cluster.replace(INVISIBLE, escaped);
  return printableLine(shown);
}

/** Emoji consist of several characters, and some of these are invisible. */
const EMOJI = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Characters without a shape, and spaces that aren't what they look like. Not the selectors of a variant of a character. */
const INVISIBLE = /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|(?![ \u3000])\p{Zs}/gu;

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
