import type { Row } from '../../model/tables.js';
import { seen } from '../../text/spelling.js';

/** A delimiter row of so many cells. */
export function delimiterRow(width: number): string {
  return `|${'---|'.repeat(width)}`;
}

/** The cell of a delimiter row as a renderer takes it: a hyphen for every kind of dash, its colons kept. */
export function dashesFor(text: string): string {
  const cell = seen(text);
  if (/^:?-+:?$/.test(cell)) return cell;
  const [, left = '', dashes = '', right = ''] = /^([:：]?)(.*?)([:：]?)$/.exec(cell) ?? [];
  return `${left === '' ? '' : ':'}${'-'.repeat(Math.max(3, dashes.length))}${right === '' ? '' : ':'}`;
}

/** Whether each cell holds dashes, colons and white space only, which is no delimiter row yet: `: --- :`, `- - -`. */
export function looksLikeDelimiter({ cells }: Row): boolean {
  return (
    cells.length > 0 &&
    cells.every(({ text }) => /^[\s:：\-—–―─－ー_=.]*$/.test(seen(text))) &&
    cells.some(({ text }) => /[-—–―─－_=]/.test(text))
  );
}
