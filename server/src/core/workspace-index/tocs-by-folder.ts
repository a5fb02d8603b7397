import { memoized } from '../text/memo.js';
import { folderOf, nameOf, NO_FOLDER, type FilePath } from './file-path.js';
import { tocPages } from './toc-targets.js';
import { isTocName } from './toc.js';
import type { WorkspaceIndex } from './workspace-index.js';

/** The first table of contents in each folder that has one. */
export function tocsByFolder(index: WorkspaceIndex): ReadonlyMap<FilePath, FilePath> {
  const known = byTargets(index.tocTargets);
  if (known.size > 0) return known;
  const unread = [...index.unread].filter((path) => isTocName(nameOf(path)));
  for (const path of [...tocPages(index.files), ...index.tocs.keys(), ...unread].sort().reverse())
    known.set(folderOf(path) ?? NO_FOLDER, path);
  return known;
}

/** Other tables of contents give another set of targets. */
const byTargets = memoized((_: ReadonlySet<FilePath>) => new Map<FilePath, FilePath>());
