import { ProgressLocation, window, type CancellationToken } from 'vscode';
import type { PagesDone } from '../../../../server/src/protocol';

/**
 * Shows how many pages are done until the work ends. `cancelled`: the author stopped it, so its result and its failure
 * don't matter.
 */
export function withPageProgress<Result>(
  title: string,
  work: (token: CancellationToken, onProgress: (pages: PagesDone) => void) => Promise<Result>,
): Thenable<Result | 'cancelled'> {
  return window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true, title },
    async (progress, token) => {
      let shown = 0;
      const show = ({ done, total }: PagesDone): void => {
        const percentage = (100 * done) / total;
        progress.report({ increment: percentage - shown, message: `${done} / ${total}` });
        shown = percentage;
      };
      try {
        const result = await work(token, show);
        return token.isCancellationRequested ? 'cancelled' : result;
      } catch (error) {
        if (token.isCancellationRequested) return 'cancelled';
        throw error;
      }
    },
  );
}
