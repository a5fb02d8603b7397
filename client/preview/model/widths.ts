import type { PreviewTexts } from '../../src/common/preview/texts';
import { columnTitle, type ColumnName } from './columns';
import type { Tasks } from './tasks';

/** How wide a column is, in digits. */
export interface ColumnWidth {
  readonly least: number;
  /** As wide as its texts ask for. */
  readonly wanted: number;
  /** What part it takes of the space that nobody asks for. */
  readonly share: number;
}

/** How wide the columns have to be for what stands in them. */
export function wantedWidths(tasks: Tasks, columns: readonly ColumnName[], texts: PreviewTexts): ColumnWidth[] {
  return columns.map((column) => {
    const { least, most, share } = LIMITS[column];
    const header = column === 'actions' ? 0 : textWidth(columnTitle(column, texts.columns)) + HEADER_MARGIN;
    const wanted = Math.min(most, widestOf(tasks, column, texts, most) + MARGIN);
    const own = Math.max(least, leastFor(tasks, column, wanted));
    return { least: Math.max(own, header), wanted: Math.max(wanted, own, header), share };
  });
}

/** Whole pixels for each column: all of `available`, or more when even the least do not fit. */
export function sharedOut(widths: readonly ColumnWidth[], available: number, digit: number): number[] {
  const least = widths.map((width) => Math.ceil(width.least * digit));
  const wanted = widths.map((width) => Math.ceil(width.wanted * digit));
  const room = Math.max(0, available - sum(least));
  const missing = wanted.map((width, column) => width - (least[column] ?? 0));
  const granted = missing.map((width) => Math.floor(width * Math.min(1, room / Math.max(1, sum(missing)))));
  const rest = Math.max(0, room - sum(granted));
  const shares = sum(widths.map(({ share }) => share));
  return least.map((width, column) => width + (granted[column] ?? 0) + Math.floor((rest * (widths[column]?.share ?? 0)) / Math.max(1, shares)));
}

/** How many of the words fit in `width` digits beside a sign that says how many more there are; all of them where no sign is needed. */
export function fittingWords(words: readonly string[], width: number): number {
  let used = 0;
  for (const [index, word] of words.entries()) {
    used += textWidth(word) * CHIP_FONT + CHIP_MARGIN;
    const more = index === words.length - 1 ? 0 : MORE_WIDTH;
    if (used + more > width) return Math.max(1, index);
  }
  return words.length;
}

/** In digits. A Chinese or Japanese character is as wide as two. */
export function textWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

interface Limits {
  readonly least: number;
  readonly most: number;
  readonly share: number;
}

const LIMITS: Readonly<Record<ColumnName, Limits>> = {
  'task-id': { least: 9, most: 18, share: 0 },
  'task-name': { least: 30, most: 70, share: 3 },
  mo: { least: 10, most: 24, share: 0 },
  role: { least: 20, most: 44, share: 1 },
  services: { least: 20, most: 64, share: 2 },
  problems: { least: 8, most: 14, share: 0 },
  file: { least: 20, most: 56, share: 0 },
  phase: { least: 12, most: 28, share: 0 },
  language: { least: 10, most: 22, share: 0 },
  audience: { least: 10, most: 22, share: 0 },
  actions: { least: 5, most: 5, share: 0 },
};

/** The space on both sides. */
const MARGIN = 4;
/** A header has room for the mark of the sorted column. */
const HEADER_MARGIN = 6;
/** Around the text of a chip, and between two. */
const CHIP_MARGIN = 3;
/** The text of a chip is smaller, and most letters are narrower than a digit. */
const CHIP_FONT = 0.9;
/** A longer word is cut off. */
const LONGEST_WORD = 24;
/** `+12`. */
const MORE_WIDTH = 4;

function widestOf(tasks: Tasks, column: ColumnName, texts: PreviewTexts, most: number): number {
  if (column === 'problems' || column === 'actions') return 0;
  if (column === 'mo') return 4 + Math.max(textWidth(texts.obligation.mandatory), textWidth(texts.obligation.optional));
  let widest = 0;
  for (let index = 0; index < tasks.count && widest < most; index++) widest = Math.max(widest, cellWidth(tasks, index, column, most));
  return widest;
}

/** The word behind the letter is what a column is read for; of a list one word is to be read as a whole. */
function leastFor(tasks: Tasks, column: ColumnName, wanted: number): number {
  if (column === 'mo') return wanted;
  if (column !== 'role' && column !== 'services') return 0;
  let widest = 0;
  for (let index = 0; index < tasks.count && widest < LONGEST_WORD; index++) {
    for (const { text } of tasks.row(index)?.[column]?.terms ?? []) widest = Math.max(widest, textWidth(text));
  }
  return Math.min(widest, LONGEST_WORD) * CHIP_FONT + CHIP_MARGIN + MORE_WIDTH + MARGIN / 2;
}

function cellWidth(tasks: Tasks, index: number, column: ColumnName, most: number): number {
  const chips = column === 'role' || column === 'services' ? (tasks.row(index)?.[column]?.terms.length ?? 0) : 0;
  return textWidth(tasks.text(index, column).slice(0, most)) + chips * CHIP_MARGIN;
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
