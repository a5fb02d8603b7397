import { resolve } from 'node:path';
import { globMatcher, globMistake } from '../core/index.js';
import { defineMessages, type Message } from '../messages/index.js';
import { filesBelow, type FolderEntry } from '../shared/files-below.js';
import { unreadReasons } from '../shared/unread-reasons.js';
import type { CliHost } from './cli-host.js';
import { fileTexts, unreadable } from './file-texts.js';
import { shownPath } from './shown-path.js';

const texts = defineMessages('find-files', {
  missing: 'No such file or folder: "{path}"',
  missingDash: {
    text: 'No such file or folder: "-". To check standard input, use {option}',
    note: '"option" is the option --stdin.',
  },
  notAFile: '"{path}" is neither a file nor a folder',
  deadLink: {
    text: '"{path}" is a link to a file that doesn\'t exist',
    note: 'A symbolic link on the disk.',
  },
  noMarkdown: 'No Markdown files in "{folder}"',
  noMatch: 'No Markdown file matches "{glob}"',
  noPlaybook: {
    text: 'No playbook in "{pattern}". If that is correct, add {option}',
    note: '"pattern" is a folder or a glob. "option" is the option --allow-empty.',
  },
  invalidGlob: { text: `"{glob}" isn't a valid glob: {mistake}`, note: '"mistake" says what is wrong with the glob.' },
  linkSkipped: {
    text: '"{path}" is a link to a file outside "{folder}" and was skipped. To check it, pass its path',
    note: 'A symbolic link on the disk. "folder" is a folder or a glob that the user specified.',
  },
});

/** The files that the arguments specify. */
export interface FoundFiles {
  /** Absolute paths, sorted, without duplicates. */
  readonly paths: readonly string[];
  /**
   * The starting folder of each argument. Configuration files above it are ignored, unless it is in the working
   * directory.
   */
  readonly folders: readonly string[];
  /** The folders that were searched: specified folders, and the starting folders of globs. */
  readonly searched: readonly string[];
  /** What was found for each specified folder and glob. */
  readonly searches: readonly Search[];
  /** What could not be found or listed, one message each. */
  readonly failures: readonly Message[];
  /** What isn't checked for a good reason. */
  readonly notes: readonly Message[];
}

/** A specified folder or glob, and the files in it. */
export interface Search {
  readonly pattern: string;
  /** The folder; for a glob, where it starts. */
  readonly folder: string;
  readonly isGlob: boolean;
  readonly paths: readonly string[];
}

/** What a run with `--changed` knows about paths that don't exist. */
export interface MissingPaths {
  /** Why a path doesn't exist: the changes deleted or renamed it. `shown`: as the user specified it. */
  goneBecause(path: string, shown: string): Message | undefined;
  /** Throws a `UsageError` if a revision is separated from `--changed` by a space, and so was read as a missing file. */
  refuseRevision(missing: string): void;
}

export interface FindOptions {
  /** A folder or glob without playbooks isn't a failure. */
  readonly allowEmpty: boolean;
  /** What changed, if only new problems are reported. */
  readonly changes?: MissingPaths | undefined;
}

const MARKDOWN = /\.(?:md|markdown)$/i;

/**
 * Finds the files that `patterns` specify: a file itself, all Markdown files in a folder, all Markdown files that match
 * a glob.
 */
export async function findFiles(
  patterns: readonly string[],
  cwd: string,
  host: CliHost,
  options: FindOptions,
): Promise<FoundFiles> {
  const finder = new Finder(cwd, host, options);
  for (const pattern of patterns) await finder.add(pattern);
  return finder.found();
}

/** With a failure for each folder or glob with only other files, which is probably the wrong one. */
export function withEmptySearches(
  found: FoundFiles,
  { allowEmpty }: Pick<FindOptions, 'allowEmpty'>,
  isPlaybook: (path: string) => boolean,
): FoundFiles {
  const empty = found.searches
    .filter(({ paths }) => !allowEmpty && paths.length > 0 && !paths.some(isPlaybook))
    .map(({ pattern }) => texts.noPlaybook({ pattern, option: '--allow-empty' }));
  return { ...found, failures: [...found.failures, ...empty] };
}

class Finder {
  readonly #cwd: string;
  readonly #host: CliHost;
  readonly #paths = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #searches: Search[] = [];
  readonly #failures: Message[] = [];
  readonly #notes: Message[] = [];
  readonly #options: FindOptions;

  constructor(cwd: string, host: CliHost, options: FindOptions) {
    this.#cwd = cwd;
    this.#host = host;
    this.#options = options;
  }

  found(): FoundFiles {
    return {
      paths: [...this.#paths].sort(),
      folders: [...this.#folders],
      searched: [...new Set(this.#searches.map(({ folder }) => folder))],
      searches: this.#searches,
      failures: this.#failures,
      notes: this.#notes,
    };
  }

  async add(pattern: string): Promise<void> {
    const path = resolve(this.#cwd, pattern);
    const isGlob = SPECIAL.test(pattern);
    const kind = await this.#kindOf(path, isGlob ? undefined : pattern);
    if (kind === 'file') {
      this.#paths.add(path);
      this.#folders.add(resolve(path, '..'));
    } else if (kind === 'folder') {
      const isEmpty = await this.#walk(path, pattern, 'folder', (file) => MARKDOWN.test(file));
      if (isEmpty && !this.#options.allowEmpty) this.#failures.push(texts.noMarkdown({ folder: pattern }));
    } else if (kind === 'other') this.#failures.push(texts.notAFile({ path: pattern }));
    else if (isGlob) await this.#addGlob(pattern);
    else if (kind === undefined) this.#addMissing(pattern, path);
  }

  /** `shown`: how a failure names the path; without it, what can't be read counts as missing. */
  async #kindOf(path: string, shown: string | undefined): Promise<FolderEntry['kind'] | 'failed' | undefined> {
    try {
      return await this.#host.kindOf(path);
    } catch (error) {
      if (shown === undefined) return undefined;
      this.#fail(shown, error);
      return 'failed';
    }
  }

  #addMissing(pattern: string, path: string): void {
    const gone = this.#options.changes?.goneBecause(path, pattern);
    if (gone !== undefined) return void this.#notes.push(gone);
    this.#options.changes?.refuseRevision(pattern);
    this.#failures.push(pattern === '-' ? texts.missingDash({ option: '--stdin' }) : missing(pattern));
  }

  async #addGlob(pattern: string): Promise<void> {
    const { base, glob } = splitGlob(pattern.replaceAll('\\', '/'));
    const mistake = globMistake(glob);
    if (mistake !== undefined) return void this.#failures.push(texts.invalidGlob({ glob: pattern, mistake }));
    const folder = resolve(this.#cwd, base);
    const matches = globMatcher([glob]);
    const start = folder.endsWith('/') ? folder.length : folder.length + 1;
    const kind = await this.#kindOf(folder, base);
    const isEmpty =
      kind !== 'failed' &&
      (kind !== 'folder' ||
        (await this.#walk(
          folder,
          pattern,
          'glob',
          (file) => MARKDOWN.test(file) && matches(file.slice(start).replaceAll('\\', '/')),
        )));
    const isAllowed = this.#options.allowEmpty && kind === 'folder';
    if (isEmpty && !isAllowed) this.#failures.push(texts.noMatch({ glob: pattern }));
  }

  /** Adds all files below `root` that `accepts` returns true for. Returns whether it found nothing, not even a failure. */
  async #walk(
    root: string,
    pattern: string,
    kind: 'folder' | 'glob',
    accepts: (file: string) => boolean,
  ): Promise<boolean> {
    this.#folders.add(root);
    const paths: string[] = [];
    const failures = this.#failures.length;
    this.#searches.push({ pattern, folder: root, isGlob: kind === 'glob', paths });
    const list = async (folder: string): Promise<readonly FolderEntry[]> => {
      const entries = await this.#list(folder);
      const others = entries.filter(({ kind }) => kind === 'other').map(({ name }) => resolve(folder, name));
      for (const path of others.filter(accepts)) await this.#addOther(path);
      return entries;
    };
    const disk = { list, join: resolve };
    for await (const { path, isLink } of filesBelow(root, disk)) {
      if (!accepts(path)) continue;
      if (isLink && (await this.#host.leadsOut(path, root))) {
        this.#failures.push(texts.linkSkipped({ path: shownPath(this.#cwd, path), folder: pattern }));
        continue;
      }
      this.#paths.add(path);
      paths.push(path);
    }
    return paths.length === 0 && this.#failures.length === failures;
  }

  async #list(folder: string): Promise<readonly FolderEntry[]> {
    try {
      return await this.#host.list(folder);
    } catch (error) {
      this.#fail(shownPath(this.#cwd, folder), error);
      return [];
    }
  }

  /** What has the name of a page but can't be read. A link to a folder isn't followed, like that of any other name. */
  async #addOther(path: string): Promise<void> {
    const shown = shownPath(this.#cwd, path);
    const kind = await this.#kindOf(path, shown);
    if (kind === undefined) this.#failures.push(texts.deadLink({ path: shown }));
    else if (kind === 'other') this.#failures.push(texts.notAFile({ path: shown }));
  }

  #fail(path: string, error: unknown): undefined {
    this.#failures.push(unreadable(path, error));
    return undefined;
  }
}

function missing(path: string): Message {
  // Node can't open a file whose name it can't decode.
  return path.includes('\ufffd')
    ? fileTexts.unreadable({ path, reason: unreadReasons.nameNotUtf8 })
    : texts.missing({ path });
}

/** The folders before the first special character, and the rest. */
function splitGlob(pattern: string): { readonly base: string; readonly glob: string } {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => SPECIAL.test(part));
  return {
    base: parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.'),
    glob: parts.slice(first).join('/'),
  };
}

const SPECIAL = /[*?[\]{}]/;
