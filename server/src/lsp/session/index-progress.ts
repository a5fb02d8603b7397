import type { WorkDoneProgressReporter } from 'vscode-languageserver';
import { serverStateMethod, type ServerState } from '../../protocol/index.js';
import type { IndexProgress } from '../../workspace/index.js';
import { runAlone } from './run-safe.js';
import type { Session } from './session.js';

/** The minimum number of files for which progress is shown. */
const FEWEST = 100;
/** The minimum time between two progress reports, in milliseconds. */
const PAUSE = 200;

/** Shows the progress of reading the workspace: in our client's status item, or through LSP progress. */
export class IndexProgressReporter {
  readonly #session: Session;
  #last = 0;
  #progress: Promise<WorkDoneProgressReporter & { done(): void }> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  report({ done, total }: IndexProgress): void {
    const isDone = done === total;
    const now = Date.now();
    if (total < FEWEST || (!isDone && now - this.#last < PAUSE)) return;
    this.#last = now;
    const { client, connection } = this.#session;
    if (client.isOurs)
      void connection.sendNotification(
        serverStateMethod,
        (isDone
          ? { busy: false }
          : { busy: true, message: `Reading playbooks (${done} of ${total})` }) satisfies ServerState,
      );
    else if (client.workDoneProgress) runAlone('progress', connection.console, () => this.#show(done, total, isDone));
  }

  async #show(done: number, total: number, isDone: boolean): Promise<void> {
    this.#progress ??= this.#begin();
    const progress = await this.#progress;
    if (isDone) {
      this.#progress = undefined;
      progress.done();
    } else progress.report(Math.round((100 * done) / total), `${done} of ${total}`);
  }

  async #begin() {
    const progress = await this.#session.connection.window.createWorkDoneProgress();
    progress.begin('Reading playbooks', 0);
    return progress;
  }
}
