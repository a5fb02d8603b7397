import { EventEmitter, window, commands, type CancellationToken, type Disposable, type LogOutputChannel } from 'vscode';
import { State, WorkDoneProgress, type BaseLanguageClient, type ErrorHandler } from 'vscode-languageclient';
import type { PagesDone } from '../../../server/src/protocol';
import { CrashPolicy } from './crash-policy';
import { defineTexts } from './texts';
import { sharedTexts } from './shared-texts';

const texts = defineTexts('server-lifecycle', {
  notRunning: 'The playbook server is not running.',
  keepsCrashing: 'Playbooks are no longer checked because the server keeps crashing.',
  restart: { text: 'Restart', note: 'A button that restarts the server.' },
});

/** `failed`: not running, and only the restart command can start it again. */
export type ServerStatus = 'starting' | 'running' | 'failed' | 'stopped';

/**
 * Starts, restarts and stops the server. Each start creates a new client, because a client that failed to start can't
 * be started again.
 */
export class ServerLifecycle implements Disposable {
  readonly #log: LogOutputChannel;
  readonly #createClient: (errorHandler: ErrorHandler) => BaseLanguageClient;
  #client: BaseLanguageClient | undefined;
  #starting: Promise<void> = Promise.resolve();
  #current: ServerStatus = 'stopped';
  #requestsAboutPages = 0;
  readonly #changed = new EventEmitter<void>();

  readonly onDidChange = this.#changed.event;

  constructor(log: LogOutputChannel, createClient: (errorHandler: ErrorHandler) => BaseLanguageClient) {
    this.#log = log;
    this.#createClient = createClient;
  }

  get status(): ServerStatus {
    return this.#current;
  }

  /** Resolves when the server is running or failed to start; never rejects. See the status for the result. */
  start(): Promise<void> {
    this.#starting = this.#startClient();
    return this.#starting;
  }

  /** Sends a request to the server. Rejects with a message for the author if the server isn't running. */
  async request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result> {
    await this.#starting;
    if (this.#client === undefined || this.#current !== 'running') throw new Error(texts.notRunning);
    // An `undefined` token would be sent as a second parameter.
    return token === undefined
      ? this.#client.sendRequest<Result>(method, params)
      : this.#client.sendRequest<Result>(method, params, token);
  }

  /** Sends a notification to the server, if it is running. */
  notify(method: string, params: object): void {
    if (this.#current !== 'running') return;
    this.#client
      ?.sendNotification(method, params)
      .catch((error: unknown) => this.#log.debug(`${method} was not sent:`, error));
  }

  /** Sends a request about all pages, and reports how many are done. */
  async requestAboutPages<Result>(
    method: string,
    params: object,
    token: CancellationToken,
    onProgress: (pages: PagesDone) => void,
  ): Promise<Result> {
    const workDoneToken = `${method} ${++this.#requestsAboutPages}`;
    const listening = this.#client?.onProgress(WorkDoneProgress.type, workDoneToken, (report) => {
      if (hasPages(report)) onProgress(report);
    });
    try {
      return await this.request<Result>(method, { ...params, workDoneToken }, token);
    } finally {
      listening?.dispose();
    }
  }

  /** Works in every state: running, crashed or failed to start. */
  async restart(): Promise<void> {
    await this.#starting;
    await this.#stop();
    this.#log.info('Restarting the server.');
    await this.start();
  }

  dispose(): void {
    void this.#stop();
    this.#changed.dispose();
  }

  async #startClient(): Promise<void> {
    let startFailed: (error: Error) => void = () => {};
    const failure = new Promise<never>((_, reject) => (startFailed = reject));
    const policy = new CrashPolicy({
      hasStarted: () => this.#current !== 'starting',
      onStartFailed: (error) => startFailed(error),
      onGivenUp: () => this.#giveUp(client),
    });
    const client = this.#createClient(policy);
    this.#client = client;
    this.#setStatus('starting');
    client.onDidChangeState(({ newState }) => this.#followState(client, newState));
    try {
      // A worker whose script fails to load never responds, so its error event ends the wait.
      await Promise.race([client.start(), failure]);
    } catch (error) {
      this.#log.error('The server did not start.', error);
      this.#setStatus('failed');
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#setStatus('stopped');
    try {
      await client?.dispose();
    } catch (error) {
      // The library rejects stopping a client that never ran. In that case there is nothing to stop.
      this.#log.debug('Stopping the server:', error);
    }
  }

  #followState(client: BaseLanguageClient, state: State): void {
    if (client !== this.#client || this.#current === 'failed') return;
    if (state === State.Running) this.#setStatus('running');
    if (state === State.Starting) this.#setStatus('starting');
  }

  #giveUp(client: BaseLanguageClient): void {
    if (client !== this.#client) return;
    this.#setStatus('failed');
    void offerRestart();
  }

  #setStatus(status: ServerStatus): void {
    if (this.#current === status) return;
    this.#current = status;
    this.#changed.fire();
  }
}

/** The only message about a server that keeps crashing. */
async function offerRestart(): Promise<void> {
  const choice = await window.showErrorMessage(texts.keepsCrashing, texts.restart, sharedTexts.showLog);
  if (choice === texts.restart) await commands.executeCommand('playbook.restartServer');
  if (choice === sharedTexts.showLog) await commands.executeCommand('playbook.showLog');
}

function hasPages(report: object): report is PagesDone {
  return 'done' in report && 'total' in report;
}
