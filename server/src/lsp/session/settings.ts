import type { Connection } from 'vscode-languageserver';
import { Emitter, type AnyUri, type Event } from '../../workspace/index.js';
import type { ClientFeatures } from './client-features.js';
import { textOf } from './run-safe.js';
import { tableStyleIn, type TableStyle } from './table-style.js';

/** The settings of the editor. Settings of the pages themselves are in configuration files. */
export interface Settings {
  readonly enable: boolean;
  /** The maximum number of problems shown for a document. */
  readonly maxProblems: number;
  /** Show the problems of all playbooks in the workspace, including playbooks that aren't open. */
  readonly workspaceProblems: boolean;
  /** How tables are formatted. The default is compact, so that a change in one row changes only that line. */
  readonly formatTables: TableStyle;
  /** Show the number of tasks above each task table. */
  readonly codeLens: boolean;
  /** Show in the text what a renderer would drop. */
  readonly inlayHints: boolean;
  /** The name of the author in a new row of a refresh log; empty if unknown. */
  readonly author: string;
  /** Keep facts about pages for the next session. */
  readonly cache: boolean;
}

const DEFAULTS: Settings = {
  enable: true,
  maxProblems: 1000,
  workspaceProblems: false,
  formatTables: 'compact',
  codeLens: false,
  inlayHints: false,
  author: '',
  cache: true,
};
const SECTION = 'playbook';

/** Requests the settings of each document from the client, once, and again after they changed. */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #client: ClientFeatures;
  readonly #byUri = new Map<string, Promise<Settings>>();
  readonly #changes = new Emitter<void>();
  /** What applies as long as the client says nothing else. */
  readonly #initial: Settings;
  #sent: Settings;

  /** `initial`: settings from the initialization options, in the form of a section of the client. */
  constructor(connection: Connection, client: ClientFeatures, initial: unknown) {
    this.#connection = connection;
    this.#client = client;
    this.#initial = toSettings(initial, DEFAULTS);
    this.#sent = this.#initial;
  }

  /** Settings changed. */
  get onDidChange(): Event<void> {
    return this.#changes.event;
  }

  of(uri: AnyUri): Promise<Settings> {
    let known = this.#byUri.get(uri);
    if (known === undefined)
      this.#byUri.set(uri, (known = this.#client.settings ? this.#ask(uri) : Promise.resolve(this.#sent)));
    return known;
  }

  /** The settings of the window, for everything that doesn't belong to a document. */
  ofWorkspace(): Promise<Settings> {
    return this.of('');
  }

  /** Settings changed; `sent` contains them if the client can't be asked. */
  changed(sent: unknown): void {
    this.#byUri.clear();
    this.#sent = toSettings((sent as { readonly [SECTION]?: unknown } | null | undefined)?.[SECTION], this.#initial);
    this.#changes.fire();
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      return toSettings(
        await this.#connection.workspace.getConfiguration({ ...(uri !== '' && { scopeUri: uri }), section: SECTION }),
        this.#initial,
      );
    } catch (error) {
      this.#connection.console.error(`settings: ${textOf(error)}`);
      return this.#initial;
    }
  }
}

/** Clients respond with `null`, with fewer values, or with something else. Missing values are those of `others`. */
function toSettings(value: unknown, others: Settings): Settings {
  const { enable, maxProblems, workspaceProblems, format, codeLens, inlayHints, author, cache } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as { readonly [Name in keyof Settings]?: unknown } & { readonly format?: unknown };
  return {
    enable: typeof enable === 'boolean' ? enable : others.enable,
    maxProblems: typeof maxProblems === 'number' && maxProblems >= 1 ? Math.floor(maxProblems) : others.maxProblems,
    workspaceProblems: typeof workspaceProblems === 'boolean' ? workspaceProblems : others.workspaceProblems,
    formatTables: tableStyleIn(format) ?? others.formatTables,
    codeLens: typeof codeLens === 'boolean' ? codeLens : others.codeLens,
    inlayHints: typeof inlayHints === 'boolean' ? inlayHints : others.inlayHints,
    author: typeof author === 'string' ? author.trim() : others.author,
    cache: typeof cache === 'boolean' ? cache : others.cache,
  };
}
