import { asFilePath, folderOf, isInside, joined, type FilePath } from './file-path.js';

/** The target of a link according to its spelling, whether or not it exists. */
export type LinkTarget =
  /** Another site, a mailbox, or nothing: no target in the workspace. */
  | { readonly kind: 'elsewhere' }
  /** A place on the same page. */
  | { readonly kind: 'here'; readonly fragment: string }
  | PathTarget;

export interface PathTarget {
  readonly kind: 'path';
  /** As named; it may not exist. */
  readonly path: FilePath;
  /** Without `#`; `undefined` if there is none. */
  readonly fragment: string | undefined;
  /**
   * `below`: in the page's folder, or in a subfolder. `beside`: via a parent folder, such as `../media/a.png` or
   * `/media/a.png`, which may not be checked out.
   */
  readonly way: 'below' | 'beside';
  /** The span of the path, in the target as written. */
  readonly length: number;
}

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/;
/**
 * What other rules report: misspelled addresses, addresses without a scheme, mail addresses, text in parentheses. Also
 * placeholders, and shares of another computer.
 */
const NO_PATH =
  /^(?:[a-z][\w+.-]*:|h?t+p+s?[;.,]?\/\/|\/\/|\\\\|mail ?to\b|[\w.+-]+@[\w.-]+$|www\.|(?:[\w-]+\.)+(?:com|net|org|gov|edu|ms|io|de|es|jp|cn)(?:[/?#:]|$)|[([{<（［【「\s])|:\/\//i;
/** What Markdown reads as the character alone; before letters, dots and slashes, a backslash is a mistaken slash. */
const ESCAPE = /\\(?=[!-,:-@[\]^_`{|}~-])/g;
const MAX_TARGET = 2000;

/** Whether the target isn't in the workspace, whatever page it is written on. */
export function leadsElsewhere(target: string): boolean {
  const { written, fragment } = partsOf(target);
  if (written === '') return fragment === undefined || target.startsWith('?');
  return target.length > MAX_TARGET || INVISIBLE.test(written) || NO_PATH.test(decoded(written));
}

/** The target of `target` as written on the page at `page`. `root` is the target of `~/` and `/`. */
export function linkTarget(page: FilePath, target: string, root: FilePath): LinkTarget {
  if (leadsElsewhere(target)) return ELSEWHERE;
  const { written, fragment } = partsOf(target);
  if (written === '') return { kind: 'here', fragment: fragment ?? '' };
  const plain = decoded(written);
  const relative = /[\\&]/.test(written)
    ? decoded(written.replace(ESCAPE, '').replaceAll('&amp;', '&')).replaceAll('\\', '/')
    : plain;
  const absolute = /^~?\/+/.exec(relative)?.[0];
  const from = absolute === undefined ? folderOf(page) : root;
  const path = from === undefined ? undefined : joined(from, relative.slice(absolute?.length ?? 0));
  if (from === undefined || path === undefined) return ELSEWHERE;
  const way = absolute === undefined && isInside(from, path) ? 'below' : 'beside';
  const named = relative.endsWith('/') ? asFilePath(`${path}/`) : path;
  return { kind: 'path', path: named, fragment, way, length: written.length };
}

const ELSEWHERE: LinkTarget = { kind: 'elsewhere' };

/** The target without its query. */
function partsOf(target: string): { readonly written: string; readonly fragment: string | undefined } {
  const [, written = '', fragment] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? [];
  return { written, fragment };
}

function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
