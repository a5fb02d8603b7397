import { defineMessages, type Message } from '../../messages/index.js';
import type { Playbook } from '../model/playbook.js';
import type { TableSchema } from '../model/tables.js';
import { normalized } from '../text/spelling.js';
import { LANGUAGES } from '../vocabulary/language.js';
import type { MandatoryLetters, Obligation, Vocabulary } from '../vocabulary/vocabulary.js';

const texts = defineMessages('task-letters', {
  neither: {
    text: '"{text}" is neither "{mandatory}" nor "{optional}"',
    note: 'The letters for mandatory and optional tasks in a table: "x" is neither "M" nor "O".',
  },
});

type Words = Pick<Playbook, 'vocabulary' | 'language'>;

/** The two letters of a table: those in its header, otherwise those of the page's language. */
export function mandatoryLettersOf(
  { letters }: Pick<TableSchema, 'letters'>,
  { vocabulary, language }: Words,
): MandatoryLetters {
  const [mandatory, optional] = letters;
  return mandatory === undefined || optional === undefined ? vocabulary.letters[language] : { mandatory, optional };
}

/** The meaning of a letter or word: in the table first, then in any language. */
export function obligationNamed(
  text: string,
  letters: MandatoryLetters,
  vocabulary: Vocabulary,
): Obligation | undefined {
  const said = normalized(text);
  const all = [
    letters,
    ...LANGUAGES.map((language) => vocabulary.letters[language]),
    ...LANGUAGES.map((language) => wordsIn(vocabulary.taskColumns.spelling('mo', language))),
  ];
  for (const { mandatory, optional } of all) {
    if (said === normalized(mandatory)) return 'mandatory';
    if (said === normalized(optional)) return 'optional';
  }
  return undefined;
}

/** What is wrong with a text that isn't one of the letters. */
export function isNeitherLetter(text: string, letters: MandatoryLetters): Message {
  return texts.neither({ text, ...letters });
}

/** The two words of a header such as `(M)andatory / (O)ptional` or `(M) 必須 (O) オプション`. */
function wordsIn(header: string): MandatoryLetters {
  const second = [...header.matchAll(/\(\p{L}\)/gu)][1]?.index ?? header.length;
  return { mandatory: wordIn(header.slice(0, second)), optional: wordIn(header.slice(second)) };
}

function wordIn(part: string): string {
  return part
    .replace(/\((\p{L})\) /u, '')
    .replace(/[()/]/g, '')
    .trim();
}
