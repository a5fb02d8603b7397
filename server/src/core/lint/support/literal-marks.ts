import type { Message } from '../../../messages/index.js';
import type { Inlines } from '../../model/inlines.js';
import { readMarkdown } from '../../parse/inlines.js';
import { largest, smallest } from '../../text/lists.js';
import { isEastAsian } from '../../text/scripts.js';
import { shift, type Span } from '../../text/span.js';
import { applyEdits, type TextEdit } from '../../text/text-edit.js';
import type { Fix } from '../rule.js';
import { suggestion, titles } from './fixes.js';

/** Two marks that were meant to emphasize the text between them, but are shown as text. */
export interface LiteralPair {
  readonly open: Span;
  readonly close: Span;
}

export interface Written {
  readonly source: string;
  readonly inlines: Inlines;
}

/** A kind of emphasis: bold or italics. */
export interface Emphasis {
  /** The marks of this kind that are shown as text. */
  marksIn(written: Written): readonly Span[];
  readonly titles: {
    readonly moveSpaces: Message;
    readonly deleteSpaces: Message;
    readonly insertSpaces: Message;
    readonly removeMarks: Message;
    movePunctuation(values: { punctuation: string }): Message;
  };
}

export function isSpaced(source: string, { start, end }: Span): boolean {
  return isSpace(source[start - 1]) && isSpace(source[end]);
}

export function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

/** A blank line, the next list item, a table row, or another paragraph in a quote. */
export const LEAVES_PARAGRAPH = /\n[ \t>]*\r?\n|\n[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|\|/;

/** The ways to fix the pair, best first; only those that a Markdown parser then reads as emphasis. */
export function fixesForPair(source: string, { open, close }: LiteralPair, emphasis: Emphasis): Fix[] {
  const mark = source.slice(open.start, open.end);
  const content = source.slice(open.end, close.start);
  const span = { start: open.start, end: close.end };
  const lead = /^\s*/.exec(content)?.[0] ?? '';
  const trail = /\s*$/.exec(content)?.[0] ?? '';
  const inner = content.slice(lead.length, content.length - trail.length);
  const [previous, next] = [source[open.start - 1], source[close.end]];
  const before = isSpace(previous) || areUnspaced(previous, inner[0]) ? '' : lead;
  const after = needsNoSpace(next) || areUnspaced(inner.at(-1), next) ? '' : trail;
  const [, text = '', ending = ''] = ENDING.exec(inner) ?? [];
  const choices: (Fix | undefined)[] = [
    lead + trail === ''
      ? undefined
      : replacement(
          before + after === '' ? emphasis.titles.deleteSpaces : emphasis.titles.moveSpaces,
          span,
          `${before}${mark}${inner}${mark}${after}`,
        ),
    text === '' || lead + trail !== ''
      ? undefined
      : replacement(emphasis.titles.movePunctuation({ punctuation: ending }), span, `${mark}${text}${mark}${ending}`),
    lead + trail === '' ? spaceAround(source, open, close, emphasis) : undefined,
  ];
  // In a script with spaces between words, one is missing.
  if (/\p{Script=Latin}/u.test(next ?? '')) choices.reverse();
  choices.push(replacement(emphasis.titles.removeMarks, span, content));
  return choices
    .filter((fix) => fix !== undefined && rendersBetter(source, fix.edits, emphasis))
    .flatMap((fix) => fix ?? []);
}

/** Punctuation that ends a phrase and can be moved after it; not closing brackets or quotation marks. */
const ENDING = /^([^]*[^\s，。、；：！？,.;:!?])([，。、；：！？,.;:!?]+)$/;

function spaceAround(source: string, open: Span, close: Span, emphasis: Emphasis): Fix {
  const edits: TextEdit[] = [];
  if (/[\p{P}\p{S}]/u.test(source[open.end] ?? '') && !isSpace(source[open.start - 1]))
    edits.push({ span: { start: open.start, end: open.start }, newText: ' ' });
  if (!isSpace(source[close.end])) edits.push({ span: { start: close.end, end: close.end }, newText: ' ' });
  return suggestion(edits.length > 1 ? emphasis.titles.insertSpaces : titles.insertSpace, ...edits);
}

/** At the end of a line, and before another space or punctuation. */
function needsNoSpace(character: string | undefined): boolean {
  return character === undefined || /[\s\p{Pe}.,;:!?，。、；：！？]/u.test(character);
}

/** Chinese and Japanese have no spaces between words. */
export function areUnspaced(one = '', other = ''): boolean {
  return isEastAsian(one) && isEastAsian(other);
}

function replacement(title: Message, span: Span, newText: string): Fix {
  return suggestion(title, { span, newText });
}

export function lineFrom(source: string, start: number): string {
  return /^[^\r\n]*/.exec(source.slice(start))?.[0] ?? '';
}

/** Longer lines aren't parsed again for every fix. */
const MAX_LENGTH = 5_000;

/** Whether fewer marks are shown after `edits` than before, in the lines that they change. */
export function rendersBetter(source: string, edits: readonly TextEdit[], emphasis: Emphasis): boolean {
  if (edits.length === 0) return false;
  const lines = linesAround(source, edits);
  if (lines.end - lines.start > MAX_LENGTH) return false;
  const before = source.slice(lines.start, lines.end);
  const after = applyEdits(
    before,
    edits.map((edit) => ({ ...edit, span: shift(edit.span, -lines.start) })),
  );
  return literalLength(after, emphasis) < literalLength(before, emphasis);
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

function literalLength(source: string, emphasis: Emphasis): number {
  return emphasis
    .marksIn({ source, inlines: readMarkdown(source).inlines })
    .reduce((sum, { start, end }) => sum + end - start, 0);
}
