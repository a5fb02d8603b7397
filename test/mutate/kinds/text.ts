import type { Span } from '../../../server/src/core/text/span.js';
import { at, insert, remove, replace, type Kind } from '../kind.js';
import { isWide, misspelt } from '../misspell.js';
import type { Page } from '../page.js';
import { sentences } from '../places.js';

/** Mistakes in plain text: bold words, alerts, code, comments. */
export const text: readonly Kind[] = [
  {
    id: 'bold-space-inside',
    describe: 'A space is between the asterisks and the bold text.',
    apply: at(boldTexts, ({ start, end }, page, random) => {
      const words = page.text.slice(start + 2, end - 2);
      // Where a space follows, it moves inside.
      return random.below(2) === 0
        ? replace(page, { start, end }, `** ${words}**`)
        : replace(page, { start, end: page.text[end] === ' ' ? end + 1 : end }, `**${words} **`);
    }),
  },
  {
    id: 'bold-unclosed',
    describe: 'The asterisks after a bold text are lost.',
    apply: at(boldTexts, ({ end }, page) => remove(page, { start: end - 2, end })),
  },
  {
    id: 'alert-kind-typo',
    describe: 'The kind of an alert has a typo.',
    apply: at(alertKinds, (kind, page, random) => {
      const typo = misspelt(page.slice(kind), random);
      return typo === undefined ? undefined : replace(page, kind, typo);
    }),
  },
  {
    id: 'alert-bracket-missing',
    describe: 'The closing bracket of an alert is lost.',
    apply: at(alertKinds, ({ end }, page) => remove(page, { start: end, end: end + 1 })),
  },
  {
    id: 'alert-bang-missing',
    describe: 'The exclamation mark of an alert is lost.',
    apply: at(alertKinds, ({ start }, page) => remove(page, { start: start - 1, end: start })),
  },
  {
    id: 'code-fence-opened',
    describe: 'A line starts a code block that nothing closes.',
    apply: at(sentences, ({ start }, page) => insert(page, start, '```' + page.eol)),
  },
  {
    id: 'html-comment-unclosed',
    describe: 'A comment is not closed.',
    apply: at(sentences, ({ start }, page) => insert(page, start, '<!-- ')),
  },
  {
    id: 'word-doubled',
    describe: 'A word is written twice.',
    apply: at(sentences, (sentence, page, random) => {
      const place = random.pick(wordsOf(page, sentence));
      return place === undefined
        ? undefined
        : insert(page, sentence.start + place.index, place.word + (isWide(place.word) ? '' : ' '));
    }),
  },
  {
    id: 'placeholder-left',
    describe: 'A placeholder is left in a sentence.',
    apply: at(sentences, ({ end }, page, random) =>
      insert(page, end, random.pick([' TODO', ' TBD', ' XXX', ' [add link]', ' <insert text>', ' Lorem ipsum']) ?? ''),
    ),
  },
];

/** The bold texts in sentences and quotes, with their asterisks. */
function boldTexts(page: Page): Span[] {
  return [...sentences(page), ...quoteLines(page)].flatMap(({ start, end }) =>
    [...page.text.slice(start, end).matchAll(/(?<![*\\])\*\*(?=\S)[^*\n]+(?<=\S)\*\*(?!\*)/g)].map((found) => ({
      start: start + found.index,
      end: start + found.index + found[0].length,
    })),
  );
}

function quoteLines({ text: source }: Page): Span[] {
  return [...source.matchAll(/^> .*$/gm)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

/** The words `NOTE` in `> [!NOTE]`. */
function alertKinds({ text: source }: Page): Span[] {
  return [...source.matchAll(/^> ?\[!([A-Z]+)\]/gm)].map(({ 0: found, 1: kind = '', index }) => {
    const end = index + found.length - 1;
    return { start: end - kind.length, end };
  });
}

/** The words of a sentence that are plain text. Where no spaces separate words, a few characters of the same script. */
function wordsOf(page: Page, sentence: Span): { readonly word: string; readonly index: number }[] {
  const source = page.slice(sentence);
  return [...source.matchAll(/\p{Script=Han}{2}|\p{Script=Hiragana}{2}|\p{Script=Katakana}{2,}|\p{Script=Latin}{2,}/gu)]
    .filter(({ index }) => !isMarked(source, index))
    .map(({ 0: word, index }) => ({ word, index }));
}

/** Whether the place is inside a link or next to other markup. */
function isMarked(source: string, index: number): boolean {
  const before = source.slice(0, index);
  return before.lastIndexOf('[') > before.lastIndexOf(')') || /[*_`/.-]$/.test(before);
}
