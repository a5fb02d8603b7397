import type { Located, Span } from '../../text/span.js';
import { INVISIBLE } from '../../text/spelling.js';

/** A run of invisible characters that have no effect which the author could want. */
export interface NeedlessRun extends Located<string> {
  /** Whether it can be removed without any effect on the Markdown around it. */
  readonly isInert: boolean;
}

/** Whether `text` contains an invisible character: one cheap test before everything else. */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) !== -1;
}

/** The needless invisible characters in the part `text` of `source`. */
export function needlessIn(source: string, text: Span): NeedlessRun[] {
  return [...source.slice(text.start, text.end).matchAll(RUN)].flatMap(({ 0: value, index }) => {
    const span = { start: text.start + index, end: text.start + index + value.length };
    return isNeeded(value, span, source) ? [] : [{ value, span, isInert: isInert(value, span, source) }];
  });
}

const RUN = new RegExp(`${INVISIBLE.source}+`, 'g');

function isNeeded(run: string, { start, end }: Span, source: string): boolean {
  const before = source.slice(Math.max(0, start - 2), start);
  const after = source.slice(end, end + 2);
  if (JOINERS.test(run) && (NEEDS_JOINERS_BEFORE.test(before) || NEEDS_JOINERS_AFTER.test(after))) return true;
  if (DIRECTIONS.test(run) && RIGHT_TO_LEFT.test(source)) return true;
  if (run === '\u00AD') return LETTER_BEFORE.test(before) && LETTER_AFTER.test(after);
  return run === '\u200B' && breaksLongName(source, start, end);
}

const JOINERS = /[\u200B-\u200D]/;
/** Emoji, and letters of scripts that use joiners or have no spaces between words, such as Hindi, Persian or Thai. */
const NEEDS_JOINERS = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\p{M}]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])\p{L}`;
const NEEDS_JOINERS_BEFORE = new RegExp(`(?:${NEEDS_JOINERS})$`, 'u');
const NEEDS_JOINERS_AFTER = new RegExp(`^(?:${NEEDS_JOINERS})`, 'u');

const DIRECTIONS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

const LETTER_BEFORE = /\p{L}$/u;
const LETTER_AFTER = /^\p{L}/u;

/** Whether the zero-width space lets a long path or name break at a mark: `Policies/Conditional`. */
function breaksLongName(source: string, start: number, end: number): boolean {
  if (!/[/\\_.@:&=?-]/.test(source[start - 1] ?? '') || !/[\p{L}\p{N}]/u.test(source[end] ?? '')) return false;
  const before = /\S{0,20}$/.exec(source.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const after = /^\S{0,20}/.exec(source.slice(end, end + 20))?.[0] ?? '';
  return before.length > 1 && before.length + after.length >= LONG_NAME;
}

const LONG_NAME = 20;

/** Marks that reverse or reorder text: without them, readers see it in another order. */
const REORDERING = /[\u200F\u202B\u202D\u202E\u2067]/;

/**
 * Whether everything around the run means the same without it: no mark, list item, link or line break comes from its
 * neighbors moving together.
 */
function isInert(run: string, { start, end }: Span, source: string): boolean {
  if (REORDERING.test(run)) return false;
  // For some renderers, a byte order mark is a space.
  if (run.includes('\uFEFF') && EMPHASIS.test(source.slice(Math.max(0, start - 1), end + 1))) return false;
  const line = lineBefore(source, start);
  const before = line.slice(-1);
  const after = source.slice(end, end + 2);
  if (OPENS_LINE.test(line)) return STARTS_TEXT.test(after);
  if (WORD.test(before)) return !ENDS_ENTITY.test(after);
  if (WORD_AFTER.test(after)) return !OPENS.test(before) && !(before === '[' && CHECKS_BOX.test(after));
  if (before === ' ') return INERT_AFTER_SPACE.test(after) && !ENDS_LINE.test(source.slice(end, end + 20));
  return CLOSES.test(before) && (after === '' || /^[\s|]/.test(after));
}

function lineBefore(source: string, start: number): string {
  const from = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  return start === 0 ? '' : source.slice(from, start);
}

/** Only indentation, markers of quotes, lists and headings, and a number that could become one. */
const OPENS_LINE = /^[\s>]*(?:(?:[-*+]|#+|\d{1,9}[.)])[ \t]+)*(?:\d{1,9}[.)]?)?$/;
const EMPHASIS = /[*_~]/;
const STARTS_TEXT = /^\p{L}/u;
const WORD = /[\p{L}\p{N}]/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;
/** The end of an entity: `&amp;`. */
const ENDS_ENTITY = /^;/;
/** `- [x]`. */
const CHECKS_BOX = /^x\]/i;
const OPENS = /[<&\\#@$:`^]/;
const INERT_AFTER_SPACE = /^[\s("'“‘（.,;:!?|]/;
const ENDS_LINE = /^[ \t]*(?:[\r\n]|$)/;
const CLOSES = /[.,;:!?。，；：！？、)）"'”’»…%]/;
