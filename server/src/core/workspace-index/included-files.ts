import { memoized } from '../text/memo.js';
import type { FilePath } from './file-path.js';
import { linkTarget } from './link-target.js';
import type { PageSummary } from './page-summary.js';
import type { WorkspaceIndex } from './workspace-index.js';

/** What stands between the parentheses of the page's includes, without a title. */
export const includesOf = memoized(({ links }: PageSummary): readonly string[] =>
  links.flatMap(({ value }) => (value.kind === 'include' ? [value.target.value] : [])),
);

/** The files that any page of the workspace includes, as named. */
export function includedFiles(index: WorkspaceIndex): ReadonlySet<FilePath> {
  return new Set([...index.pages.values()].flatMap((page) => filesIncludedBy(page, index)));
}

function filesIncludedBy(page: PageSummary, index: WorkspaceIndex): FilePath[] {
  return includesOf(page).flatMap((target) => {
    const link = linkTarget(page.path, target, index.rootOf(page.path));
    return link.kind === 'path' ? [link.path] : [];
  });
}
