import type { TranslatedLocale } from '../../server/src/messages/formatting/index.js';
import { readRuleHelp, type Section } from '../../server/src/rule-help/index.js';
import { quoteMistakes, sameItems } from '../locales/checks.js';

/** What a translation has that the English text doesn't have, or the reverse, in words. Empty if there is nothing. */
export function structureMistakes(english: string, own: string, locale: TranslatedLocale): string[] {
  const [source, text] = [readRuleHelp(english), readRuleHelp(own)];
  const wanted = [...source.keys()].filter((section) => section !== 'See also');
  if (!own.startsWith('## Why\n')) return ['must start with the line "## Why"'];
  if (wanted.join() !== [...text.keys()].join())
    return [`must have the sections ${wanted.join(', ')}, with English headings, not ${[...text.keys()].join(', ')}`];
  return wanted.flatMap((section) =>
    sectionMistakes(section, source.get(section) ?? '', text.get(section) ?? '', locale),
  );
}

function sectionMistakes(section: Section, english: string, own: string, locale: TranslatedLocale): string[] {
  const [source, text] = [blocksOf(english), blocksOf(own)];
  const kinds = (blocks: readonly Block[]): string => blocks.map(({ kind }) => kind).join(', ');
  if (kinds(source) !== kinds(text)) return [`${section}: must consist of ${kinds(source)}, not of ${kinds(text)}`];
  return text.flatMap((block, index) =>
    blockMistakes(source[index]?.text ?? '', block, locale).map((what) => `${section}: ${what}`),
  );
}

function blockMistakes(english: string, { kind, text }: Block, locale: TranslatedLocale): string[] {
  if (kind.startsWith('`')) return [];
  const place = JSON.stringify(text.slice(0, 60));
  return [
    ...(isUntranslated(english, text) ? [`${place} is the same as in English`] : []),
    ...differences('the code', fixedCode(english), fixedCode(text), place),
    ...differences('the links', targets(english), targets(text), place),
    ...quoteMistakes(withoutCode(text), locale).map((what) => `${place} ${what}`),
  ];
}

function differences(what: string, english: readonly string[], own: readonly string[], place: string): string[] {
  return sameItems(english, own) ? [] : [`${place} has ${what} ${own.join(', ')}, not ${english.join(', ')}`];
}

/** An example, or one line: a paragraph, an item of a list, a row of a table. */
interface Block {
  readonly kind: string;
  readonly text: string;
}

function blocksOf(section: string): Block[] {
  const parts = section.match(/^(`{3,})[^]*?^\1$|^.*\S.*$/gm) ?? [];
  return parts.map((text) => {
    const kind = /^(?:`{3,}.*|- |\d+\. |\|)/.exec(text)?.[0].trim() ?? 'paragraph';
    return { kind, text };
  });
}

/** Code that isn't text of an example: IDs, keys, paths, comments for the product. */
function fixedCode(text: string): string[] {
  const isFixed = (code: string): boolean =>
    /playbook-/.test(code) || /^(?=.*[a-z])[a-z\d]+(?:[-./_:]+[a-z\d]*)+$/.test(code);
  return codeIn(text).filter(isFixed);
}

function codeIn(text: string): string[] {
  return [...text.matchAll(CODE)].map((match) => match[2] ?? '');
}

function withoutCode(text: string): string {
  return text.replace(CODE, '');
}

const CODE = /(?<!`)(`{1,2})(?!`)(.+?)(?<!`)\1(?!`)/g;

function targets(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target);
}

/** Three words that aren't code are a text that every language has its own words for. */
function isUntranslated(english: string, text: string): boolean {
  return text === english && (withoutCode(text).match(/\p{L}{2,}/gu) ?? []).length > 2;
}
