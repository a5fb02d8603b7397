import type { Diagnostic } from 'vscode-languageserver';
import { LineMap } from '../core/index.js';
import { filesWithProblemsMethod, type FilesWithProblems } from '../protocol/index.js';
import { isConfigFile, normalizedUri } from '../workspace/index.js';
import type { Diagnostics } from './diagnostics.js';
import { runAlone } from './run-safe.js';
import { problemsToShow, type Session } from './session.js';
import { toDiagnostic } from './to-lsp.js';
import { WorkspaceProblems, type CheckProgress, type FileDiagnostics } from './workspace-problems.js';

/** How long the index has to rest before the files are looked at, in milliseconds. */
const INDEX_DELAY = 500;
/** How long to wait for more of the same, in milliseconds: tabs are closed, and folders configured, by the dozen. */
const QUIET = 30;

interface SentProblems {
  readonly uri: string;
  /** As JSON. */
  readonly items: string;
  /** The update during or after which the client got them in another way; 0: they were sent by an update. */
  readonly since: number;
}

/**
 * Sends the client the problems of the files it does not ask about. Those of configuration files in effect always; those
 * of pages and tables of contents only when the author wants to see the whole workspace: by a setting, or by checking
 * everything once.
 *
 * They are sent, not asked for with `workspace/diagnostic`: a client that knows of that request keeps the problems of
 * a closed page (VS Code), or no longer asks about open ones after a refresh (Neovim 0.12).
 */
export class ClosedFiles {
  readonly #session: Session;
  readonly #diagnostics: Diagnostics;
  readonly #problems: WorkspaceProblems;
  /** What the client has, by normalized URI. Only files with problems. */
  readonly #sent = new Map<string, SentProblems>();
  /** How many updates have begun. */
  #updates = 0;
  #isAskedFor: boolean;
  /** Whether the problems of all pages are shown, when that was last looked at. */
  #isOn = false;
  /** Counts how often every result went out of date. */
  #generation = 0;
  #work: Promise<unknown> = Promise.resolve();
  #isQueued = false;
  #waiting: NodeJS.Timeout | undefined;
  #isComplete = false;
  #isDisposed = false;

  /** `isAskedFor`: the author wants to see all problems from the start. */
  constructor(session: Session, diagnostics: Diagnostics, isAskedFor: boolean) {
    this.#session = session;
    this.#diagnostics = diagnostics;
    this.#problems = new WorkspaceProblems(session, (uri) => diagnostics.handles(uri));
    this.#isAskedFor = isAskedFor;
  }

  /** The client may be sent problems from now on. */
  started(): void {
    this.#updateIn(QUIET);
  }

  /** Checks all pages because the author asks for it, and shows their problems from now on. `undefined`: there is no workspace. */
  checkAll(progress: CheckProgress): Promise<readonly FileDiagnostics[] | undefined> {
    this.#isAskedFor = true;
    return this.#enqueue(() => this.#update(progress));
  }

  /** What pages say of each other may be outdated. */
  indexChanged(): void {
    this.#updateIn(INDEX_DELAY);
  }

  /** Nothing that was found holds: settings or configuration have changed. */
  allChanged(): void {
    this.#generation++;
    this.#problems.forget();
    this.#updateIn(QUIET);
  }

  /** Something about the configuration files was read. */
  configurationRead(): void {
    this.#updateIn(QUIET);
  }

  /** The client asks about the document from now on. Our own client replaces what was sent with the response. */
  isAskedAbout(uri: string): void {
    if (this.#sent.delete(normalizedUri(uri)) && !this.#session.client.isOurs) this.#publish(uri, []);
  }

  /**
   * The client no longer asks about the document. Our own client, and one that was sent its problems, still show them:
   * the next update replaces or withdraws them.
   */
  closed(uri: string): void {
    const { pull, isOurs } = this.#session.client;
    if (!pull && !this.#isOn && !isConfigFile(uri)) this.#publish(uri, []);
    else if (!pull || isOurs)
      this.#sent.set(normalizedUri(uri), { uri, items: 'those of the open document', since: this.#updates });
    this.#updateIn(QUIET);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#waiting);
  }

  #updateIn(delay: number): void {
    clearTimeout(this.#waiting);
    if (this.#isDisposed) return;
    this.#waiting = setTimeout(() => {
      if (this.#isQueued) return;
      this.#isQueued = true;
      runAlone('problems of closed files', this.#session.connection.console, async () => {
        await this.#enqueue(() => {
          this.#isQueued = false;
          const generation = this.#generation;
          return this.#update({ proceed: () => generation === this.#generation && !this.#isDisposed });
        });
      });
    }, delay);
  }

  /** One after the other: two at a time would send what the other one has just withdrawn. */
  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    const work = this.#work.then(job);
    this.#work = work.catch(() => {});
    return work;
  }

  async #update(progress: CheckProgress): Promise<readonly FileDiagnostics[] | undefined> {
    const { settings } = this.#session;
    const update = ++this.#updates;
    this.#isOn = this.#isAskedFor || (await settings.ofWorkspace()).workspaceProblems;
    let isWhole = true;
    const results = this.#isOn
      ? await this.#problems.all({ proceed: (done, total) => (isWhole = progress.proceed(done, total)) })
      : [];
    const all = [...(results ?? []), ...(await this.#configurationResults())];
    const present = new Set(all.map(({ uri }) => normalizedUri(uri)));
    for (const { uri, items } of all) this.#send(uri, items);
    // What was closed in the meantime is left to the next update: this one has not looked at it.
    if (isWhole)
      for (const [key, { uri, since }] of [...this.#sent]) if (!present.has(key) && since < update) this.#send(uri, []);
    if (isWhole) await this.#sayComplete();
    return results === undefined ? undefined : all;
  }

  async #configurationResults(): Promise<FileDiagnostics[]> {
    const { client, positions, settings, workspace } = this.#session;
    const results: FileDiagnostics[] = [];
    for (const [uri, { text, problems }] of await workspace.configurationsInEffect()) {
      if (problems.length === 0 || this.#diagnostics.handles(uri)) continue;
      const lines = LineMap.of(text);
      const shown = problemsToShow({ problems, lines }, await settings.of(uri));
      results.push({
        uri,
        isCheckedPlaybook: false,
        items: shown.map((problem) => toDiagnostic(problem, { uri, lines, client, positions, index: workspace.index })),
      });
    }
    return results;
  }

  /** Sends what is new to the client. */
  #send(uri: string, items: readonly Diagnostic[]): void {
    const key = normalizedUri(uri);
    // The client may have begun to ask about it while it was checked.
    if (items.length > 0 && this.#diagnostics.handles(uri)) return;
    const written = JSON.stringify(items);
    const before = this.#sent.get(key);
    if (before === undefined ? items.length === 0 : before.items === written) return;
    if (items.length === 0) this.#sent.delete(key);
    else this.#sent.set(key, { uri, items: written, since: 0 });
    this.#publish(uri, items);
  }

  #publish(uri: string, items: readonly Diagnostic[]): void {
    const { connection } = this.#session;
    runAlone('diagnostics', connection.console, () => connection.sendDiagnostics({ uri, diagnostics: [...items] }));
  }

  async #sayComplete(): Promise<void> {
    const { client, connection } = this.#session;
    if (this.#isComplete || !client.isOurs) return;
    this.#isComplete = true;
    await connection.sendNotification(filesWithProblemsMethod, {
      uris: [...this.#sent.values()].map(({ uri }) => uri),
    } satisfies FilesWithProblems);
  }
}
