import type { FilePath } from './file-path.js';
import { linkTarget } from './link-target.js';
import { includesOf } from './page-includes.js';
import type { PageSummary } from './page-summary.js';

/** The files that the pages include, as named. `rootOf`: the target of `~/` and `/` on a page. */
export function includedFiles(
  pages: readonly PageSummary[],
  rootOf: (path: FilePath) => FilePath,
): ReadonlySet<FilePath> {
  return new Set(pages.flatMap((page) => filesIncludedBy(page, rootOf(page.path))));
}

function filesIncludedBy(page: PageSummary, root: FilePath): FilePath[] {
  return includesOf(page).flatMap((target) => {
    const link = linkTarget(page.path, target, root);
    return link.kind === 'path' ? [link.path] : [];
  });
}
