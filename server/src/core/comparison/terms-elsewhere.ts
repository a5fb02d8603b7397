import { hasSameReaders, isOtherPage } from './disagreements.js';
import type { IndexReader, TaskUse } from '../workspace-index/index-reader.js';
import type { Language } from '../vocabulary/language.js';
import type { PageSummary, TermsFact } from '../workspace-index/page-summary.js';

/** What other pages say in a cell of roles or services. */
export interface TermsElsewhere {
  readonly terms: TermsFact;
  readonly language: Language;
}

/**
 * The roles or services of a task on the page that knows them best: in the same language and for the same readers,
 * then in the same language, then the page in another language, then any other page. Each meaning once, the most common
 * first.
 */
export function termsElsewhere(
  id: string,
  column: 'role' | 'services',
  summary: PageSummary,
  index: IndexReader,
): TermsElsewhere[] {
  const uses = index
    .usesOf(id, (page) => isOtherPage(page, summary, index))
    .filter(({ task }) => task.value[column]?.ids !== undefined);
  const translations = new Set([...index.translationsOf(summary.path).values()].map(({ path }) => path));
  const groups: readonly ((use: TaskUse) => boolean)[] = [
    ({ page }) => hasSameReaders(page, summary),
    ({ page }) => page.language === summary.language,
    ({ page }) => translations.has(page.path),
    () => true,
  ];
  const nearest = groups.map((isNear) => uses.filter(isNear)).find((near) => near.length > 0) ?? [];
  return byMeaning(nearest, column);
}

/** The most common spelling of each meaning, the most common meaning first. */
function byMeaning(uses: readonly TaskUse[], column: 'role' | 'services'): TermsElsewhere[] {
  const meanings = new Map<string, TermsElsewhere[]>();
  for (const { page, task } of uses) {
    const terms = task.value[column];
    if (terms?.ids === undefined) continue;
    const key = terms.ids.join(' ');
    meanings.set(key, [...(meanings.get(key) ?? []), { terms, language: page.language }]);
  }
  return [...meanings.values()].sort((a, b) => b.length - a.length).flatMap((same) => mostCommon(same) ?? []);
}

function mostCommon(same: readonly TermsElsewhere[]): TermsElsewhere | undefined {
  const count = ({ terms }: TermsElsewhere): number => same.filter((other) => other.terms.value === terms.value).length;
  return [...same].sort((a, b) => count(b) - count(a))[0];
}
