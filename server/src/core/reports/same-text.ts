import { cleanText } from '../edits/clean-text.js';
import { wholeNumber } from './spreadsheet-damage.js';

/** Whether two texts differ in nothing but white space, kinds of quotation marks, invisible characters and `…`. */
export function sayTheSame(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** What texts that say the same have in common. */
export function comparable(text: string): string {
  // A spreadsheet makes one character of three dots while somebody types.
  return cleanText(text, 'en').replaceAll('…', '...').replace(/\s+/g, ' ').trim();
}

/** A task ID without the link around it. */
export function idIn(text: string): string {
  return LINKED_ID.exec(text)?.[1]?.trim() ?? text;
}

const LINKED_ID = /^\[([^\][]*)\]\([^)]*\)$/;

/** Whether the two are one ID, perhaps as a spreadsheet writes it: `983`, `983.0` and `9.83E+02` for `0983`. */
export function isSameId(a: string, b: string): boolean {
  return withoutZeros(a) === withoutZeros(b);
}

export function withoutZeros(id: string): string {
  return wholeNumber(id) ?? id;
}
