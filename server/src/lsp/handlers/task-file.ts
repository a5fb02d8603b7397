import { taskFileMethod, type TaskFileParams, type TaskFileResult } from '../../protocol/index.js';
import { toBase64 } from '../../shared/base64.js';
import { sheetFile } from '../convert/sheet-files.js';
import type { Feature, FeatureContext } from '../feature.js';
import { answered } from '../session/sheet-answers.js';

/** Returns the tasks in the preview as the content of a file to our client. */
export const taskFile: Feature = { register };

function register({ session }: FeatureContext): void {
  session.connection.onRequest(taskFileMethod, ({ sheet, format }: TaskFileParams, token) =>
    answered(session, 'task file', token, (): Promise<TaskFileResult> =>
      Promise.resolve({ base64: toBase64(sheetFile(sheet, format)) }),
    ),
  );
}
