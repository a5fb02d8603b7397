import { compact } from '../text/packed-text.js';

/** Strings, lists and keys that many pages have, so that all of them have the same ones. */
export class SharedValues {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();

  /** A copy of the text that doesn't keep its page in memory. */
  text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const copy = compact(text);
    if (copy.length <= LONGEST_SHARED) this.#texts.set(copy, copy);
    return copy;
  }

  list(texts: readonly string[]): readonly string[] {
    const key = JSON.stringify(texts);
    let known = this.#lists.get(key);
    if (known === undefined) this.#lists.set(key, (known = texts.map((text) => this.text(text))));
    return known;
  }

  map(map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    if (map.size === 0) return NOTHING;
    return new MapWithSharedKeys(
      this.list([...map.keys()]),
      [...map.values()].map((value) => this.text(value)),
    );
  }
}

/** Longer texts, such as titles and descriptions, are rarely on two pages. */
const LONGEST_SHARED = 60;

const NOTHING: ReadonlyMap<string, string> = new Map();

/** A map of few entries. */
class MapWithSharedKeys implements ReadonlyMap<string, string> {
  readonly #keys: readonly string[];
  readonly #values: readonly string[];

  constructor(keys: readonly string[], values: readonly string[]) {
    this.#keys = keys;
    this.#values = values;
  }

  get size(): number {
    return this.#keys.length;
  }

  get(key: string): string | undefined {
    const index = this.#keys.indexOf(key);
    return index === -1 ? undefined : this.#values[index];
  }

  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  forEach(visit: (value: string, key: string, map: ReadonlyMap<string, string>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  keys(): MapIterator<string> {
    return this.#keys.values();
  }

  values(): MapIterator<string> {
    return this.#values.values();
  }

  *entries(): MapIterator<[string, string]> {
    for (const [index, key] of this.#keys.entries()) yield [key, this.#values[index] ?? ''];
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }
}
