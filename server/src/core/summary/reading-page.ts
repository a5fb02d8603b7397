import type { Page } from '../lint/rule.js';
import type { Playbook } from '../model/playbook.js';
import { memoized } from '../text/memo.js';
import type { Language } from '../vocabulary/language.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** What cells and labels mean on a page: the same object for every page of one language and vocabulary, so that it can key a cache. */
export function readingPage({ vocabulary, language }: Pick<Playbook, 'vocabulary' | 'language'>): Page {
  return pages(vocabulary)(language);
}

const pages = memoized((vocabulary: Vocabulary) => {
  const byLanguage = new Map<Language, Page>();
  return (language: Language): Page => {
    let page = byLanguage.get(language);
    if (page === undefined) byLanguage.set(language, (page = { language, vocabulary, today: '' }));
    return page;
  };
});
