import { defineMessages } from '../../../messages/index.js';
import type { Span } from '../../text/span.js';
import type { Fix } from '../rule.js';
import { suggestion } from './fixes.js';
import {
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
  movePunctuation: {
    text: 'Move "{punctuation}" out of the bold text',
    note: 'Title of a fix. {punctuation}: the punctuation at the end of the bold text.',
  },
  removeAsterisks: { text: 'Remove the asterisks', note: 'Title of a fix.' },
  insertSpaces: { text: 'Insert spaces around the bold text', note: 'Title of a fix.' },
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
  const at = stray.end + rest.trimEnd().length;
  const mark = source.slice(stray.start, stray.end);
  const choices: Fix[] = [];
  if (isSpace(source[stray.start - 1]) && rest.trim() !== '' && !rest.includes('**'))
    choices.push(suggestion(texts.insertAtEnd({ marker: mark }), { span: { start: at, end: at }, newText: mark }));
  choices.push(suggestion(texts.removeAsterisks, { span: stray, newText: '' }));
  return choices.filter(({ edits }) => rendersBetter(source, edits, BOLD));
}
