import { editDistance } from './edit-distance.js';

/**
 * Characters without width: zero-width space and joiners, direction marks, word joiner, byte order mark, soft hyphen.
 */
export const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]/g;

/** The visible part of `text`: without characters that have no width, and without white space at its ends. */
export function seen(text: string): string {
  return /^[ -~]*$/.test(text) ? text.trim() : text.replace(/\p{Cf}/gu, '').trim();
}

/**
 * The key under which two spellings are the same word to readers: without invisible characters, with one kind of space,
 * with narrow instead of full-width letters, and case-folded.
 */
export function normalized(text: string): string {
  // Most lookups are for plain words, which need none of the expensive steps.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text.toLowerCase();
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * How many typing errors are tolerated: one in a short word, two in a longer one, and never half the word. Two swapped
 * letters are one error.
 */
const MAX_DISTANCE = 3;

/**
 * The candidates that `text` was probably meant to be, nearest first, at most `limit`. Of two that are equally near,
 * the one with the same letters in another order comes first, then the one with the same first letter: people rarely
 * mistype the first letter. Otherwise, the order of the candidates decides.
 */
export function nearest(text: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = normalized(text);
  if (wanted === '') return [];
  const near: { candidate: string; far: number; hasOtherLetters: boolean; isOtherStart: boolean }[] = [];
  for (const candidate of new Set(candidates)) {
    const spelled = normalized(candidate);
    // Skip candidates that can't be near; this makes long cells cheap.
    if (Math.abs(spelled.length - wanted.length) > MAX_DISTANCE) continue;
    const allowed = allowedDistance(Math.max(wanted.length, spelled.length));
    const far = haveSameWords(wanted, spelled) ? 0 : editDistance(wanted, spelled, allowed);
    if (far > allowed) continue;
    const hasOtherLetters = sortedLetters(spelled) !== sortedLetters(wanted);
    near.push({ candidate, far, hasOtherLetters, isOtherStart: spelled[0] !== wanted[0] });
  }
  near.sort(
    (a, b) =>
      a.far - b.far ||
      Number(a.hasOtherLetters) - Number(b.hasOtherLetters) ||
      Number(a.isOtherStart) - Number(b.isOtherStart),
  );
  return near.slice(0, limit).map(({ candidate }) => candidate);
}

/** Whether the words are the same in another order: `Manager FastTrack`. */
function haveSameWords(one: string, other: string): boolean {
  return one.length === other.length && one.includes(' ') && sortedWords(one) === sortedWords(other);
}

function sortedWords(text: string): string {
  return text.split(' ').sort().join(' ');
}

function sortedLetters(text: string): string {
  return [...text].sort().join('');
}

function allowedDistance(length: number): number {
  if (length < 3) return 0;
  if (length < 6) return 1;
  if (length < 12) return 2;
  return MAX_DISTANCE;
}

/**
 * Whether one character of a word in Chinese or Japanese was lost, added, or typed in front of the previous one. Another
 * character makes another word, as in 次要角色 for 主要角色; only in a word in Katakana, it's a typo.
 */
export function isTypoOf(text: string, word: string): boolean {
  const far = editDistance(text, word, 2);
  if (text.length !== word.length || far !== 1) return far === 1;
  return sortedLetters(text) === sortedLetters(word) || (KATAKANA.test(text) && KATAKANA.test(word));
}

const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
