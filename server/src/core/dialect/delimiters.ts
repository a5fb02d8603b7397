import type { Row } from '../model/tables.js';
import { seen } from '../text/spelling.js';

/** A delimiter row with `width` cells. */
export function delimiterRow(width: number): string {
  return `|${'---|'.repeat(width)}`;
}

/** A cell of a delimiter row in valid form: hyphens instead of any other dashes, with its colons. */
export function dashesFor(text: string): string {
  const cell = seen(text);
  if (/^:?-+:?$/.test(cell)) return cell;
  const [, left = '', dashes = '', right = ''] = /^([:：]?)(.*?)([:：]?)$/.exec(cell) ?? [];
  return `${left === '' ? '' : ':'}${'-'.repeat(Math.max(3, dashes.length))}${right === '' ? '' : ':'}`;
}

/** Whether each cell contains only dashes, colons, and white space, which may not be valid: `: --- :`, `- - -`. */
export function looksLikeDelimiter({ cells }: Row): boolean {
  return (
    cells.length > 0 &&
    cells.every(({ text }) => /^[\s:：\-—–―─－ー_=.]*$/.test(seen(text))) &&
    cells.some(({ text }) => /[-—–―─－_=]/.test(text))
  );
}
