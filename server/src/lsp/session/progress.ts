import { WorkDoneProgress, type CancellationToken } from 'vscode-languageserver';
import type { PagesDone } from '../../protocol/index.js';
import { runAlone } from './run-safe.js';
import type { Session } from './session.js';

/** Receives the progress of work on several pages, and can stop it. */
export interface CheckProgress {
  /** `false`: stop. */
  proceed(done: number, total: number): boolean;
}

/** The minimum time between two progress reports, in milliseconds. */
const PROGRESS_PAUSE = 100;

/** Reports the progress of a request that has a token, and stops it when it is canceled. */
export function reporter(
  { connection }: Session,
  workDoneToken: string | number | undefined,
  cancellation: CancellationToken,
): CheckProgress {
  let last = 0;
  return {
    proceed(done, total) {
      const now = Date.now();
      if (workDoneToken !== undefined && (now - last >= PROGRESS_PAUSE || done === total)) {
        last = now;
        const percentage = Math.round((100 * done) / total);
        const report = { kind: 'report', message: `${done} / ${total}`, percentage } as const;
        const pages: PagesDone = { done, total };
        runAlone('progress', connection.console, () =>
          connection.sendProgress(WorkDoneProgress.type, workDoneToken, { ...report, ...pages }),
        );
      }
      return !cancellation.isCancellationRequested;
    },
  };
}

/** Lets the event loop handle messages that arrived. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
