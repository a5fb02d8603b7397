import { cleanText } from '../edits/clean-text.js';
import { wholeNumber } from './spreadsheet-damage.js';

/** Whether two texts are the same except for white space, kinds of quotation marks, invisible characters and `…`. */
export function sayTheSame(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** The common form of texts with the same content. */
export function comparable(text: string): string {
  // While typing, a spreadsheet replaces three dots with one character.
  return cleanText(text, 'en').replaceAll('…', '...').replace(/\s+/g, ' ').trim();
}

/** A task ID without the link around it. */
export function idIn(text: string): string {
  return LINKED_ID.exec(text)?.[1]?.trim() ?? text;
}

const LINKED_ID = /^\[([^\][]*)\]\([^)]*\)$/;

/** Whether both are the same ID, even as a spreadsheet writes it: `983`, `983.0` and `9.83E+02` for `0983`. */
export function isSameId(a: string, b: string): boolean {
  return withoutZeros(a) === withoutZeros(b);
}

export function withoutZeros(id: string): string {
  return wholeNumber(id) ?? id;
}
