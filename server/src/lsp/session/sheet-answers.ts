import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { SheetError } from '../../sheets/index.js';
import { FAILED, runSafe } from './run-safe.js';
import type { Session } from './session.js';

/**
 * Responds to a request about a table. Errors are responses too: with a message for the author about their file, or a
 * reference to the log.
 */
export function answered<Result>(
  session: Session,
  name: string,
  token: CancellationToken,
  run: () => Promise<Result>,
): Promise<Result | ResponseError<void>> {
  const failed = new ResponseError<void>(ErrorCodes.InternalError, session.format(FAILED));
  return runSafe<Result | ResponseError<void>>(name, session, token, failed, async () => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof SheetError)
        return new ResponseError<void>(LSPErrorCodes.RequestFailed, session.format(error.said));
      throw error;
    }
  });
}
