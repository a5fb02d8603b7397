import type { Playbook } from '../model/playbook.js';
import { memoized } from '../text/memo.js';
import type { Language } from '../vocabulary/language.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** What it takes to understand the words of a page. */
export interface ReadingContext {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
}

export interface DatedContext extends ReadingContext {
  /** The day of the run, `YYYY-MM-DD`. The core has no clock. */
  readonly today: string;
}

/** The same object for every page of one language and vocabulary, so that it can key a cache. */
export function readingContextOf({ vocabulary, language }: Pick<Playbook, 'vocabulary' | 'language'>): ReadingContext {
  return contextsIn(vocabulary)(language);
}

const contextsIn = memoized((vocabulary: Vocabulary) => {
  const byLanguage = new Map<Language, ReadingContext>();
  return (language: Language): ReadingContext => {
    let context = byLanguage.get(language);
    if (context === undefined) byLanguage.set(language, (context = { language, vocabulary }));
    return context;
  };
});
