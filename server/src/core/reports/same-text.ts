import { cleanText } from '../edits/clean-text.js';

/** Whether two texts differ in nothing but white space, kinds of quotation marks and invisible characters. */
export function sayTheSame(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** What texts that say the same have in common. */
export function comparable(text: string): string {
  return cleanText(text, 'en').replace(/\s+/g, ' ').trim();
}

/** A task ID without the link around it. */
export function idIn(text: string): string {
  return LINKED_ID.exec(text)?.[1]?.trim() ?? text;
}

const LINKED_ID = /^\[([^\][]*)\]\([^)]*\)$/;

/** Whether the two are one ID, perhaps without the zeros in front that a spreadsheet took for nothing. */
export function isSameId(a: string, b: string): boolean {
  return withoutZeros(a) === withoutZeros(b);
}

export function withoutZeros(id: string): string {
  return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id;
}
