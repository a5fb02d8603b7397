import { folderOf, pathWithin, relativePath, type FilePath } from './file-path.js';
import { linkTarget } from './link-target.js';

/** The context of a new link: the page at `on`, where `~/` and `/` refer to `root`. */
export interface LinkSite {
  readonly on: FilePath;
  readonly root: FilePath;
  /** More characters have a meaning in YAML than in Markdown. */
  readonly isYaml: boolean;
}

/**
 * The path to `target` in the style of `written`, the present path: with its `~/`, `./` or `\`, with its spelling of
 * unchanged folders, and with its encoding of letters. `undefined` if no spelling leads there, as to another disk.
 */
export function respelled(written: string, target: FilePath, site: LinkSite): string | undefined {
  const plain = inManner(written, target, site);
  // `www.md` and `a:b.md` look like addresses without a prefix.
  return [plain, `./${plain}`].find((candidate) => leadsTo(candidate, target, site));
}

/** Whether the path leads to `target` if it's written there. */
export function leadsTo(written: string, target: FilePath, { on, root }: LinkSite): boolean {
  const link = linkTarget(on, written, root);
  return link.kind === 'path' && link.path === target;
}

function inManner(written: string, target: FilePath, { on, root, isYaml }: LinkSite): string {
  const separator = written.includes('\\') && !written.includes('/') ? '\\' : '/';
  const lead = /^~?[\\/]+|^(?:\.[\\/])+/.exec(written)?.[0] ?? '';
  const isAbsolute = /^[~\\/]/.test(lead);
  const fromRoot = isAbsolute ? pathWithin(root, target) : undefined;
  const path = fromRoot ?? (relativePath(folderOf(on) ?? on, target) || './');
  const known = new Map(written.split(/[\\/]/).map((part) => [decoded(part), part]));
  const isEncoded = /%[89a-f][\da-f]/i.test(written);
  const spelled = path
    .split('/')
    .map((part) => known.get(part) ?? encoded(part, isEncoded, isYaml))
    .join(separator);
  const keepsLead = isAbsolute ? fromRoot !== undefined : !/^\.\.?\//.test(path);
  return keepsLead ? lead + spelled : spelled;
}

/** Characters that would end a target, in Markdown or in an attribute, or have another meaning in it. */
const UNSAFE = /[\s()<>|\\[\]%#?"'`]/gu;
const UNSAFE_IN_YAML = /[^\p{L}\p{M}\p{N}._~-]/gu;
const NOT_ASCII = /[^\x21-\x7e]/gu;

function encoded(part: string, isEncoded: boolean, isYaml: boolean): string {
  const safe = part.replace(isYaml ? UNSAFE_IN_YAML : UNSAFE, percent);
  return isEncoded ? safe.replace(NOT_ASCII, percent) : safe;
}

function percent(character: string): string {
  const code = encodeURIComponent(character);
  return code === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : code;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
