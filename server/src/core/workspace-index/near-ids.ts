/**
 * Finds the known IDs that differ from another by one typing error: two characters swapped, or one wrong, missing or
 * extra character.
 */
export class NearIds {
  readonly #known: ReadonlySet<string>;
  /** The known IDs, by each of their forms with one wildcard. */
  readonly #byGap = new Map<string, string[]>();

  constructor(known: Iterable<string>) {
    this.#known = new Set(known);
    for (const id of this.#known) {
      for (const gap of gapsOf(id)) {
        const ids = this.#byGap.get(gap);
        if (ids === undefined) this.#byGap.set(gap, [id]);
        else ids.push(id);
      }
    }
  }

  /** Swapped characters first: the more likely error. */
  near(id: string): string[] {
    const swapped = swapsOf(id).filter((other) => other !== id && this.#known.has(other));
    const others = gapsOf(id).flatMap((gap) => this.#byGap.get(gap) ?? []);
    return [...new Set([...swapped, ...others.sort()])].filter((other) => other !== id);
  }
}

/** Whether one typing error turns `id` into `other`. */
export function isOneTypo(id: string, other: string): boolean {
  if (id === '' || id === other || Math.abs(id.length - other.length) > 1) return false;
  const gaps = new Set(gapsOf(other));
  return swapsOf(id).includes(other) || gapsOf(id).some((gap) => gaps.has(gap));
}

/** Longer texts aren't IDs. */
const LONGEST = 20;
const GAP = '\0';

/** Two texts with one of these forms in common differ in at most one character. */
function gapsOf(id: string): string[] {
  if (id.length > LONGEST) return [];
  const replaced = [...id].map((_, at) => id.slice(0, at) + GAP + id.slice(at + 1));
  const inserted = Array.from({ length: id.length + 1 }, (_, at) => id.slice(0, at) + GAP + id.slice(at));
  return [...replaced, ...inserted];
}

function swapsOf(id: string): string[] {
  if (id.length > LONGEST) return [];
  return Array.from(
    { length: Math.max(0, id.length - 1) },
    (_, at) => id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2),
  );
}
