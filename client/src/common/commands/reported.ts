import { l10n, window } from 'vscode';
import { messageOf } from '../report/message-of';

/** Runs something that needs the server. If it fails, shows a message and returns `undefined`. */
export async function reported<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    void window.showErrorMessage(l10n.t('The command failed: {0}', messageOf(error)));
    return undefined;
  }
}
