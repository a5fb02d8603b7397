import type { WorkDoneProgressReporter } from 'vscode-languageserver';
import { defineMessages } from '../../messages/index.js';
import { serverStateMethod, type ServerState } from '../../protocol/index.js';
import type { IndexProgress } from '../../workspace/index.js';
import { runAlone } from './run-safe.js';
import type { Session } from './session.js';

const texts = defineMessages('index-progress', {
  reading: { text: 'Reading playbooks', note: 'The title of a progress bar.' },
  readingFiles: {
    text: 'Reading playbooks ({done} of {total})',
    note: 'Progress in the status bar; "done" and "total" are numbers of files.',
  },
  files: {
    text: '{done} of {total}',
    note: 'Progress below the title "Reading playbooks"; "done" and "total" are numbers of files.',
  },
});

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
    const { client, connection, format } = this.#session;
    if (client.isOurs)
      void connection.sendNotification(
        serverStateMethod,
        (isDone
          ? { busy: false }
          : { busy: true, message: format(texts.readingFiles({ done, total })) }) satisfies ServerState,
      );
    else if (client.workDoneProgress) runAlone('progress', connection.console, () => this.#show(done, total, isDone));
  }

  async #show(done: number, total: number, isDone: boolean): Promise<void> {
    this.#progress ??= this.#begin();
    const progress = await this.#progress;
    if (isDone) {
      this.#progress = undefined;
      progress.done();
    } else progress.report(Math.round((100 * done) / total), this.#session.format(texts.files({ done, total })));
  }

  async #begin() {
    const { connection, format } = this.#session;
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(format(texts.reading), 0);
    return progress;
  }
}
