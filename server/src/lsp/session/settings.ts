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
  /** How tables are formatted. */
  readonly formatTables: TableStyle;
  /** Show the number of tasks above each task table. */
  readonly codeLens: boolean;
  /** Show in the text what a renderer would drop. */
  readonly inlayHints: boolean;
}

const DEFAULTS: Settings = {
  enable: true,
  maxProblems: 1000,
  workspaceProblems: false,
  formatTables: 'compact',
  codeLens: false,
  inlayHints: false,
};
const SECTION = 'playbook';

/** Requests the settings of each document from the client, once, and again after they changed. */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #client: ClientFeatures;
  readonly #byUri = new Map<string, Promise<Settings>>();
  readonly #changes = new Emitter<void>();
  #sent: Settings = DEFAULTS;

  constructor(connection: Connection, client: ClientFeatures) {
    this.#connection = connection;
    this.#client = client;
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
    this.#sent = toSettings((sent as { readonly [SECTION]?: unknown } | null | undefined)?.[SECTION]);
    this.#changes.fire();
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      return toSettings(
        await this.#connection.workspace.getConfiguration({ ...(uri !== '' && { scopeUri: uri }), section: SECTION }),
      );
    } catch (error) {
      this.#connection.console.error(`settings: ${textOf(error)}`);
      return DEFAULTS;
    }
  }
}

/** Clients respond with `null`, with fewer values, or with something else. */
function toSettings(value: unknown): Settings {
  const { enable, maxProblems, workspaceProblems, format, codeLens, inlayHints } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as { readonly [Name in keyof Settings]?: unknown } & { readonly format?: unknown };
  return {
    enable: typeof enable === 'boolean' ? enable : DEFAULTS.enable,
    maxProblems: typeof maxProblems === 'number' && maxProblems >= 1 ? Math.floor(maxProblems) : DEFAULTS.maxProblems,
    workspaceProblems: typeof workspaceProblems === 'boolean' ? workspaceProblems : DEFAULTS.workspaceProblems,
    formatTables: tableStyleIn(format),
    codeLens: codeLens === true,
    inlayHints: inlayHints === true,
  };
}
