import type { Language } from '../vocabulary/language.js';
import { folderNameLanguage, suffixLanguage } from './language-marks.js';
import type { PageSummary } from './page-summary.js';

/**
 * The page for each language among a page and its translations. The text of a page determines its language. If two
 * pages have the same language, the one whose folder and name match is used; an English page in the folder of a
 * translation comes last.
 */
export function translationsIn(pages: readonly PageSummary[]): ReadonlyMap<Language, PageSummary> {
  const best = new Map<Language, PageSummary>();
  for (const page of [...pages].sort(byFitness))
    if (page.isPlaybook && !best.has(page.language)) best.set(page.language, page);
  return best;
}

function byFitness(a: PageSummary, b: PageSummary): number {
  return fitness(b) - fitness(a) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1);
}

function fitness({ path, language }: PageSummary): number {
  const folder = folderNameLanguage(path) ?? 'en';
  const suffix = suffixLanguage(path) ?? (language === 'en' ? 'en' : undefined);
  return (folder === language ? 2 : 0) + (suffix === language ? 1 : 0);
}
