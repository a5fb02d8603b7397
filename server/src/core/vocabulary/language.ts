/** The languages that playbooks are written in. */
export type Language = 'en' | 'de' | 'es' | 'pt' | 'ja' | 'zh';

export const LANGUAGES: readonly Language[] = ['en', 'de', 'es', 'pt', 'ja', 'zh'];

/** English names, for messages. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German',
  es: 'Spanish',
  pt: 'Portuguese',
  ja: 'Japanese',
  zh: 'Chinese',
};
