import { l10n, window } from 'vscode';
import { messageOf } from '../report/message-of';

/** Runs what needs the server; when that fails, tells the author and gives nothing. */
export async function reported<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    void window.showErrorMessage(l10n.t('The command failed: {0}', messageOf(error)));
    return undefined;
  }
}
