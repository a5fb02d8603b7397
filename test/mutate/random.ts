import { createHash } from 'node:crypto';

/** Random choices that depend only on the seed. */
export class Random {
  #state: number;

  /** The parts of the seed, such as a number and the ID of a kind: each combination gives other choices. */
  constructor(...seed: readonly (string | number)[]) {
    this.#state = hashOf(seed.join('\n'));
  }

  /** An integer from 0 to `limit - 1`. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)];
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, order: this.#next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  }

  /** The generator "mulberry32". */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }
}

/** An unsigned integer of 32 bits, spread evenly: the first bytes of the SHA-1 of the text. */
export function hashOf(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE();
}
