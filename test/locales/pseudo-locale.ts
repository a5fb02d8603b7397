import type { Translations } from '../../server/src/messages/formatting/index.js';
import { parseIcu } from './icu.js';

/** Accented English: readable, longer, and without a letter of the English alphabet. */
export const PSEUDO_LOCALE = 'en-xa';

/** Translations of English messages into accented English, at least 30 % longer, as texts in other languages are. */
export function pseudoTranslations(
  messages: readonly { readonly id: string; readonly english: string }[],
): Translations {
  return Object.fromEntries(messages.map(({ id, english }) => [id, accented(english)]));
}

/** The message with accents on all letters that readers see. */
export function accented(english: string): string {
  let [result, done] = ['', 0];
  for (const { start, end } of parseIcu(english).literals) {
    result += english.slice(done, start) + accentedText(english.slice(start, end));
    done = end;
  }
  return result + english.slice(done);
}

/** Icons keep their names: `$(error)`. */
function accentedText(text: string): string {
  return text.replace(/\$\([a-z-]+\)|[a-z]/gi, (letter) => {
    if (letter.length > 1) return letter;
    const accent = ACCENTS[letter.toLowerCase()] ?? letter;
    const cased = letter === letter.toLowerCase() ? accent : accent.toUpperCase();
    return VOWELS.test(letter) ? cased + cased : cased;
  });
}

const VOWELS = /[aeiou]/i;

/** Each has an uppercase letter, and none is what an ICU message is written with. */
const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'áƀçðéƒĝĥíĵķĺḿñóþɋŕšţúṽŵẋýž'].map((accent, index) => [String.fromCharCode(97 + index), accent]),
);

/** The words of a text that have no accents: values, or texts that bypass the messages. */
export function plainWords(text: string): string[] {
  return text.match(/(?<![\p{L}\p{M}])[A-Za-z][a-z'’]{2,}(?![\p{L}\p{M}])/gu) ?? [];
}
