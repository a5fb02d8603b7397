import { memoized } from '../../text/memo.js';
import type { FilePath } from '../../workspace-index/file-path.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { CatalogueEntry } from '../../workspace-index/page-summary.js';
import { comparableName } from '../../comparison/task-aspects.js';

/** The IDs of the tasks called `name` in the catalogue, as the page `from` knows it, without retired ones. */
export function idsCalled(name: string, from: FilePath, index: IndexReader): readonly string[] {
  const letters = comparableName(name);
  if (letters === '') return [];
  const ids = idsByLetters(index.entries).get(letters) ?? [];
  return ids.filter((id) => index.entriesFor(id, from).some(({ entry }) => comparableName(entry.name) === letters));
}

const idsByLetters = memoized((entries: readonly CatalogueEntry[]): ReadonlyMap<string, readonly string[]> => {
  const known = new Map<string, Set<string>>();
  for (const { id, name, isRetired } of entries) {
    if (isRetired) continue;
    const letters = comparableName(name);
    known.set(letters, (known.get(letters) ?? new Set()).add(id.value));
  }
  return new Map([...known].map(([letters, ids]) => [letters, [...ids]]));
});
