import { columnIndex, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { nearest, normalized } from '../text/spelling.js';
import type { Obligation, Vocabulary } from '../vocabulary/vocabulary.js';
import { moLettersOf } from './mo-letters.js';
import type { ReadingContext } from './reading-context.js';

/** The letter of the header that `text` looks like to readers: `0` and a Cyrillic `О` look like `O`. */
export function letterLookingLike(text: string, letters: readonly string[]): string | undefined {
  const latin = LATIN[text];
  return latin === undefined ? undefined : letters.find((letter) => normalized(letter) === normalized(latin));
}

/** Digits, and Cyrillic and Greek letters. */
const LATIN: Readonly<Record<string, string>> = {
  '0': 'O',
  О: 'O',
  о: 'o',
  М: 'M',
  м: 'm',
  Е: 'E',
  е: 'e',
  В: 'B',
  Ь: 'b',
  ь: 'b',
  Ο: 'O',
  ο: 'o',
  Μ: 'M',
  Ε: 'E',
  Β: 'B',
};

/** A letter of the header that a word means. */
export interface WordMeaning {
  readonly letter: string;
  /** Whether the word has no typo. */
  readonly isExact: boolean;
}

/**
 * The letter of the header for a word or letter of a header in any language: `Optional`, `Erforderlich`, or on a German
 * page `M`.
 */
export function letterForWord(text: string, schema: TableSchema, page: ReadingContext): WordMeaning | undefined {
  const own = wordsIn(schema.columns[columnIndex(schema, 'mo')]?.cell?.text ?? '');
  const known = new Map([...knownWords(page.vocabulary), ...own]);
  const [word] = nearest(text, known.keys(), 1);
  const obligation = word === undefined ? undefined : known.get(word);
  const letter = obligation === undefined ? undefined : letterFor(obligation, schema, page);
  return letter === undefined ? undefined : { letter, isExact: normalized(text) === word };
}

/** The letter of the header for `obligation`; `undefined` if it isn't known which letter means what. */
export function letterFor(obligation: Obligation, schema: TableSchema, page: ReadingContext): string | undefined {
  const [mandatory, optional, ...others] = moLettersOf(schema, page);
  if (others.length > 0) return undefined;
  return obligation === 'mandatory' ? mandatory : optional;
}

/** The letters of the header, starting with the one that was probably meant. */
export function meantFirst(letters: readonly string[], meant: string | undefined): readonly string[] {
  return meant === undefined ? letters : [meant, ...letters.filter((letter) => letter !== meant)];
}

/** The words in the headers of the vocabulary, and the letters of all languages. */
const knownWords = memoized(
  ({ taskColumns, letters }: Vocabulary) =>
    new Map<string, Obligation>([
      ...Object.values(letters).flatMap(({ mandatory, optional }): [string, Obligation][] => [
        [normalized(mandatory), 'mandatory'],
        [normalized(optional), 'optional'],
      ]),
      ...Object.values(taskColumns.data.mo).flatMap(({ canonical, aliases = [] }) =>
        [canonical, ...aliases].flatMap(wordsIn),
      ),
    ]),
);

/** The two words of a header: of `(M)andatory / (O)ptional`, but also of `(M) Mandatory (O) Optional`. */
function wordsIn(header: string): [string, Obligation][] {
  const [, second] = [...header.matchAll(/\(\p{L}\)/gu)];
  if (second === undefined) return [];
  return [
    ...formsOf(header.slice(0, second.index)).map((word): [string, Obligation] => [word, 'mandatory']),
    ...formsOf(header.slice(second.index)).map((word): [string, Obligation] => [word, 'optional']),
  ];
}

/** The word with the letter as its part, and without the letter. */
function formsOf(half: string): string[] {
  return [half, half.replace(/\(\p{L}\)/u, '')]
    .map((form) => normalized(form.replace(/[*()/]/g, '')))
    .filter((word) => word.length > 1);
}
