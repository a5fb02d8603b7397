import type { Language } from '../../vocabulary/language.js';
import { folderOf, type FilePath } from '../../workspace-index/file-path.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import { suffixLanguage } from '../../workspace-index/language-marks.js';
import type { PageSummary } from '../../workspace-index/page-summary.js';

/** Fewer pages make no folder of translations. */
const FEWEST_PAGES = 3;

/** The language that an English page ought to be in, by the pages beside it; `undefined` for a page that is right in English. */
export function languageAround({ path, language, isPlaybook }: PageSummary, index: IndexReader): Language | undefined {
  // A name that ends in `-en` says that English is meant.
  if (language !== 'en' || !isPlaybook || suffixLanguage(path) === 'en' || !index.isBuilt(path)) return undefined;
  return usualLanguage(path, index);
}

/** The other language that more than half of the pages in the folder are in. */
function usualLanguage(path: FilePath, index: IndexReader): Language | undefined {
  const counts = [...index.languagesIn(folderOf(path))];
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return all < FEWEST_PAGES ? undefined : counts.find(([language, count]) => language !== 'en' && count * 2 > all)?.[0];
}
