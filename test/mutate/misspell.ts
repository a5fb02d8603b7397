import type { Random } from './random.js';

/**
 * `text` with one letter too few or too many, or two letters in the wrong order. The first letter of the text stays, and
 * so do words that are too short to be recognized with a typo. `undefined` if no word is long enough.
 */
export function misspelt(text: string, random: Random): string | undefined {
  const places = [...text.matchAll(/\p{L}+/gu)]
    .filter(([word]) => word.length >= (isWide(word) ? 2 : 4))
    .flatMap(({ 0: word, index }) => [...word].map((_, at) => index + at))
    .filter((place) => place > 0);
  for (const place of random.shuffled(places)) {
    const typo = random.pick(TYPOS)?.(text, place);
    if (typo !== undefined && typo.toLowerCase() !== text.toLowerCase()) return typo;
  }
  return undefined;
}

/** The text without its last letter; `undefined` if what remains is too short to be recognized. */
export function withoutLastLetter(text: string): string | undefined {
  return text.length >= (isWide(text) ? 3 : 5) && /\p{L}$/u.test(text) ? text.slice(0, -1) : undefined;
}

type Typo = (text: string, place: number) => string;

const dropped: Typo = (text, place) => text.slice(0, place) + text.slice(place + 1);
const doubled: Typo = (text, place) => text.slice(0, place) + text.charAt(place) + text.slice(place);
const transposed: Typo = (text, place) => {
  const [one, other] = [text.charAt(place), text.charAt(place + 1)];
  return /\p{L}/u.test(other) ? text.slice(0, place) + other + one + text.slice(place + 2) : text;
};

const TYPOS: readonly Typo[] = [dropped, doubled, transposed];

/** Chinese and Japanese write a word with few characters. */
export function isWide(text: string): boolean {
  return /[\u3040-\u30ff\u4e00-\u9fff]/.test(text);
}
