import type { Counted, Thread } from './thread.js';

const PLACES: Readonly<Record<Counted, number>> = { read: 0, checked: 1 };

/** How many files were read and checked, in memory that all threads use. */
export function newCounters(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Object.keys(PLACES).length * Int32Array.BYTES_PER_ELEMENT));
}

export function counting(counters: Int32Array): Thread['count'] {
  return (what) => Atomics.add(counters, PLACES[what], 1) + 1;
}
