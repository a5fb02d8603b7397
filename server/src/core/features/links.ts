import type { Span } from '../text/span.js';
import type { FilePath } from '../workspace-index/file-path.js';
import { linkTarget } from '../workspace-index/link-target.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { destinationOf, headingAt, headingOf, type Destination } from './link-places.js';
import { byPlace, isAt, lineAround, type Place } from './places.js';
import { allLinks, linksOn, type WrittenLink } from './written-links.js';

/** A link of a page, and its target. */
export interface PageLink {
  /** The span of the target on the page. */
  readonly place: Place;
  /** The line of the heading, or the start of the file. */
  readonly target: Place;
  /** Whether `target` is a heading. */
  readonly isHeading: boolean;
  /**
   * Whether every Markdown editor opens the same file: the path is relative and spelled like the file. Not so for
   * `~/a.md`, for `/a.md` relative to the folder of the `docfx.json`, for `a.html` that is built from `a.md`, for a
   * folder, or for `media\a.png`.
   */
  readonly isPlain: boolean;
}

/** The links of a page or table of contents to files of the workspace. */
export function pageLinks(index: WorkspaceIndex, path: FilePath): PageLink[] {
  return linksOn(index, path).flatMap((link) => {
    const destination = destinationOf(index, link);
    if (destination === undefined) return [];
    const isHeading = destination.heading !== undefined;
    return [
      {
        place: { path, span: link.span },
        target: targetOf(index, destination),
        isHeading,
        isPlain: isPlain(index, link, destination),
      },
    ];
  });
}

/** The target of the link or include at `offset`: the heading, or the start of the file. */
export function definitionOfLink(index: WorkspaceIndex, path: FilePath, offset: number): Place | undefined {
  const link = linkAt(index, path, offset);
  const destination = link === undefined ? undefined : destinationOf(index, link);
  return destination === undefined ? undefined : targetOf(index, destination);
}

/** A link target, and all links to it. */
export interface LinkReferences {
  /** The heading; `undefined` for the file as a whole. */
  readonly declaration: Place | undefined;
  /** The targets of the links, or their paths for a file, by file and from top to bottom. */
  readonly links: readonly Place[];
}

/**
 * The links with the same target as the link at `offset`: the heading if the caret is in the fragment, otherwise the
 * file. On a heading, the links to it; on the title of the page, also the links to the page as a whole.
 */
export function linkReferences(index: WorkspaceIndex, path: FilePath, offset: number): LinkReferences | undefined {
  const link = linkAt(index, path, offset);
  const destination = link === undefined ? undefined : destinationOf(index, link);
  if (link !== undefined && destination !== undefined) {
    const isInFragment = offset > link.span.start + destination.pathLength && destination.heading !== undefined;
    return isInFragment
      ? linksToHeading(index, destination.path, destination.heading)
      : { declaration: undefined, links: linksToFile(index, destination.path) };
  }
  const page = index.pages.get(path);
  const heading = page === undefined ? undefined : headingAt(page, offset);
  return heading === undefined ? undefined : linksToHeading(index, path, heading);
}

function linksToHeading(index: WorkspaceIndex, path: FilePath, heading: number): LinkReferences {
  const page = index.pages.get(path);
  const { start, value } = page?.headings[heading] ?? {};
  const declaration = page === undefined || start === undefined ? undefined : { path, span: lineAround(page, start) };
  const isName = value?.level === 1 && page?.headings.findIndex((other) => other.value.level === 1) === heading;
  return {
    declaration,
    links: linksTo(index, path, (other) => other.heading === heading || (isName && other.fragment === '')),
  };
}

/** Only their paths: `#below` doesn't name the page itself. */
function linksToFile(index: WorkspaceIndex, path: FilePath): Place[] {
  return linksTo(
    index,
    path,
    ({ pathLength }) => pathLength > 0,
    ({ span: { start } }, { pathLength }) => ({ start, end: start + pathLength }),
  );
}

function linksTo(
  index: WorkspaceIndex,
  path: FilePath,
  isMeant: (destination: Destination) => boolean,
  spanIn = ({ span }: WrittenLink, _: Destination): Span => span,
): Place[] {
  const found: Place[] = [];
  for (const link of allLinks(index)) {
    const destination = destinationOf(index, link);
    if (destination?.path === path && isMeant(destination))
      found.push({ path: link.on, span: spanIn(link, destination) });
  }
  return found.sort(byPlace);
}

function linkAt(index: WorkspaceIndex, path: FilePath, offset: number): WrittenLink | undefined {
  return linksOn(index, path).find(({ span }) => isAt(span, offset));
}

function targetOf(index: WorkspaceIndex, destination: Destination): Place {
  const { path } = destination;
  const page = index.pages.get(path);
  const heading = headingOf(index, destination);
  return {
    path,
    span: page === undefined || heading === undefined ? { start: 0, end: 0 } : lineAround(page, heading.start),
  };
}

function isPlain(index: WorkspaceIndex, { on, target }: WrittenLink, { path }: Destination): boolean {
  const named = linkTarget(on, target, index.rootOf(on));
  return named.kind === 'here' || (named.kind === 'path' && named.path === path && !/^~?\/|\\/.test(target));
}
