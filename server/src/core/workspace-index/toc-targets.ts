import { nameOf, type FilePath } from './file-path.js';
import type { FileTree } from './file-tree.js';
import { linkTarget } from './link-target.js';
import { pathInOtherCase, resolvedPath, variantsOf } from './resolve.js';
import type { WorkspaceContents } from './workspace-contents.js';

/** The files that the tables of contents of the workspace name, including `toc.md`. */
export function tocTargets(workspace: WorkspaceContents): ReadonlySet<FilePath> {
  const named = new Set<FilePath>();
  const add = (from: FilePath, target: string): void => {
    const link = linkTarget(from, target, workspace.rootOf(from));
    if (link.kind !== 'path') return;
    // A name in the wrong case is a mistake in the table of contents, not in the page.
    const file = resolvedPath(link.path, workspace.files) ?? pathInOtherCase(link.path, workspace.files);
    for (const one of file === undefined ? variantsOf(link.path, workspace.files) : [file]) named.add(one);
  };
  for (const { path, targets } of workspace.tocs.values()) for (const { value } of targets) add(path, value);
  for (const path of tocPages(workspace.files))
    for (const { value } of workspace.pages.get(path)?.links ?? []) add(path, value.target.value);
  return named;
}

/** The tables of contents written in Markdown. */
export function tocPages(files: FileTree): Iterable<FilePath> {
  return files.named(TOC_PAGE);
}

/** Whether the page is a table of contents written in Markdown. */
export function isTocPage(path: FilePath): boolean {
  return nameOf(path).toLowerCase() === TOC_PAGE;
}

const TOC_PAGE = 'toc.md';
