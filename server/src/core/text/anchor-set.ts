import { slugOf } from './slug.js';
import { nearest } from './spelling.js';

/** Fragments that docfx defines itself: the start of the page, and tabs. */
const GENERATED = /^(?:top)?$|^tab\//;

/** The anchors of one page. Lookups are as tolerant as the differences between renderers require. */
export class AnchorSet {
  readonly #anchors: readonly string[];
  readonly #simplified: ReadonlyMap<string, number>;

  constructor(anchors: readonly string[]) {
    this.#anchors = anchors;
    // Of two anchors with the same count, the first wins, so it's added last.
    this.#simplified = new Map(anchors.map((anchor, index) => [simplified(anchor), index] as const).reverse());
  }

  /** Whether a renderer finds `fragment`, which has no `#`. */
  has(fragment: string): boolean {
    const wanted = decoded(fragment);
    return GENERATED.test(wanted) || this.#simplified.has(simplified(wanted));
  }

  /** The index of the anchor that a renderer goes to; `undefined` if there is none. */
  placeOf(fragment: string): number | undefined {
    const wanted = decoded(fragment);
    const exact = this.#anchors.indexOf(wanted);
    return exact === -1 ? this.#simplified.get(simplified(wanted)) : exact;
  }

  /** The anchor that was probably meant: the same words with another number, as after renumbering, or a misspelling. */
  meantBy(fragment: string): string | undefined {
    const wanted = decoded(fragment);
    const words = withoutNumber(wanted);
    const renumbered = words === '' ? [] : this.#anchors.filter((anchor) => withoutNumber(anchor) === words);
    return renumbered.length === 1 ? renumbered[0] : nearest(wanted, this.#anchors, 1)[0];
  }
}

/**
 * The common key of anchors that differ only in the ways renderers differ: in case, and in how many hyphens replace
 * punctuation.
 */
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
