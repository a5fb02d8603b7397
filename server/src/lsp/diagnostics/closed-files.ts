import type { Diagnostic } from 'vscode-languageserver';
import { LineMap } from '../../core/index.js';
import { filesWithProblemsMethod, type FilesWithProblems } from '../../protocol/index.js';
import { isConfigFile, normalizedUri, type Uri, type WorkspaceChange } from '../../workspace/index.js';
import { DelayedWork } from './delayed-work.js';
import type { Diagnostics } from './diagnostics.js';
import { runAlone } from '../session/run-safe.js';
import { problemsToShow, type Session } from '../session/session.js';
import { toDiagnostic } from '../convert/to-lsp.js';
import type { CheckProgress } from '../session/progress.js';
import { WorkspaceProblems, type FileDiagnostics } from './workspace-problems.js';

/** How long the index must not change before the files are checked, in milliseconds. */
const INDEX_DELAY = 500;
/** How long to wait for more events, in milliseconds: tabs are often closed, and folders configured, in groups. */
const QUIET = 30;
/** The same for changes of configuration files: a branch switch counts as one change. */
const CONFIGURATION_DELAY = 80;

/** The problems were those of the open document, so any others replace them. */
const OF_OPEN_DOCUMENT = 'open';

interface SentProblems {
  readonly uri: string;
  /** As JSON, or {@link OF_OPEN_DOCUMENT}. */
  readonly items: string;
  /** The update during or after which the client received the problems in another way; 0: an update sent them. */
  readonly since: number;
}

/**
 * Sends the client the problems of the files that it doesn't request. Problems of configuration files in effect are
 * always sent. Problems of pages and tables of contents are sent only if the author wants to see the whole workspace:
 * by a setting, or after checking everything once.
 *
 * They are pushed, not pulled with `workspace/diagnostic`, because clients that support that request keep the problems
 * of a closed page (VS Code), or no longer request open pages after a refresh (Neovim 0.12). Only a client that says that
 * it handles the request is sent nothing.
 */
export class ClosedFiles {
  readonly #session: Session;
  readonly #diagnostics: Diagnostics;
  readonly #problems: WorkspaceProblems;
  /** The problems that the client has, by normalized URI. Only files with problems. */
  readonly #sent = new Map<Uri, SentProblems>();
  /** The number of updates started. */
  #updates = 0;
  #isAskedFor: boolean;
  /** Whether the problems of all pages were shown at the last check. */
  #isOn = false;
  /** The number of times that all results became outdated. */
  #generation = 0;
  #work: Promise<unknown> = Promise.resolve();
  readonly #nextUpdate = new DelayedWork(() => this.#queueUpdate());
  readonly #subscriptions: readonly (() => void)[];
  #isQueued = false;
  #isComplete = false;
  #isDisposed = false;

  /** `isAskedFor`: the author wants to see all problems from the start. */
  constructor(session: Session, diagnostics: Diagnostics, isAskedFor: boolean) {
    this.#session = session;
    this.#diagnostics = diagnostics;
    this.#problems = new WorkspaceProblems(session, (uri) => diagnostics.handles(uri));
    this.#isAskedFor = isAskedFor;
    this.#subscriptions = [
      session.workspace.onDidChange((change) => this.#follow(change)),
      session.settings.onDidChange(() => this.#allChanged(QUIET)),
      diagnostics.onDidRequest((uri) => this.#requested(uri)),
    ];
  }

  /** From now on, problems can be sent to the client. */
  started(): void {
    this.#nextUpdate.in(QUIET);
  }

  /**
   * Checks all pages at the author's request, and shows their problems from now on. `undefined`: there is no workspace.
   */
  checkAll(progress: CheckProgress): Promise<readonly FileDiagnostics[] | undefined> {
    this.#isAskedFor = true;
    return this.#enqueue(() => this.#update(progress));
  }

  /** The problems of the files that the client doesn't get in another way, without sending them. */
  problems(progress: CheckProgress): Promise<readonly FileDiagnostics[]> {
    return this.#enqueue(async () => [
      ...((await this.#problems.all(progress)) ?? []),
      ...(await this.#configurationResults()),
    ]);
  }

  /**
   * The client no longer requests the document. Our own client, and clients that were sent its problems, still show
   * them: the next update replaces or removes them.
   */
  closed(uri: string): void {
    const { pull, isOurs } = this.#session.client;
    if (!pull && !this.#isOn && !isConfigFile(uri)) this.#publish(uri, []);
    else if (!pull || isOurs)
      this.#sent.set(normalizedUri(uri), { uri, items: OF_OPEN_DOCUMENT, since: this.#updates });
    this.#nextUpdate.in(QUIET);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const unsubscribe of this.#subscriptions) unsubscribe();
    this.#nextUpdate.dispose();
  }

  #follow(change: WorkspaceChange): void {
    switch (change.kind) {
      case 'index':
        // Problems that involve several pages may be outdated.
        this.#problems.forgetFiles(change.pages.removed);
        return this.#nextUpdate.in(INDEX_DELAY);
      case 'configuration':
        return this.#allChanged(CONFIGURATION_DELAY);
      case 'configuration-read':
        return this.#nextUpdate.in(QUIET);
      case 'documents':
        // The client requests their diagnostics.
        return;
    }
  }

  /** All results are outdated because settings or configuration changed. */
  #allChanged(delay: number): void {
    this.#generation++;
    this.#problems.forget();
    this.#nextUpdate.in(delay);
  }

  /** The client requests the document from now on. Our own client replaces the sent problems with the response. */
  #requested(uri: string): void {
    if (this.#sent.delete(normalizedUri(uri)) && !this.#session.client.isOurs) this.#publish(uri, []);
  }

  #queueUpdate(): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    runAlone('problems of closed files', this.#session.connection.console, async () => {
      await this.#enqueue(() => {
        this.#isQueued = false;
        const generation = this.#generation;
        return this.#update({ proceed: () => generation === this.#generation && !this.#isDisposed });
      });
    });
  }

  /** One at a time: two simultaneous updates would send what the other update has just removed. */
  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    const work = this.#work.then(job);
    // The caller handles the error of its own job. The next job only waits.
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
    // Documents closed in the meantime wait for the next update, because this update didn't check them.
    if (isWhole)
      for (const [key, { uri, since }] of [...this.#sent]) if (!present.has(key) && since < update) this.#send(uri, []);
    if (isWhole) await this.#sayComplete();
    return results === undefined ? undefined : all;
  }

  async #configurationResults(): Promise<FileDiagnostics[]> {
    const { settings, workspace } = this.#session;
    const results: FileDiagnostics[] = [];
    for (const [uri, { text, problems }] of await workspace.configurationsInEffect()) {
      if (problems.length === 0 || this.#diagnostics.handles(uri)) continue;
      const lines = LineMap.of(text);
      const shown = problemsToShow({ problems, lines }, await settings.of(uri));
      results.push({
        uri,
        isCheckedPlaybook: false,
        items: shown.map((problem) => toDiagnostic(problem, { uri, lines }, this.#session)),
      });
    }
    return results;
  }

  /** Sends new problems to the client. */
  #send(uri: string, items: readonly Diagnostic[]): void {
    const key = normalizedUri(uri);
    // The client may have started to request the document while it was checked.
    if (items.length > 0 && this.#diagnostics.handles(uri)) return;
    const written = JSON.stringify(items);
    const before = this.#sent.get(key);
    if (before === undefined ? items.length === 0 : before.items === written) return;
    if (items.length === 0) this.#sent.delete(key);
    else this.#sent.set(key, { uri, items: written, since: 0 });
    this.#publish(uri, items);
  }

  #publish(uri: string, items: readonly Diagnostic[]): void {
    const { client, connection } = this.#session;
    if (client.workspacePull) return;
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
