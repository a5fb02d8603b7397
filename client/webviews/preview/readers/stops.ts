import type { Stop } from './losses';

/** The stop after or before the one at `current`; the last is followed by the first. -1: none yet. */
export function nextStop(current: number, step: 1 | -1, count: number): number {
  if (current === -1) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}

export function sameStop(one: Stop, other: Stop): boolean {
  return stopName(one) === stopName(other);
}

/** The id of a stop's element. It contains only numbers and our own words. */
export function stopName({ table, reader, row }: Pick<Stop, 'table' | 'reader' | 'row'>): string {
  return `${table}-${reader}-${row}`;
}
