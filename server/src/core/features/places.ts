import type { LineMap } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';

/** A span in a file. */
export interface Place {
  readonly path: FilePath;
  readonly span: Span;
}

/** A file in the index, as needed for places in it. */
export interface ReadFile {
  readonly text: string;
  readonly lines: LineMap;
}

/** The page or table of contents at `path`; `undefined` for any other file. */
export function readFileAt(index: WorkspaceIndex, path: FilePath): ReadFile | undefined {
  return index.pages.get(path) ?? index.tocs.get(path);
}

/** The whole line at `offset`, without its line ending. */
export function lineAround({ lines }: ReadFile, offset: number): Span {
  return lines.lineSpan(lines.lineAt(offset));
}

/** Inside the span, or at one of its ends: editors use both for the word at the caret. */
export function isAt({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The sort order of places: by file, then from top to bottom. */
export function byPlace(a: Place, b: Place): number {
  return a.path === b.path ? a.span.start - b.span.start : a.path < b.path ? -1 : 1;
}
