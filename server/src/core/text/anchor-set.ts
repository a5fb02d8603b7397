import { largest } from './lists.js';
import { slugOf } from './slug.js';
import { nearest } from './spelling.js';
import { shareOf } from './word-share.js';

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

  /** The only anchor with most of the words, in any order: `next-steps` for `steps-next` and `the-next-steps`. */
  alike(fragment: string): string | undefined {
    const wanted = wordsIn(withoutNumber(decoded(fragment)));
    if (wanted.size < 2) return undefined;
    const shares = this.#anchors.map((anchor) => shareOf(wanted, wordsIn(withoutNumber(anchor))));
    const best = largest(shares);
    if (best < LEAST_SHARED || shares.filter((share) => share === best).length > 1) return undefined;
    return this.#anchors[shares.indexOf(best)];
  }
}

/**
 * The common key of anchors that differ only in the ways renderers differ: in case, and in how many hyphens replace
 * punctuation.
 */
function simplified(anchor: string): string {
  return slugOf(anchor).replaceAll('_', '').replace(/-+/g, '-').replace(/^-|-$/g, '');
}

/** The minimum share of common words of two similar anchors. */
const LEAST_SHARED = 0.75;

function wordsIn(anchor: string): ReadonlySet<string> {
  return new Set(anchor.split('-').filter((word) => word !== ''));
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
