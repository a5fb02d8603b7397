import type { FilePath } from './file-path.js';
import type { FileTree } from './file-tree.js';
import type { PageSummary } from './page-summary.js';
import type { TocSummary } from './toc.js';

/** The files of a workspace and what is known about each of them. */
export interface WorkspaceContents {
  readonly files: FileTree;
  readonly pages: ReadonlyMap<FilePath, PageSummary>;
  readonly tocs: ReadonlyMap<FilePath, TocSummary>;
  /** The target of `~/` and `/` on a page. */
  rootOf(path: FilePath): FilePath;
}
