import type { FilePath } from './file-path.js';
import { linkTarget } from './link-target.js';
import { includesOf } from './page-includes.js';
import type { PageSummary } from './page-summary.js';
import type { WorkspaceContents } from './workspace-contents.js';

/** The files that pages of the workspace include, as named. */
export function includedFiles(workspace: WorkspaceContents): ReadonlySet<FilePath> {
  return new Set([...workspace.pages.values()].flatMap((page) => filesIncludedBy(page, workspace)));
}

function filesIncludedBy(page: PageSummary, workspace: WorkspaceContents): FilePath[] {
  return includesOf(page).flatMap((target) => {
    const link = linkTarget(page.path, target, workspace.rootOf(page.path));
    return link.kind === 'path' ? [link.path] : [];
  });
}
