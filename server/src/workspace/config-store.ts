import { defineMessages } from '../messages/index.js';
import {
  asRelativePath,
  CONFIG_FILE_NAMES,
  resolveConfig,
  type ConfiguredEditions,
  type Problem,
  type RelativePath,
  type ResolvedConfig,
  type Rule,
  type RuleSeverities,
} from '../core/index.js';
import { configProblem, loadConfig, type ConfigFindings } from './config-loader.js';
import type { Emitter } from './emitter.js';
import { filePathOf } from './file-uris.js';
import { hasFailed, type FileReader } from './host.js';
import {
  asUri,
  fileNameOf,
  folderOf,
  normalizedUri,
  relativePath,
  resolvedUri,
  type AnyUri,
  type Uri,
} from './uris.js';
import type { WorkspaceChange } from './workspace-change.js';

const texts = defineMessages('config-store', {
  isUnread: { text: "This file can't be used: {reason}", note: '"reason" is a text such as "permission denied".' },
  isHidden: {
    text: 'This file isn\'t used because "{name}" is in the same folder',
    note: 'Two configuration files are in one folder. "name" is the other one.',
  },
});

/** The configuration of a page, and the path of the page for the globs of the configuration. */
export interface PageConfig {
  readonly config: ResolvedConfig;
  readonly path: RelativePath;
}

/** A configuration file. `undefined`: it doesn't exist yet. */
export interface ConfigText {
  readonly uri: string;
  readonly text: string | undefined;
}

/** Whether the file has the name of a configuration file. */
export function isConfigFile(uri: AnyUri): boolean {
  const name = fileNameOf(uri);
  return CONFIG_FILE_NAMES.some((known) => known === name);
}

/** A configuration file that is used for all folders. Its globs are relative to `folder`. */
export interface FixedConfig {
  readonly uri: string;
  readonly folder: AnyUri;
  /** Its current text; `undefined`: it can't be used, so the configuration files in the folders apply. */
  readonly read: () => Promise<string | undefined>;
}

interface FolderConfig {
  readonly config: ResolvedConfig;
  readonly folder: AnyUri;
}

const NOT_FIXED: Promise<undefined> = Promise.resolve(undefined);

/** How many files that couldn't be read are tried again at a time. */
const MAX_RETRIES = 100;

/** Finds, reads and caches configuration files: the nearest file upwards, up to the workspace folder. */
export class ConfigStore {
  readonly #host: FileReader;
  readonly #rules: readonly Rule[];
  readonly #changes: Emitter<WorkspaceChange>;
  readonly #severities: RuleSeverities | undefined;
  /** The settings of a page without a configuration file. */
  readonly #default: ResolvedConfig;
  #folders: readonly Uri[] = [];
  #byFolder = new Map<Uri, Promise<FolderConfig | undefined>>();
  /** The nearest configuration by the URI up to the name of the file, because reading URIs takes time. */
  #nearestByStart = new Map<string, Promise<FolderConfig | undefined>>();
  #findings = new Map<string, ConfigFindings>();
  #fixedSource: FixedConfig | undefined;
  #fixed: Promise<FolderConfig | undefined> = NOT_FIXED;
  /** All files that were requested, whether or not they exist. */
  readonly #asked = new Set<Uri>();
  /** The files that couldn't be read. */
  readonly #unread = new Set<AnyUri>();

  /**
   * `changes` receives each folder whose configuration was read. `severities` take precedence over all configuration
   * files.
   */
  constructor(
    host: FileReader,
    rules: readonly Rule[],
    changes: Emitter<WorkspaceChange>,
    severities: RuleSeverities | undefined,
  ) {
    this.#host = {
      readText: async (uri) => {
        this.#asked.add(normalizedUri(uri));
        const text = await host.readText(uri);
        if (hasFailed(text)) this.#unread.add(uri);
        else this.#unread.delete(uri);
        return text;
      },
    };
    this.#rules = rules;
    this.#changes = changes;
    this.#severities = severities;
    this.#default = resolveConfig([], [], rules, severities);
  }

  /** Sets the workspace folders, and clears the cache. */
  setFolders(uris: readonly AnyUri[]): void {
    this.#folders = uris
      .map(normalizedUri)
      .map((uri) => (uri.endsWith('/') && !uri.endsWith('//') ? asUri(uri.slice(0, -1)) : uri));
    this.forget();
  }

  /** Uses one file for all pages from now on. */
  useOnly(fixed: FixedConfig): void {
    this.#fixedSource = fixed;
    this.#fixed = this.#readFixed(fixed);
  }

  /** Clears the cache because a configuration file changed. */
  forget(): void {
    this.#byFolder = new Map();
    this.#nearestByStart = new Map();
    this.#findings = new Map();
    if (this.#fixedSource !== undefined) this.#fixed = this.#readFixed(this.#fixedSource);
  }

  /**
   * Tries to read the files that couldn't be read. Returns whether there is anything new, which affects all pages. In
   * that case, the cache is cleared.
   */
  async retry(): Promise<boolean> {
    const uris = [...this.#unread].slice(0, MAX_RETRIES);
    const contents = await Promise.all(uris.map((uri) => this.#host.readText(uri)));
    const isAnyRead = contents.some((content) => !hasFailed(content));
    if (isAnyRead) this.forget();
    return isAnyRead;
  }

  /** Whether a change of this file can change a configuration. */
  dependsOn(uri: AnyUri): boolean {
    const key = normalizedUri(uri);
    return isConfigFile(uri) || this.#asked.has(key) || key === this.#fixedSource?.uri;
  }

  /** Reads the configuration of the workspace folders themselves. */
  async readFolders(): Promise<void> {
    if ((await this.#fixed) !== undefined) return;
    await Promise.all(this.#folders.map((folder) => this.#inFolder(folder, folder)));
  }

  /** The configuration of the page at `uri`. */
  async configFor(uri: Uri): Promise<PageConfig> {
    const found = (await this.#fixed) ?? (await this.#remembered(uri));
    const name = asRelativePath(fileNameOf(uri));
    if (found === undefined) return { config: this.#default, path: name };
    return { config: found.config, path: relativePath(found.folder, uri) ?? name };
  }

  /** What the files read so far say about editions; empty if they say nothing. */
  async editions(): Promise<ConfiguredEditions[]> {
    const fixed = await this.#fixed;
    const found = fixed === undefined ? await Promise.all(this.#byFolder.values()) : [fixed];
    const configured = found.flatMap((one) =>
      one === undefined ? [] : [{ folder: filePathOf(one.folder), editions: one.config.editions }],
    );
    return configured.some(({ editions }) => editions !== undefined) ? configured : [];
  }

  /** The files read so far, with the mistakes in each file. */
  get findings(): ReadonlyMap<string, ConfigFindings> {
    return this.#findings;
  }

  /** The mistakes in a configuration file with the content `text`, saved or not. */
  async problemsIn(uri: Uri, text: string): Promise<readonly Problem[]> {
    const { findings } = await loadConfig(uri, text, this.#boundaryOf(uri), this.#host, this.#rules);
    const folder = folderOf(uri);
    const problems = findings.get(uri)?.problems ?? [];
    for (const name of CONFIG_FILE_NAMES.slice(
      0,
      CONFIG_FILE_NAMES.findIndex((known) => known === fileNameOf(uri)),
    )) {
      const better = folder === undefined ? undefined : await this.#host.readText(resolvedUri(folder, name));
      if (typeof better === 'string') return [notRead(name), ...problems];
    }
    return problems;
  }

  /** The configuration file that a change for the page at `uri` belongs in, and its text; a new file has no text. */
  async fileFor(uri: Uri): Promise<ConfigText | undefined> {
    const { config } = await this.configFor(uri);
    const nearest = config.sources.at(-1);
    const boundary = this.#boundaryOf(uri);
    if (nearest !== undefined) return { uri: nearest, text: this.#findings.get(nearest)?.text };
    return boundary && { uri: resolvedUri(boundary, CONFIG_FILE_NAMES[0]), text: undefined };
  }

  /** The configuration of the page at `uri` if its configuration file had this text; `undefined` if that has mistakes. */
  async configWith(uri: Uri, { uri: file, text = '' }: ConfigText): Promise<PageConfig | undefined> {
    const folder = file === this.#fixedSource?.uri ? this.#fixedSource.folder : folderOf(file);
    const loaded = await loadConfig(file, text, this.#boundaryOf(uri), this.#host, this.#rules);
    const path = folder && relativePath(folder, uri);
    const isFaulty =
      (loaded.findings.get(file)?.problems.length ?? 0) > (this.#findings.get(file)?.problems.length ?? 0);
    return path === undefined || isFaulty
      ? undefined
      : { config: resolveConfig(loaded.files, loaded.sources, this.#rules, this.#severities), path };
  }

  /** The innermost workspace folder that contains `uri`. */
  #boundaryOf(uri: Uri): Uri | undefined {
    const around = this.#folders.filter((folder) => relativePath(folder, uri) !== undefined);
    return around.sort((a, b) => b.length - a.length)[0];
  }

  #remembered(uri: Uri): Promise<FolderConfig | undefined> {
    const start = uri.slice(0, uri.lastIndexOf('/') + 1);
    const known = this.#nearestByStart.get(start) ?? this.#nearest(uri);
    this.#nearestByStart.set(start, known);
    return known;
  }

  async #nearest(uri: Uri): Promise<FolderConfig | undefined> {
    const boundary = this.#boundaryOf(uri);
    if (boundary === undefined) return undefined;
    for (
      let folder = folderOf(uri);
      folder !== undefined;
      folder = folder === boundary ? undefined : folderOf(folder)
    ) {
      const found = await this.#inFolder(folder, boundary);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #inFolder(folder: Uri, boundary: Uri): Promise<FolderConfig | undefined> {
    let known = this.#byFolder.get(folder);
    if (known === undefined) {
      this.#byFolder.set(folder, (known = this.#readFolder(folder, boundary)));
      void known.then(() => this.#changes.fire({ kind: 'configuration-read' }));
    }
    return known;
  }

  async #readFolder(folder: Uri, boundary: Uri): Promise<FolderConfig | undefined> {
    const uris = CONFIG_FILE_NAMES.map((name) => resolvedUri(folder, name));
    const contents = await Promise.all(uris.map((uri) => this.#host.readText(uri)));
    const present: { readonly uri: string; readonly text: string }[] = [];
    for (const [index, uri] of uris.entries()) {
      const text = contents[index];
      if (typeof text === 'string') present.push({ uri, text });
      else if (text !== undefined)
        this.#findings.set(uri, {
          text: '',
          problems: [configProblem(texts.isUnread({ reason: text.unread }), { start: 0, end: 0 })],
        });
    }
    const [first, ...others] = present;
    if (first === undefined) return undefined;
    for (const { uri, text } of others) this.#findings.set(uri, { text, problems: [notRead(fileNameOf(first.uri))] });
    return this.#load(first.uri, first.text, boundary, folder);
  }

  async #readFixed({ uri, folder, read }: FixedConfig): Promise<FolderConfig | undefined> {
    const text = await read();
    return text === undefined ? undefined : this.#load(uri, text, undefined, folder);
  }

  async #load(uri: string, text: string, boundary: Uri | undefined, folder: AnyUri): Promise<FolderConfig> {
    const findings = this.#findings;
    const loaded = await loadConfig(uri, text, boundary, this.#host, this.#rules);
    for (const [source, found] of loaded.findings) findings.set(source, found);
    return { config: resolveConfig(loaded.files, loaded.sources, this.#rules, this.#severities), folder };
  }
}

function notRead(better: string): Problem {
  return configProblem(texts.isHidden({ name: better }), { start: 0, end: 1 });
}
