import type { FilePath } from './file-path.js';
import { linkTarget, type PathTarget } from './link-target.js';
import { canBeJudged, isFolder, pathInOtherCase, variantsOf } from './resolve.js';
import { topics, type Topic } from './topics.js';
import type { WorkspaceIndex } from './workspace-index.js';

/** The target of a link. */
export type LinkLookup =
  /** Another site, or a place outside the known workspace or in a folder that couldn't be listed. */
  | { readonly kind: 'elsewhere' }
  /** A place on the same page. */
  | { readonly kind: 'here' }
  | { readonly kind: 'found'; readonly target: PathTarget; readonly path: FilePath }
  /**
   * The file exists, but its name has another case, or another Unicode form: broken on systems where that matters.
   */
  | { readonly kind: 'other-case'; readonly target: PathTarget; readonly path: FilePath }
  | { readonly kind: 'missing'; readonly target: PathTarget };

/** The target of a link as written on the page at `from`. `topicsRead`: receives what the answer depends on. */
export function lookUpLink(index: WorkspaceIndex, topicsRead: Set<Topic>, from: FilePath, written: string): LinkLookup {
  const target = linkTarget(from, written, index.rootOf(from));
  if (target.kind !== 'path') return target;
  const { files } = index;
  const { path } = target;
  topicsRead.add(topics.file(path));
  const file = index.fileAt(path);
  if (file !== undefined) {
    topicsRead.add(topics.file(file));
    return { kind: 'found', target, path: file };
  }
  topicsRead.add(topics.files);
  if (isFolder(path, files)) return { kind: 'found', target, path };
  const [variant] = variantsOf(path, files);
  if (variant !== undefined) return { kind: 'found', target, path: variant };
  if (!index.isInWorkspace(path) || index.isUnlisted(path)) return { kind: 'elsewhere' };
  const other = pathInOtherCase(path, files);
  if (other !== undefined) return { kind: 'other-case', target, path: other };
  return target.way === 'beside' && !canBeJudged(path, files) ? { kind: 'elsewhere' } : { kind: 'missing', target };
}
