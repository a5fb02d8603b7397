import { slugOf } from './slug.js';
import { nearest } from './spelling.js';

/** Fragments that docfx makes up itself: the start of the page, and tabs. */
const GENERATED = /^(?:top)?$|^tab\//;

/** The anchors of one page, looked up as loosely as renderers differ in making them. */
export class AnchorSet {
  readonly #anchors: readonly string[];
  readonly #simplified: ReadonlyMap<string, number>;

  constructor(anchors: readonly string[]) {
    this.#anchors = anchors;
    // The first of two counts, and is put in last.
    this.#simplified = new Map(anchors.map((anchor, index) => [simplified(anchor), index] as const).reverse());
  }

  /** Whether a renderer finds `fragment`, written without `#`. */
  has(fragment: string): boolean {
    const wanted = decoded(fragment);
    return GENERATED.test(wanted) || this.#simplified.has(simplified(wanted));
  }

  /** Which of the anchors a renderer goes to, by its place in the list; `undefined` when it is none of them. */
  placeOf(fragment: string): number | undefined {
    const wanted = decoded(fragment);
    const exact = this.#anchors.indexOf(wanted);
    return exact === -1 ? this.#simplified.get(simplified(wanted)) : exact;
  }

  /** The anchor that was meant: the same words under another number, as after a renumbering, or a slip away. */
  meantBy(fragment: string): string | undefined {
    const wanted = decoded(fragment);
    const words = withoutNumber(wanted);
    const renumbered = words === '' ? [] : this.#anchors.filter((anchor) => withoutNumber(anchor) === words);
    return renumbered.length === 1 ? renumbered[0] : nearest(wanted, this.#anchors, 1)[0];
  }
}

/** What two anchors share that only differ in ways in which renderers do: case, and how many hyphens stand for punctuation. */
function simplified(anchor: string): string {
  return slugOf(anchor).replaceAll('_', '').replace(/-+/g, '-').replace(/^-|-$/g, '');
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function withoutNumber(anchor: string): string {
  return simplified(anchor).replace(/^\d+-/, '');
}
