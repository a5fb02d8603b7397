import { textWidth } from './text-width';

/**
 * The parts of a displayed path. If the path doesn't fit, `folders` is shortened first, then `start`; `end` is always
 * fully visible.
 */
export interface PathParts {
  /** Ends with a slash; empty if there are no folders. */
  readonly folders: string;
  /** Empty if the name is so short that `end` contains all of it. */
  readonly start: string;
  readonly end: string;
}

/** The end of a file name distinguishes pages whose names start alike: `…ess-de.md`. In digits. */
const END = 11;
/** Anything shorter takes as much space as its ellipsis would. In digits. */
const LEAST_START = 3;

export function pathParts(path: string): PathParts {
  const slash = path.lastIndexOf('/') + 1;
  const [folders, name] =
    textWidth(path.slice(0, slash)) < LEAST_START ? ['', path] : [path.slice(0, slash), path.slice(slash)];
  const at = endOf(name);
  return { folders, start: name.slice(0, at), end: name.slice(at) };
}

/** Whether `text` is the path of a page or of another file, not a sentence or a URL. */
export function isPath(text: string): boolean {
  return /^[^\n]+\/[^/\n]+\.[a-z]{2,8}$/i.test(text)
    ? !/^[a-z]+:\/\//i.test(text)
    : /^[^\n]+\.(?:md|ya?ml)$/i.test(text);
}

/** Where the end of a name starts: between two characters as people see them. */
function endOf(name: string): number {
  if (textWidth(name) < END + LEAST_START) return 0;
  const characters = [...graphemes.segment(name)];
  let width = 0;
  let at = name.length;
  for (const { segment, index } of characters.reverse()) {
    width += textWidth(segment);
    if (width > END) break;
    at = index;
  }
  // If a name is a single very long character, nothing fits.
  return at === name.length ? 0 : at;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
