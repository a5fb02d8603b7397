import { shift, type Span } from '../text/span.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { withoutQuotes } from '../workspace-index/toc.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';

/** The target of a link as written: a span that an editor can show and replace. */
export interface WrittenLink {
  /** The page or table of contents that contains it. */
  readonly on: FilePath;
  /** The span of the target. */
  readonly span: Span;
  readonly target: string;
}

/** The links of a page, or the `href`s of a table of contents, in source order. */
export function linksOn(index: WorkspaceIndex, path: FilePath): WrittenLink[] {
  const toc = index.tocs.get(path);
  const inToc = toc?.targets.flatMap((target) => {
    const plain = withoutQuotes(toc.text, target);
    return plain === undefined ? [] : [{ on: path, span: plain.span, target: target.value }];
  });
  const onPage = index.pages.get(path)?.links.map(({ start, value: { target } }) => ({
    on: path,
    span: shift(target.span, start),
    target: target.value,
  }));
  return (inToc ?? onPage ?? []).sort((a, b) => a.span.start - b.span.start);
}

/** The links of all pages and tables of contents. */
export function* allLinks(index: WorkspaceIndex): Iterable<WrittenLink> {
  for (const path of index.tocs.keys()) yield* linksOn(index, path);
  for (const path of index.pages.keys()) yield* linksOn(index, path);
}
