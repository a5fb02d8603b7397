import { defineMessages } from '../../../messages/index.js';
import { isEastAsian } from '../../text/scripts.js';
import type { Span } from '../../text/span.js';
import type { Fix } from '../rule.js';
import { suggestion } from './fixes.js';
import {
  areUnspaced,
  isSpace,
  isSpaced,
  LEAVES_PARAGRAPH,
  lineFrom,
  rendersBetter,
  type Emphasis,
  type LiteralPair,
  type Written,
} from './literal-marks.js';

const texts = defineMessages('literal-bold', {
  moveSpaces: { text: 'Move the spaces out of the bold text', note: 'Title of a fix.' },
  deleteSpaces: { text: 'Delete the spaces at the ends of the bold text', note: 'Title of a fix.' },
  movePunctuation: {
    text: 'Move "{punctuation}" out of the bold text',
    note: 'Title of a fix. {punctuation}: the punctuation at the end of the bold text.',
  },
  removeAsterisks: { text: 'Remove the asterisks', note: 'Title of a fix.' },
  insertSpaces: { text: 'Insert spaces around the bold text', note: 'Title of a fix.' },
  insertAfter: {
    text: 'Insert "{marker}" after "{text}"',
    note: 'Title of a fix. {marker}: asterisks that make text bold. {text}: the word that they follow.',
  },
  insertAtEnd: {
    text: 'Insert "{marker}" at the end of the line',
    note: 'Title of a fix. {marker}: asterisks that make text bold.',
  },
});

/** Text between `**`. */
export const BOLD: Emphasis = {
  marksIn: literalMarkers,
  titles: {
    moveSpaces: texts.moveSpaces,
    deleteSpaces: texts.deleteSpaces,
    insertSpaces: texts.insertSpaces,
    removeMarks: texts.removeAsterisks,
    movePunctuation: texts.movePunctuation,
  },
};

/** Every run of asterisks that is shown as text, in source order; not the empty `****` of a label without a value. */
export function literalMarkers({ source, inlines }: Written): Span[] {
  if (!source.includes('**')) return [];
  return inlines.texts.flatMap((text) =>
    [...source.slice(text.start, text.end).matchAll(RUN)].flatMap(({ 0: run, index }) => {
      const span = { start: text.start + index, end: text.start + index + run.length };
      return run.startsWith('\\') || run.length > 6 || isEmptyLabel(source, span) || isOperator(source, span)
        ? []
        : [span];
    }),
  );
}

const RUN = /\\[^]|\*{2,}/g;

function isEmptyLabel(source: string, { start, end }: Span): boolean {
  return end - start >= 4 && /[:：][ \t\u00a0]*$/.test(source.slice(Math.max(0, start - 4), start));
}

/** `2 ** 3`: an operator, with a number on either side. */
function isOperator(source: string, { start, end }: Span): boolean {
  return /\d\s*$/.test(source.slice(Math.max(0, start - 3), start)) && /^\s*\d/.test(source.slice(end, end + 3));
}

/** The markers that form pairs, and those that don't. */
export function pairsAmong(markers: readonly Span[], written: Written): { pairs: LiteralPair[]; strays: Span[] } {
  const pairs: LiteralPair[] = [];
  const strays: Span[] = [];
  for (let index = 0; index < markers.length; index++) {
    const open = markers[index];
    const close = markers[index + 1];
    if (open === undefined) break;
    if (close !== undefined && areMeantAsPair(open, close, written)) {
      pairs.push({ open, close });
      index++;
    } else if (!isSpaced(written.source, open)) strays.push(open);
  }
  return { pairs, strays };
}

function areMeantAsPair(open: Span, close: Span, { source, inlines }: Written): boolean {
  if (open.end - open.start !== close.end - close.start || open.end === close.start) return false;
  const between = source.slice(open.end, close.start);
  if (!/[\p{L}\p{N}]/u.test(between) || LEAVES_PARAGRAPH.test(between)) return false;
  if (inlines.strongs.some(({ start }) => open.end <= start && start < close.start)) return false;
  // `word** ` ends bold text, so it can't start it.
  return !looksClosing(source, open) || (isSpaced(source, open) && isSpaced(source, close));
}

function looksClosing(source: string, { start, end }: Span): boolean {
  return !isSpace(source[start - 1]) && isSpace(source[end]);
}

/** The ways to fix an unmatched marker. */
export function fixesForStray(source: string, stray: Span): Fix[] {
  const rest = lineFrom(source, stray.end);
  const marker = source.slice(stray.start, stray.end);
  const choices: Fix[] = [];
  const before = source[stray.start - 1];
  if ((isSpace(before) || areUnspaced(before, rest[0])) && rest.trim() !== '' && !rest.includes('**')) {
    const bold = boldAtStart(source, stray, rest);
    const at = stray.end + bold.length;
    const isAtEnd = rest.trimEnd() === bold;
    const title = isAtEnd ? texts.insertAtEnd({ marker }) : texts.insertAfter({ marker, text: lastWord(bold) });
    choices.push(suggestion(title, { span: { start: at, end: at }, newText: marker }));
  }
  choices.push(suggestion(texts.removeAsterisks, { span: stray, newText: '' }));
  return choices.filter(({ edits }) => rendersBetter(source, edits, BOLD));
}

/**
 * The part of `rest`, the text after `stray`, that was probably meant to be bold: a lead-in such as `Note:`; between
 * spaces in Chinese or Japanese, the word; otherwise, the rest of the sentence without its full stop.
 */
function boldAtStart(source: string, stray: Span, rest: string): string {
  const leadIn = /^[^\s:：.。][^:：.。]{0,39}[:：](?=\s)/.exec(rest)?.[0];
  const line = source.slice(Math.max(source.lastIndexOf('\n', stray.start - 1) + 1, stray.start - 20), stray.start);
  if (leadIn !== undefined && /^[\s>*+-]*(?:\d+[.)]\s+)?$/.test(line)) return leadIn;
  const word = isSpace(source[stray.start - 1]) ? /^\S+(?=[ \t])/.exec(rest)?.[0] : undefined;
  if (word !== undefined && isEastAsian(word.at(-1) ?? '')) return word;
  const sentence = /^(?:[^.!?。！？]|[.!?](?!\s|$))+/.exec(rest)?.[0] ?? rest;
  return (isRestOfSentence(rest, sentence) ? sentence : rest).trimEnd();
}

/** The marks of a sentence that ends with a question stay with it. */
function isRestOfSentence(rest: string, sentence: string): boolean {
  return /[\p{L}\p{N})"”’]$/u.test(sentence) && /^[.。]/.test(rest.slice(sentence.length));
}

function lastWord(text: string): string {
  return /\S{1,20}$/.exec(text)?.[0] ?? text;
}
