import { window } from 'vscode';
import { messageOf } from '../report/message-of';
import { defineTexts } from '../texts';

const texts = defineTexts('reported', {
  failed: 'The command failed: {reason}',
});

/** Runs something that needs the server. If it fails, shows a message and returns `undefined`. */
export async function reported<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    void window.showErrorMessage(texts.failed({ reason: messageOf(error) }));
    return undefined;
  }
}
