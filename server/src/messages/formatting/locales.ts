/** The translations of the product: BCP 47 tags in lowercase, which are also the names of their files. */
export const TRANSLATED = ['de', 'es', 'pt-br', 'ja', 'zh-cn'] as const;

export type TranslatedLocale = (typeof TRANSLATED)[number];

/** All languages of the product. English is in the code. */
export const LOCALES = ['en', ...TRANSLATED] as const;

export type LocaleName = (typeof LOCALES)[number];

/** What is between the items of a list. Making the list formats of `Intl`, which know it, takes longer than a message. */
export const LIST_SEPARATORS: Readonly<Partial<Record<string, string>>> = {
  en: ', ',
  de: ', ',
  es: ', ',
  'pt-br': ', ',
  ja: '、',
  'zh-cn': '、',
};

/**
 * The locale of the product that a reader of `wanted` understands best: `de` for `de-AT`, `pt-br` for `pt`. `undefined`
 * if it has none. Clients and environments send any text.
 */
export function closestLocale(wanted: string): LocaleName | undefined {
  const [language = '', ...parts] = wanted.toLowerCase().replaceAll('_', '-').split('-');
  if (language === 'zh' && isTraditional(parts)) return undefined;
  return LOCALES.find((locale) => locale.split('-')[0] === language);
}

/** Whether Chinese is written in traditional characters, which not all readers of the simplified ones can read. */
function isTraditional(parts: readonly string[]): boolean {
  if (parts.includes('hans')) return false;
  return parts.some((part) => TRADITIONAL.has(part));
}

const TRADITIONAL: ReadonlySet<string> = new Set(['hant', 'tw', 'hk', 'mo', 'cht']);
