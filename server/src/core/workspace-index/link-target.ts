import { folderOf, isInside, joined, type FilePath } from './file-path.js';

/** What a link says about where it leads, before anybody looks whether that is there. */
export type LinkTarget =
  /** To another site, a mail box, or to nowhere: nothing in the workspace. */
  | { readonly kind: 'elsewhere' }
  /** To a place of the same page. */
  | { readonly kind: 'here'; readonly fragment: string }
  | PathTarget;

export interface PathTarget {
  readonly kind: 'path';
  /** As named; nobody says that it is there. */
  readonly path: FilePath;
  /** Without `#`; `undefined` where none is written. */
  readonly fragment: string | undefined;
  /**
   * `below`: in the page's own folder, or downwards from it. `beside`: over a folder further up, as `../media/a.png` or
   * `/media/a.png` do, which may be outside of what was checked out.
   */
  readonly way: 'below' | 'beside';
  /** Of the path alone, in the target as written. */
  readonly length: number;
}

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/;
/**
 * What other rules tell the author about: an address with a slip in it or without its scheme, a mail address, a text in
 * parentheses. And what is filled in later, and the share of another computer.
 */
const NO_PATH =
  /^(?:[a-z][\w+.-]*:|\/\/|\\\\|mail ?to\b|[\w.+-]+@[\w.-]+$|www\.|(?:[\w-]+\.)+(?:com|net|org|gov|edu|ms|io|de|es|jp|cn)(?:[/?#:]|$)|[([{<（［【「\s])|:\/\//i;
/** What Markdown reads as the character alone; before letters, dots and slashes a backslash is a slash by mistake. */
const ESCAPE = /\\(?=[!-,:-@[\]^_`{|}~-])/g;
const MAX_TARGET = 2000;

/** Where `target`, as written in the page at `page`, leads. `root` is where `~/` and `/` lead. */
export function linkTarget(page: FilePath, target: string, root: FilePath): LinkTarget {
  const [, written = '', fragment] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? [];
  if (written === '') return fragment === undefined || target.startsWith('?') ? ELSEWHERE : { kind: 'here', fragment };
  const plain = decoded(written);
  if (target.length > MAX_TARGET || INVISIBLE.test(written) || NO_PATH.test(plain)) return ELSEWHERE;
  const relative = /[\\&]/.test(written)
    ? decoded(written.replace(ESCAPE, '').replaceAll('&amp;', '&')).replaceAll('\\', '/')
    : plain;
  const absolute = /^~?\/+/.exec(relative)?.[0];
  const from = absolute === undefined ? folderOf(page) : root;
  const path = from === undefined ? undefined : joined(from, relative.slice(absolute?.length ?? 0));
  if (path === undefined) return ELSEWHERE;
  const way = absolute === undefined && isInside(from ?? '', path) ? 'below' : 'beside';
  return { kind: 'path', path: relative.endsWith('/') ? `${path}/` : path, fragment, way, length: written.length };
}

const ELSEWHERE: LinkTarget = { kind: 'elsewhere' };

function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
