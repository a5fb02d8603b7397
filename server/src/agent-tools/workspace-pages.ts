import { URI } from 'vscode-uri';
import {
  asFilePath,
  globMatcher,
  globMistake,
  naturalOrder,
  pathWithin,
  type FilePath,
  type PageSummary,
} from '../core/index.js';
import type { Format } from '../messages/formatting/index.js';
import { filePathOf, ShownPaths, uriOf, type Uri, type Workspace } from '../workspace/index.js';
import { MAX_FILES } from './limits.js';
import { ToolError, type ToolContext } from './tool.js';

/** The pages that the arguments of a call specify. */
export interface FoundPages {
  readonly pages: readonly FilePath[];
  /** The number of other pages that were specified. */
  readonly omitted: number;
  /** Explicitly specified files that aren't pages, or couldn't be read. */
  readonly unread: readonly string[];
}

/**
 * The files of the workspace by the paths that an agent writes. They come from the index, which contains no file outside
 * the workspace folders and follows no link out of them, so nothing else can be read.
 */
export class WorkspacePages {
  readonly #workspace: Workspace;
  readonly #paths: ShownPaths;
  /** What may be missing from a result. */
  readonly warnings: readonly string[];

  private constructor(workspace: Workspace, warnings: readonly string[]) {
    this.#workspace = workspace;
    this.#paths = new ShownPaths(workspace.index.roots);
    this.warnings = warnings;
  }

  /** Reads the workspace if necessary. */
  static async of({ workspace, format }: ToolContext): Promise<WorkspacePages> {
    const isIndexed = await workspace.indexed();
    const { unread, unlisted } = workspace.index;
    const pages = new WorkspacePages(workspace, [
      ...(isIndexed
        ? []
        : ['The workspace has no folder, or it cannot be listed: rules that compare files did not run']),
      ...(unread.size + unlisted.length === 0
        ? []
        : ['Some files or folders of the workspace cannot be read, so what they contain is unknown']),
    ]);
    return pages.#withWarnings(await pages.#faultyConfigurations(format));
  }

  #withWarnings(more: readonly string[]): WorkspacePages {
    return more.length === 0 ? this : new WorkspacePages(this.#workspace, [...this.warnings, ...more]);
  }

  async #faultyConfigurations(format: Format): Promise<string[]> {
    const findings = await this.#workspace.configurationsInEffect();
    return [...findings].flatMap(
      ([
        uri,
        {
          problems: [first],
        },
      ]) =>
        first === undefined
          ? []
          : [`The configuration file "${this.shown(filePathOf(uri))}" has a mistake: ${format(first.message)}`],
    );
  }

  /** The path as results show it. */
  shown(path: FilePath): string {
    return this.#paths.shown(path);
  }

  /** The line of an offset on a page of the workspace, starting at 0. */
  lineIn(path: FilePath, offset: number): number | undefined {
    return this.#workspace.index.pages.get(path)?.lines.lineAt(offset);
  }

  /** The page at a path. Throws a `ToolError` if there is none. */
  page(written: string): PageSummary {
    const page = this.#candidates(written)
      .map((path) => this.#workspace.index.pages.get(path))
      .find((found) => found !== undefined);
    if (page === undefined) throw new ToolError(`"${written}" is not a page of the workspace, or it cannot be read`);
    return page;
  }

  /** The address of a file that may not exist. Throws a `ToolError` for a path outside the workspace. */
  address(written: string | undefined): Uri {
    const [root] = this.#workspace.index.roots;
    if (written === undefined) return uriOf(asFilePath(`${root ?? 'untitled://'}/untitled.md`));
    const candidates = this.#candidates(written);
    const existing = candidates.find((path) => this.#workspace.index.files.has(path));
    const [first] = candidates;
    if (first === undefined) throw new ToolError(`"${written}" is outside the workspace`);
    return uriOf(existing ?? first);
  }

  /** The pages that paths of files and folders, and globs, specify. Without any, all pages. */
  matching(patterns: readonly string[]): FoundPages {
    const { pages, tocs, files } = this.#workspace.index;
    const all = [...pages.keys(), ...tocs.keys()].sort((a, b) => naturalOrder(this.shown(a), this.shown(b)));
    if (patterns.length === 0) return limited(all, []);
    const found = new Set<FilePath>();
    const unread: string[] = [];
    for (const pattern of patterns) {
      const before = found.size;
      const own = this.#specifiedBy(pattern, all);
      for (const path of own) found.add(path);
      if (own.length > 0 || found.size > before) continue;
      if (!this.#candidates(pattern).some((path) => files.has(path)))
        throw new ToolError(`No page of the workspace matches "${pattern}"`);
      unread.push(pattern);
    }
    return limited(
      all.filter((path) => found.has(path)),
      unread,
    );
  }

  #specifiedBy(pattern: string, all: readonly FilePath[]): readonly FilePath[] {
    const candidates = this.#candidates(pattern);
    const named = all.filter((path) => candidates.some((one) => path === one || pathWithin(one, path) !== undefined));
    if (named.length > 0) return named;
    if (!SPECIAL.test(pattern)) return [];
    const glob = pattern.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
    if (globMistake(glob) !== undefined) throw new ToolError(`"${pattern}" is not a valid glob`);
    const matches = globMatcher([glob]);
    const { roots } = this.#workspace.index;
    return all.filter(
      (path) => matches(this.shown(path)) || roots.some((root) => matches(pathWithin(root, path) ?? this.shown(path))),
    );
  }

  /** The files in the workspace that the path can mean. Throws a `ToolError` if it leads out of the workspace. */
  #candidates(written: string): readonly FilePath[] {
    const { roots } = this.#workspace.index;
    const path = written.replaceAll('\\', '/');
    const absolute = absolutePath(path);
    if (absolute !== undefined) {
      const inside = normalized(absolute);
      if (inside === undefined || !roots.some((root) => inside === root || pathWithin(root, inside) !== undefined))
        throw new ToolError(`"${written}" is outside the workspace`);
      return [inside];
    }
    const parts = normalizedParts(path);
    if (parts === undefined) throw new ToolError(`"${written}" is outside the workspace`);
    const relative = parts.join('/');
    return roots.flatMap((root) => {
      // With several folders, their names come first: `name/`.
      const prefix = this.#paths.shown(asFilePath(`${root}/x`)).slice(0, -1);
      const isPrefixed = prefix !== '' && `${relative}/`.startsWith(prefix);
      return [...(isPrefixed ? [relative.slice(prefix.length)] : []), relative].map((rest) =>
        asFilePath(rest === '' ? root : `${root}/${rest}`),
      );
    });
  }
}

function limited(pages: readonly FilePath[], unread: readonly string[]): FoundPages {
  return { pages: pages.slice(0, MAX_FILES), omitted: Math.max(0, pages.length - MAX_FILES), unread };
}

const SPECIAL = /[*?[\]{}]/;

/** `undefined` for a relative path. */
function absolutePath(path: string): FilePath | undefined {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return filePathOf(path);
  return /^(?:\/|[a-z]:\/)/i.test(path) ? filePathOf(URI.file(path).toString()) : undefined;
}

function normalized(path: FilePath): FilePath | undefined {
  const [, start = '', rest = ''] = /^([a-z][\w+.-]*:\/\/[^/]*\/)(.*)$/is.exec(path) ?? [];
  const parts = normalizedParts(rest);
  return parts === undefined ? undefined : asFilePath(start + parts.join('/'));
}

/** The names in a path without `.` and `..`; `undefined` if it leads above its start. */
function normalizedParts(path: string): readonly string[] | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts;
}
