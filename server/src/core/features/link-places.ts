import type { Placed } from '../text/span.js';
import { IndexReader } from '../workspace-index/index-reader.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { linkTarget } from '../workspace-index/link-target.js';
import type { HeadingFact, PageSummary } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import type { WrittenLink } from './written-links.js';

/** The target of a link: an existing file, and a heading in it. */
export interface Destination {
  readonly path: FilePath;
  /** Without `#`; empty if there is none. */
  readonly fragment: string;
  /** The index of the heading in `PageSummary.headings` that the fragment refers to. */
  readonly heading: number | undefined;
  /** The length of the path in the target as written. */
  readonly pathLength: number;
}

/**
 * The file that the link refers to; `undefined` for another site, a folder, a missing file, and a fragment of the same
 * page that matches no heading.
 */
export function destinationOf(index: WorkspaceIndex, { on, target }: WrittenLink): Destination | undefined {
  const reader = new IndexReader(index);
  const link = reader.follow(on, target);
  if (link.kind === 'here') {
    const own = linkTarget(on, target, index.rootOf(on));
    const found = own.kind === 'here' ? destination(reader, on, own.fragment, 0) : undefined;
    return found?.heading === undefined ? undefined : found;
  }
  if ((link.kind !== 'found' && link.kind !== 'other-case') || !index.files.has(link.path)) return undefined;
  return destination(reader, link.path, link.target.fragment ?? '', link.target.length);
}

/** The index in `PageSummary.headings` of the heading on the line at `offset`. */
export function headingAt({ headings, lines }: PageSummary, offset: number): number | undefined {
  const line = lines.lineAt(offset);
  const found = headings.findIndex(
    ({ start, value }) => lines.lineAt(start) <= line && line <= lines.lineAt(start + value.span.end),
  );
  return found === -1 ? undefined : found;
}

/** The heading at an index of `PageSummary.headings`. */
export function headingOf(index: WorkspaceIndex, { path, heading }: Destination): Placed<HeadingFact> | undefined {
  return heading === undefined ? undefined : index.pages.get(path)?.headings[heading];
}

function destination(reader: IndexReader, path: FilePath, fragment: string, pathLength: number): Destination {
  const anchor = fragment === '' ? undefined : reader.anchorsOf(path)?.placeOf(fragment);
  const headings = reader.page(path)?.headings.length ?? 0;
  // After the anchors of headings come those of HTML, whose positions are unknown.
  return { path, fragment, heading: anchor !== undefined && anchor < headings ? anchor : undefined, pathLength };
}
