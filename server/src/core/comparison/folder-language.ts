import type { Language } from '../vocabulary/language.js';
import { folderOf, type FilePath } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import { suffixLanguage } from '../workspace-index/language-marks.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

/** The minimum number of pages in a folder of translations. */
const FEWEST_PAGES = 3;

/**
 * The language that an English page should be in, judging by the pages in its folder; `undefined` if English is right.
 */
export function languageAround({ path, language, isPlaybook }: PageSummary, index: IndexReader): Language | undefined {
  // A name that ends in `-en` means that English is intended.
  if (language !== 'en' || !isPlaybook || suffixLanguage(path) === 'en' || !index.isBuilt(path)) return undefined;
  return usualLanguage(path, index);
}

/** The other language that more than half of the pages in the folder are in. */
function usualLanguage(path: FilePath, index: IndexReader): Language | undefined {
  const folder = folderOf(path);
  // The answer for almost every page, without the language of each page in the folder.
  if (index.areMostlyIn('en', folder)) return undefined;
  const counts = [...index.languagesIn(folder)];
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return all < FEWEST_PAGES ? undefined : counts.find(([language, count]) => language !== 'en' && count * 2 > all)?.[0];
}
