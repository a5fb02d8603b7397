import { textWidth } from '../../shared/text-width';
import type { Format } from '../../shared/texts';
import { MEANINGS, type Column } from '../columns';
import type { PreviewTerm } from '../protocol/messages';
import type { Tasks } from './tasks';

/** How wide a column is for its content, in digits. */
export interface ColumnWidth extends Omit<Column['width'], 'most'> {
  /** Enough for all texts. */
  readonly wanted: number;
}

/** The widths that the columns need for their headers and content. */
export function wantedWidths(tasks: Tasks, columns: readonly Column[], format: Format): ColumnWidth[] {
  return columns.map((column) => {
    const { tight, least, most, share } = column.width;
    const title = column.look.kind === 'actions' ? 0 : textWidth(format(column.title));
    const header = title === 0 ? 0 : title + HEADER_MARGIN;
    const wanted = Math.min(most, widestOf(tasks, column, format, most) + MARGIN);
    const own = Math.max(least, leastFor(tasks, column, wanted));
    return {
      // A column of short texts doesn't cut off its header either.
      tight: share === 0 ? Math.max(tight, Math.min(title + MARGIN, MOST_TIGHT)) : tight,
      least: Math.max(own, header),
      wanted: Math.max(wanted, own, header),
      share,
    };
  });
}

/** Whole pixels for each column: all of `available`, or more if even the minimum doesn't fit. */
export function sharedOut(widths: readonly ColumnWidth[], available: number, digit: number): number[] {
  const pixels = (of: 'tight' | 'least' | 'wanted'): number[] => widths.map((width) => Math.ceil(width[of] * digit));
  const least = pixels('least');
  const isTight = sum(least) > available;
  const [base, aim] = isTight ? [pixels('tight'), least] : [least, pixels('wanted')];
  const room = Math.max(0, available - sum(base));
  const missing = aim.map((width, column) => width - (base[column] ?? 0));
  const granted = missing.map((width) => Math.floor(width * Math.min(1, room / Math.max(1, sum(missing)))));
  const rest = Math.max(0, room - sum(granted));
  const shares = sum(widths.map(({ share }) => share));
  return base.map(
    (width, column) =>
      width + (granted[column] ?? 0) + Math.floor((rest * (widths[column]?.share ?? 0)) / Math.max(1, shares)),
  );
}

/**
 * How many words fit into `width` digits, with a sign for the number of words left out; all words if no sign is needed.
 */
export function fittingWords(words: readonly string[], width: number): number {
  let used = 0;
  for (const [index, word] of words.entries()) {
    used += textWidth(word) * CHIP_FONT + CHIP_MARGIN;
    const more = index === words.length - 1 ? 0 : MORE_WIDTH;
    if (used + more > width) return Math.max(1, index);
  }
  return words.length;
}

/** Whether `width` digits have space for a letter and its meaning. */
export function fitsMeaning(width: number, format: Format): boolean {
  return width >= meaningWidth(format);
}

/** The padding on both sides. */
const MARGIN = 4;
/** The header of a column of short texts is cut off only if it's longer. */
const MOST_TIGHT = 15;
/** A header has space for the sort mark. */
const HEADER_MARGIN = 6;
/** The space around the text of a chip, and between chips. */
const CHIP_MARGIN = 3;
/** The text of a chip is smaller, and most letters are narrower than a digit. */
const CHIP_FONT = 0.9;
/** Longer words are cut off. */
const LONGEST_WORD = 24;
/** The badge of a letter, and the gap after it. */
const LETTER_WIDTH = 3;
/** `+12`. */
const MORE_WIDTH = 4;

function widestOf(tasks: Tasks, column: Column, format: Format, most: number): number {
  if (column.look.kind === 'problems' || column.look.kind === 'actions') return 0;
  if (column.look.kind === 'letter') return meaningWidth(format) + 1;
  let widest = 0;
  for (let index = 0; index < tasks.count && widest < most; index++)
    widest = Math.max(widest, cellWidth(tasks, index, column, most));
  return widest;
}

function meaningWidth(format: Format): number {
  return LETTER_WIDTH + Math.max(textWidth(format(MEANINGS.mandatory)), textWidth(format(MEANINGS.optional)));
}

/** The word after the letter is the important part of the column; in a list, at least one word must be readable. */
function leastFor(tasks: Tasks, { look }: Column, wanted: number): number {
  if (look.kind === 'letter') return wanted;
  if (look.kind !== 'words') return 0;
  let widest = 0;
  for (let index = 0; index < tasks.count && widest < LONGEST_WORD; index++) {
    for (const { text } of termsAt(tasks, index, look)) widest = Math.max(widest, textWidth(text));
  }
  return Math.min(widest, LONGEST_WORD) * CHIP_FONT + CHIP_MARGIN + MORE_WIDTH + MARGIN / 2;
}

function cellWidth(tasks: Tasks, index: number, { id, look }: Column, most: number): number {
  const chips = termsAt(tasks, index, look).length;
  return textWidth(tasks.text(index, id).slice(0, most)) + chips * CHIP_MARGIN;
}

function termsAt(tasks: Tasks, index: number, look: Column['look']): readonly PreviewTerm[] {
  const row = tasks.row(index);
  return look.kind === 'words' && row !== undefined ? (look.terms(row)?.terms ?? NONE) : NONE;
}

const NONE: readonly never[] = [];

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
