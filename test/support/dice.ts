/** Numbers by chance, and the same at every run. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1);
  }

  /** A number from 0 up to, but not including, `sides`. */
  roll(sides: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) | 0;
    return (this.#state >>> 8) % sides;
  }

  /** One of the texts; empty if there is none. */
  of(list: readonly string[]): string {
    return list[this.roll(list.length)] ?? '';
  }
}
