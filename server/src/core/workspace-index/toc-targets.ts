import { memoized } from '../text/memo.js';
import { folderOf, nameOf, type FilePath } from './file-path.js';
import { linkTarget } from './link-target.js';
import { pathInOtherCase, resolvedPath, variantsOf } from './resolve.js';
import type { WorkspaceIndex } from './workspace-index.js';

/** The files that the tables of contents of the workspace name, `toc.md` included. */
export function tocTargets(index: WorkspaceIndex): ReadonlySet<FilePath> {
  const named = new Set<FilePath>();
  const add = (from: FilePath, target: string): void => {
    const link = linkTarget(from, target, index.rootOf(from));
    if (link.kind !== 'path') return;
    // A name in the wrong case is a mistake of the table, not of the page.
    const file = resolvedPath(link.path, index.files) ?? pathInOtherCase(link.path, index.files);
    for (const one of file === undefined ? variantsOf(link.path, index.files) : [file]) named.add(one);
  };
  for (const { path, targets } of index.tocs.values()) for (const { value } of targets) add(path, value);
  for (const path of index.files.named(TOC_PAGE))
    for (const { value } of index.pages.get(path)?.links ?? []) add(path, value.target.value);
  return named;
}

/** The first table of contents right in each folder that has one. */
export function tocsByFolder(index: WorkspaceIndex): ReadonlyMap<FilePath, FilePath> {
  const known = byTargets(index.tocTargets);
  if (known.size === 0)
    for (const path of [...index.files.named(TOC_PAGE), ...index.tocs.keys()].sort().reverse())
      known.set(folderOf(path) ?? '', path);
  return known;
}

/** Whether the page is a table of contents written in Markdown. */
export function isTocPage(path: FilePath): boolean {
  return nameOf(path).toLowerCase() === TOC_PAGE;
}

const TOC_PAGE = 'toc.md';

/** Other tables of contents make another set of targets. */
const byTargets = memoized((_: ReadonlySet<FilePath>) => new Map<FilePath, FilePath>());
