import { exportedCatalogue, rowsOfJson, type FilePath, type WorkspaceIndex } from '../core/index.js';
import { readCsv, SheetError } from '../sheets/index.js';
import type { ConfigStore } from './config-store.js';
import type { Emitter } from './emitter.js';
import { uriOf } from './file-uris.js';
import { hasFailed, type FileReader } from './host.js';
import type { WorkspaceFailure } from './workspace-failure.js';

const EXPORT = /\.(?:csv|tsv|json)$/i;

/** Task lists exported from other systems, as listed in the configuration. */
export class CatalogueExports {
  readonly #index: WorkspaceIndex;
  readonly #host: FileReader;
  readonly #configs: ConfigStore;
  readonly #unread = new Set<FilePath>();
  readonly #failures: Emitter<WorkspaceFailure>;

  /** `failures` receives files that can't be read because of a mistake in this program. */
  constructor(index: WorkspaceIndex, host: FileReader, configs: ConfigStore, failures: Emitter<WorkspaceFailure>) {
    this.#index = index;
    this.#host = host;
    this.#configs = configs;
    this.#failures = failures;
  }

  /** Whether one of these files can be such a list. */
  dependsOn(paths: readonly FilePath[]): boolean {
    return paths.some((path) => EXPORT.test(path));
  }

  /** Reads all of them into the index. */
  async read(): Promise<void> {
    const named = new Set<FilePath>();
    for (const path of this.#index.files.all()) if (EXPORT.test(path) && (await this.#isNamed(path))) named.add(path);
    for (const path of this.#index.exports.keys()) if (!named.has(path)) this.#index.setExport(path, undefined);
    for (const path of [...this.#unread]) if (!named.has(path)) this.#setUnread(path, false);
    for (const path of named) await this.#take(path);
  }

  async #isNamed(path: FilePath): Promise<boolean> {
    const { config, path: relative } = await this.#configs.configFor(uriOf(path));
    return config.isCatalogue(relative);
  }

  async #take(path: FilePath): Promise<void> {
    const text = await this.#host.readText(uriOf(path));
    this.#setUnread(path, hasFailed(text));
    const rows = typeof text === 'string' ? this.#rowsIn(path, text) : undefined;
    if (rows === undefined) return this.#index.setExport(path, undefined);
    const { config, path: relative } = await this.#configs.configFor(uriOf(path));
    this.#index.setExport(path, exportedCatalogue(path, rows, config.configFor(relative).vocabulary.services));
  }

  #setUnread(path: FilePath, isUnread: boolean): void {
    this.#index.setUnread(path, isUnread);
    if (isUnread) this.#unread.add(path);
    else this.#unread.delete(path);
  }

  /** `undefined` if the file isn't a table, so it has no tasks. */
  #rowsIn(path: FilePath, text: string): readonly (readonly string[])[] | undefined {
    if (/\.json$/i.test(path)) return rowsOfJson(text);
    try {
      const { columns, rows } = readCsv(text);
      return [columns, ...rows.map((row) => row.map(String))];
    } catch (error) {
      if (!(error instanceof SheetError)) this.#failures.fire({ kind: 'error', error });
      return undefined;
    }
  }
}
