import { defineMessages } from '../../../messages/index.js';
import { isEastAsian } from '../../text/scripts.js';
import type { Span } from '../../text/span.js';
import { isSpace, LEAVES_PARAGRAPH, type Emphasis, type LiteralPair, type Written } from './literal-marks.js';

const texts = defineMessages('literal-italics', {
  moveSpaces: { text: 'Move the spaces out of the italic text', note: 'Title of a fix.' },
  deleteSpaces: { text: 'Delete the spaces at the ends of the italic text', note: 'Title of a fix.' },
  movePunctuation: {
    text: 'Move "{punctuation}" out of the italic text',
    note: 'Title of a fix. {punctuation}: the punctuation at the end of the italic text.',
  },
  removeMarks: { text: 'Remove both marks', note: 'Title of a fix. Marks: asterisks or underscores around text.' },
  insertSpaces: { text: 'Insert spaces around the italic text', note: 'Title of a fix.' },
});

/** Text between single `*` or `_`. */
export const ITALICS: Emphasis = {
  marksIn: literalMarks,
  titles: {
    moveSpaces: texts.moveSpaces,
    deleteSpaces: texts.deleteSpaces,
    insertSpaces: texts.insertSpaces,
    removeMarks: texts.removeMarks,
    movePunctuation: texts.movePunctuation,
  },
};

/** Every single `*` or `_` that is shown as text and could be meant as a mark. */
function literalMarks({ source, inlines }: Written): Span[] {
  if (!MARK.test(source)) return [];
  return inlines.texts.flatMap((text) =>
    [...source.slice(text.start, text.end).matchAll(MARKS)].flatMap(({ 0: mark, index }) => {
      const span = { start: text.start + index, end: text.start + index + mark.length };
      return mark.startsWith('\\') || !isSingle(source, span) || isBullet(source, span) ? [] : [span];
    }),
  );
}

const MARK = /(?<!\*)\*(?!\*)|(?<!_)_(?!_)/;
const MARKS = /\\[^]|[*_]/g;

function isSingle(source: string, { start, end }: Span): boolean {
  const mark = source[start];
  return source[start - 1] !== mark && source[end] !== mark;
}

/** The marker of a list item. */
function isBullet(source: string, { start, end }: Span): boolean {
  return isSpace(source[end]) && BEFORE_BULLET.test(source.slice(Math.max(0, start - 40), start));
}

const BEFORE_BULLET = /(?:^|[\r\n])[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/;

/**
 * The marks that were certainly meant as a pair. A single one may be a footnote mark, an operator or a wildcard, so a
 * pair has to enclose words, and both of its marks have to be on the side of a word where italics start and end.
 */
export function literalItalics(written: Written): LiteralPair[] {
  const marks = literalMarks(written);
  const pairs: LiteralPair[] = [];
  let done = 0;
  for (const open of marks) {
    if (open.start < done) continue;
    const close = nextMark(written.source, open);
    if (close === undefined || !areMeantAsPair(open, close, written.source)) continue;
    pairs.push({ open, close });
    // Where a later mark took the closing one for its own, the rest of the line is off by one.
    done = marks.some(({ start }) => start === close.start) ? close.end : lineEnd(written.source, close.end);
  }
  return pairs;
}

/** Even if a renderer takes it for the start of other italics. */
function nextMark(source: string, { start, end }: Span): Span | undefined {
  const mark = source[start] ?? '*';
  const at = source.indexOf(mark, end);
  return at === -1 || at - end > LONGEST_TEXT ? undefined : { start: at, end: at + 1 };
}

const LONGEST_TEXT = 500;

function lineEnd(source: string, from: number): number {
  const length = source.slice(from).search(/[\r\n]/);
  return length === -1 ? source.length : from + length;
}

function areMeantAsPair(open: Span, close: Span, source: string): boolean {
  const content = source.slice(open.end, close.start);
  if (!isSingle(source, close) || !WORD.test(content) || LEAVES_PARAGRAPH.test(content)) return false;
  if (content.endsWith('\\') || content.includes('`') || content.includes('](')) return false;
  const before = source[open.start - 1];
  const after = source[close.end];
  const first = content[0] ?? '';
  const last = content[content.length - 1] ?? '';
  if (isSpace(first) || CLOSING.test(first) || isWildcard(source, open) || isWildcard(source, close)) return false;
  if (isSpace(last)) return isOutside(before) && /\S[ \t\u00a0]+$/.test(content) && endsText(source, close.end);
  if (!PUNCTUATION.test(first) && PUNCTUATION.test(last))
    return isOutside(before) && after !== undefined && LETTER.test(after);
  return PUNCTUATION.test(first) && before !== undefined && isEastAsian(before);
}

/** A word of two letters, or one Chinese character. */
const WORD = /\p{L}\p{L}|\p{Script=Han}/u;
const LETTER = /\p{L}/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const CLOSING = /[\p{Pe}\p{Pf},.;:!?，。；：！？、]/u;

/** Whether a mark after this character can start italics. A footnote mark follows a word, but only with spaces. */
function isOutside(before: string | undefined): boolean {
  return before === undefined || /[\s\p{P}]/u.test(before) || isEastAsian(before);
}

/** Whether the text ends here or only punctuation follows: `see *note *.` */
function endsText(source: string, at: number): boolean {
  return /^(?:[ \t]*(?:[\r\n|]|$)|[.,;:!?)，。；：！？、）])/.test(source.slice(at, at + 20));
}

/** `*.md`, `Get-*`, `/api/*`. */
function isWildcard(source: string, { start, end }: Span): boolean {
  return /[/\\@=-]/.test(source[start - 1] ?? '') || /^(?:[/\\@=-]|\.\w)/.test(source.slice(end, end + 2));
}
