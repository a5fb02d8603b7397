import { defineMessages, type Message } from '../../../messages/index.js';
import type { Inlines } from '../../model/inlines.js';
import { readMarkdown } from '../../parse/inlines.js';
import { shift, type Span } from '../../text/span.js';
import { applyEdits, type TextEdit } from '../../text/text-edit.js';
import type { Fix } from '../rule.js';
import { largest, smallest } from '../../text/lists.js';
import { suggestion, titles } from './fixes.js';

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

/** Two `**` that were meant to make the text between them bold, but are shown as asterisks. */
export interface LiteralPair {
  readonly open: Span;
  readonly close: Span;
}

interface Written {
  readonly source: string;
  readonly inlines: Inlines;
}

/** Every run of asterisks that is shown as text, in source order; not the empty `****` of a label without a value. */
export function literalMarkers(source: string, { texts }: Inlines): Span[] {
  if (!source.includes('**')) return [];
  return texts.flatMap((text) =>
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

/** A blank line, the next list item, a table row, or another paragraph in a quote. */
const LEAVES_PARAGRAPH = /\n[ \t>]*\r?\n|\n[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|\|/;

function looksClosing(source: string, { start, end }: Span): boolean {
  return !isSpace(source[start - 1]) && isSpace(source[end]);
}

function isSpaced(source: string, { start, end }: Span): boolean {
  return isSpace(source[start - 1]) && isSpace(source[end]);
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

/** The ways to fix the pair, best first; only those that a Markdown parser then reads as bold. */
export function fixesForPair(source: string, { open, close }: LiteralPair): Fix[] {
  const mark = source.slice(open.start, open.end);
  const content = source.slice(open.end, close.start);
  const span = { start: open.start, end: close.end };
  const lead = /^\s*/.exec(content)?.[0] ?? '';
  const trail = /\s*$/.exec(content)?.[0] ?? '';
  const inner = content.slice(lead.length, content.length - trail.length);
  const before = isSpace(source[open.start - 1]) || isUnspaced(source[open.start - 1], inner[0]) ? '' : lead;
  const next = source[close.end];
  const isSpaceSurplus = isSpace(next) || /[,.;:!?，。、；：！？]/.test(next ?? '') || isUnspaced(inner.at(-1), next);
  const after = isSpaceSurplus ? '' : trail;
  const [, text = '', ending = ''] = ENDING.exec(inner) ?? [];
  const choices: readonly (Fix | undefined)[] = [
    lead + trail === ''
      ? undefined
      : replacement(
          before + after === '' ? texts.deleteSpaces : texts.moveSpaces,
          span,
          `${before}${mark}${inner}${mark}${after}`,
        ),
    text === '' || lead + trail !== ''
      ? undefined
      : replacement(texts.movePunctuation({ punctuation: ending }), span, `${mark}${text}${mark}${ending}`),
    lead + trail === '' ? spaceAround(source, open, close) : undefined,
    replacement(texts.removeAsterisks, span, content),
  ];
  return choices.filter((fix) => fix !== undefined && rendersBetter(source, fix.edits)).flatMap((fix) => fix ?? []);
}

/** In Chinese and Japanese, there is no space between two words. */
function isUnspaced(one = '', other = ''): boolean {
  return UNSPACED.test(one) && UNSPACED.test(other);
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** Punctuation that ends a phrase and can be moved after it; not closing brackets or quotation marks. */
const ENDING = /^([^]*[^\s，。、；：！？,.;:!?])([，。、；：！？,.;:!?]+)$/;

function spaceAround(source: string, open: Span, close: Span): Fix {
  const edits: TextEdit[] = [];
  if (/[\p{P}\p{S}]/u.test(source[open.end] ?? '') && !isSpace(source[open.start - 1]))
    edits.push({ span: { start: open.start, end: open.start }, newText: ' ' });
  if (!isSpace(source[close.end])) edits.push({ span: { start: close.end, end: close.end }, newText: ' ' });
  return suggestion(edits.length > 1 ? texts.insertSpaces : titles.insertSpace, ...edits);
}

function replacement(title: Message, span: Span, newText: string): Fix {
  return suggestion(title, { span, newText });
}

/** The ways to fix an unmatched marker. */
export function fixesForStray(source: string, stray: Span): Fix[] {
  const rest = lineFrom(source, stray.end);
  const marker = source.slice(stray.start, stray.end);
  const choices: Fix[] = [];
  const before = source[stray.start - 1];
  if ((isSpace(before) || isUnspaced(before, rest[0])) && rest.trim() !== '' && !rest.includes('**')) {
    const bold = boldAtStart(source, stray, rest);
    const at = stray.end + bold.length;
    const isAtEnd = rest.trimEnd() === bold;
    const title = isAtEnd ? texts.insertAtEnd({ marker }) : texts.insertAfter({ marker, text: lastWord(bold) });
    choices.push(suggestion(title, { span: { start: at, end: at }, newText: marker }));
  }
  choices.push(replacement(texts.removeAsterisks, stray, ''));
  return choices.filter(({ edits }) => rendersBetter(source, edits));
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
  if (word !== undefined && UNSPACED.test(word.at(-1) ?? '')) return word;
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

function lineFrom(source: string, start: number): string {
  return /^[^\r\n]*/.exec(source.slice(start))?.[0] ?? '';
}

/** Longer lines aren't parsed again for every fix. */
const MAX_LENGTH = 5_000;

/** Whether fewer asterisks are shown after `edits` than before, in the lines that they change. */
function rendersBetter(source: string, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) return false;
  const lines = linesAround(source, edits);
  if (lines.end - lines.start > MAX_LENGTH) return false;
  const before = source.slice(lines.start, lines.end);
  const after = applyEdits(
    before,
    edits.map((edit) => ({ ...edit, span: shift(edit.span, -lines.start) })),
  );
  return literalLength(after) < literalLength(before);
}

/**
 * From the first nonblank character of the first line, since four spaces would make it code, to the end of the last
 * line.
 */
function linesAround(source: string, edits: readonly TextEdit[]): Span {
  const first = smallest(edits.map(({ span }) => span.start));
  const last = largest(edits.map(({ span }) => span.end));
  const line = Math.max(source.lastIndexOf('\n', first - 1), source.lastIndexOf('\r', first - 1)) + 1;
  const start = Math.min(first, line + (/^[ \t]*/.exec(source.slice(line, first))?.[0].length ?? 0));
  return { start, end: last + lineFrom(source, last).length };
}

function literalLength(source: string): number {
  return literalMarkers(source, readMarkdown(source).inlines).reduce((sum, { start, end }) => sum + end - start, 0);
}
