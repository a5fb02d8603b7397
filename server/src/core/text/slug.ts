import { INVISIBLE } from './spelling.js';

/** What GitHub and docfx leave out of an anchor: all but letters, digits, marks, `_`, `-` and spaces. */
const DROPPED = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;

/** The anchor that a heading gets: lower case, without punctuation, a hyphen for every space. Letters of any script stay. */
export function slugOf(heading: string): string {
  return heading
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/\s/gu, ' ')
    .trim()
    .replace(DROPPED, '')
    .replaceAll(' ', '-');
}

/** The anchors of all headings of a page, in order: one that is taken already gets `-1`, `-2` and so on. */
export function slugsOf(headings: Iterable<string>): string[] {
  return uniqueSlugs([...headings].map(slugOf));
}

/** The same from the anchors that the headings would have if each were alone. */
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
