import { memoized } from '../text/memo.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { topics } from '../workspace-index/topics.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import type { CompletionRequest } from './completion.js';

/** The values under `key` in other playbooks of the edition, the most frequent first. */
export function valuesSeen(key: string, { workspace }: CompletionRequest): string[] {
  if (workspace === undefined) return [];
  const { index, path } = workspace;
  const counts = new Map(countsOf(key, index.editions.of(path), index));
  const own = valueOn(path, key, index);
  if (own !== undefined) counts.set(own, (counts.get(own) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, aCount], [b, bCount]) => bCount - aCount || (a < b ? -1 : 1))
    .map(([value]) => value);
}

type Counts = ReadonlyMap<string, number>;

/** On how many playbooks of the edition each value is. Counted again only if the front matter of any page changed. */
function countsOf(key: string, edition: string, index: WorkspaceIndex): Counts {
  const known = knownCounts(index);
  const name = `${key}\n${edition}`;
  const last = known.get(name);
  if (last !== undefined && !index.hasChanged(DEPENDENCIES, last.revision)) return last.counts;
  const counts = new Map<string, number>();
  const { editions } = index;
  for (const path of index.pages.keys()) {
    const value = editions.of(path) === edition ? valueOn(path, key, index) : undefined;
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  known.set(name, { revision: index.revision, counts });
  return counts;
}

const DEPENDENCIES = [topics.allFields, topics.editions];

const knownCounts = memoized(
  (_: WorkspaceIndex) => new Map<string, { readonly revision: number; readonly counts: Counts }>(),
);

/** The value that a playbook has, if it can be written in a line without quotes. */
function valueOn(path: FilePath, key: string, index: WorkspaceIndex): string | undefined {
  const page = index.pages.get(path);
  const value = page?.isPlaybook === true ? page.fields.get(key) : undefined;
  return value !== undefined && PLAIN.test(value) ? value : undefined;
}

/** Text that YAML reads as it is. */
const PLAIN = /^[^\s'"[\]{}#&*!|>@%`?,:-](?:[^:#\r\n]|:(?=\S)|(?<=\S)#)*$/;
