import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';

/** The IDs of all tasks that a page or a catalogue has, by number. The same list until there is another ID. */
export function sortedIds(index: WorkspaceIndex): readonly string[] {
  const { pagesWithEntry, pagesWithTask, idRevision } = index;
  const last = kept.get(index);
  if (last?.revision === idRevision) return last.ids;
  const ids = [...new Set([...pagesWithEntry.keys(), ...pagesWithTask.keys()])].sort(byNumber);
  kept.set(index, { revision: idRevision, ids });
  return ids;
}

const kept = new WeakMap<WorkspaceIndex, { readonly revision: number; readonly ids: readonly string[] }>();

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}
