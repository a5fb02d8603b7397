import { INVISIBLE } from './spelling.js';

/**
 * The characters that GitHub and docfx remove from an anchor: all except letters, digits, marks, `_`, `-` and spaces.
 */
const DROPPED = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;

/**
 * The anchor of a heading: lower case, without punctuation, with a hyphen for every space. Letters of all scripts stay.
 */
export function slugOf(heading: string): string {
  return heading
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/\s/gu, ' ')
    .trim()
    .replace(DROPPED, '')
    .replaceAll(' ', '-');
}

/** The anchors of all headings of a page, in order: repeated anchors get `-1`, `-2` and so on. */
export function slugsOf(headings: Iterable<string>): string[] {
  return uniqueSlugs([...headings].map(slugOf));
}

/** The same, from the anchors that each heading would have alone. */
export function uniqueSlugs(slugs: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return slugs.map((slug) => {
    let unique = slug;
    let count = taken.get(slug) ?? 0;
    while (taken.has(unique)) unique = `${slug}-${++count}`;
    taken.set(slug, count);
    taken.set(unique, 0);
    return unique;
  });
}
