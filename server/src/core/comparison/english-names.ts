import { tasksById } from '../workspace-index/facts-by-id.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import { comparableName } from './task-aspects.js';

/** Whether a row of another page has the same task: IDs are used again for other tasks. */
export type IsSameTask = (page: PageSummary) => boolean;

/**
 * Compares the English names of a task: the one on the English page of `page`, and the one on the English page of another
 * page. A name that isn't known is the same as any other.
 */
export function sameTaskAs(id: string, page: PageSummary, index: IndexReader): IsSameTask {
  const own = englishNameOf(id, page, index);
  if (own === undefined) return () => true;
  const known = new Map<FilePath, boolean>();
  return (other) => {
    let isSame = known.get(other.path);
    if (isSame === undefined) {
      isSame = (englishNameOf(id, other, index) ?? own) === own;
      known.set(other.path, isSame);
    }
    return isSame;
  };
}

function englishNameOf(id: string, page: PageSummary, index: IndexReader): string | undefined {
  const english = page.language === 'en' ? page : index.translationsOf(page.path).get('en');
  const row = english === undefined ? undefined : tasksById(english).get(id)?.[0];
  return comparableName(row?.value.name?.value ?? '') || undefined;
}
