import { cellWidth } from '../../server/src/core/index.js';
import type { TranslatedLocale } from '../../server/src/messages/formatting/index.js';
import { parseIcu, type Argument, type Icu } from './icu.js';
import { SAME_AS_ENGLISH, widthFor } from './places.js';

/** An English text and its translation. */
export interface Translated {
  readonly id: string;
  readonly english: string;
  readonly note: string | undefined;
  readonly text: string;
  readonly locale: TranslatedLocale;
}

/** What is wrong with the translation of a message, in words. Empty if nothing is. */
export function mistakesIn(translated: Translated): string[] {
  const { english, text } = translated;
  let icu: Icu;
  try {
    icu = parseIcu(text);
  } catch (error) {
    return [`isn't a valid ICU message: ${String(error)}`];
  }
  const source = parseIcu(english);
  return [
    ...argumentMistakes(source.arguments, icu.arguments, translated.locale),
    ...textMistakes(translated, source.sentences, icu.sentences),
  ];
}

/** What is wrong with a translation that has no placeholders: a text of the manifest. */
export function plainMistakesIn(translated: Translated): string[] {
  const { english, text } = translated;
  const different = MARKUP.filter((mark) => !sameItems(english.match(mark) ?? [], text.match(mark) ?? []));
  return [
    ...different.map((mark) => `has other ${mark.source} than in English`),
    ...(hasUnfitItalics(translated) ? ['has italics, which its fonts lack: use quotation marks'] : []),
    ...textMistakes(translated, [english], [text]),
  ];
}

function hasUnfitItalics({ text, locale }: Translated): boolean {
  return (locale === 'ja' || locale === 'zh-cn') && /(?<!\*)\*[^*\n]+\*(?!\*)/.test(text);
}

/** Markdown that stays the same: code, the targets of links, lines, and what is bold. */
const MARKUP = [/`[^`]+`/g, /\]\([^)]*\)/g, /#[a-zA-Z.]+#/g, /\{\d+\}/g, /\n/g, /\*\*/g];

function argumentMistakes(english: readonly Argument[], own: readonly Argument[], locale: TranslatedLocale): string[] {
  const kinds = (all: readonly Argument[]): string[] => [...new Set(all.map(kindOf))].sort();
  if (!sameItems(kinds(english), kinds(own)))
    return [`has the placeholders ${kinds(own).join(', ')}, not ${kinds(english).join(', ')}`];
  return own.flatMap((argument) => branchMistakes(argument, english, locale));
}

/** A plural can be a number where the words don't depend on it. */
function kindOf({ name, kind }: Argument): string {
  return `{${name}, ${kind === 'plural' ? 'number' : kind}}`;
}

function branchMistakes(
  { name, kind, branches }: Argument,
  english: readonly Argument[],
  locale: TranslatedLocale,
): string[] {
  const models = english.filter((one) => one.name === name && one.kind === kind);
  const isSame = models.some((model) => sameItems(model.branches, branches));
  if (kind === 'select') return isSame ? [] : [`has the choices ${branches.join(', ')} for {${name}}`];
  if (kind !== 'plural') return [];
  const wanted = new Set(models.flatMap((model) => model.branches));
  const categories: readonly string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  // A language without a singular can have its own words for exactly one.
  const isUsed = (branch: string): boolean =>
    branch.startsWith('=') ? wanted.has(branch === '=1' ? 'one' : branch) : categories.includes(branch);
  const unused = branches.filter((branch) => !isUsed(branch));
  const missing = [...wanted].filter(
    (branch) => (branch.startsWith('=') || categories.includes(branch)) && !branches.includes(branch),
  );
  return [
    ...unused.map((branch) => `has the branch "${branch}" for {${name}}, which is never used`),
    ...missing.map((branch) => `has no branch "${branch}" for {${name}}`),
  ];
}

function textMistakes(
  { id, english, note, text, locale }: Translated,
  source: readonly string[],
  own: readonly string[],
) {
  const limit = widthFor(id, note);
  const tooLong = own.filter((sentence) => limit !== undefined && cellWidth(sentence.replaceAll('{}', '')) > limit);
  return [
    ...(text !== text.trim() ? ['has spaces at its ends'] : []),
    ...(own.some((sentence) => /\S {2,}\S/.test(sentence) && !/\S {2,}\S/.test(english)) ? ['has two spaces'] : []),
    ...(isUntranslated(english, text) && !SAME_AS_ENGLISH.has(text) ? ['is the same as in English'] : []),
    ...(endOf(source[0]) !== endOf(own[0]) ? [`ends with "${(own[0] ?? '').slice(-1)}", unlike "${english}"`] : []),
    ...new Set(own.flatMap((sentence) => quoteMistakes(sentence, locale))),
    ...tooLong.map(
      (sentence) => `is too long for its place: ${cellWidth(sentence)} columns, not ${limit}: ${sentence}`,
    ),
  ];
}

/** Two words that aren't placeholders are a text that every language has its own words for. */
function isUntranslated(english: string, text: string): boolean {
  const words = english.replace(/\{[^{}]*\}/g, ' ').match(/(?<=^|\s)\p{L}{2,}/gu) ?? [];
  return text === english && words.length > 1;
}

/** Only what tells a sentence from a title: a full stop, a question mark, an ellipsis, a colon. */
function endOf(sentence = ''): string {
  const mark = /[.。?？…:：!！]$/u.exec(sentence)?.[0] ?? '';
  return { '。': '.', '？': '?', '：': ':', '！': '!' }[mark] ?? mark;
}

/** The quotation marks of each locale, around the text of pages and names. */
const QUOTES: Readonly<Record<TranslatedLocale, readonly string[]>> = {
  de: ['„“'],
  es: ['«»'],
  'pt-br': ['“”'],
  ja: ['「」', '『』'],
  'zh-cn': ['“”'],
};

const ALL_QUOTES = /["„“”«»「」『』]/g;

export function quoteMistakes(sentence: string, locale: TranslatedLocale): string[] {
  const marks = sentence.match(ALL_QUOTES)?.join('') ?? '';
  const pairs = QUOTES[locale];
  const rest = pairs.reduce((left, pair) => left.replaceAll(pair, ''), marks);
  return rest === '' ? [] : [`has other quotation marks than ${pairs.join(' and ')}, or single ones: ${sentence}`];
}

export function sameItems(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join('\n') === [...others].sort().join('\n');
}
