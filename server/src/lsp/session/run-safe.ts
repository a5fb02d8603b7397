import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { defineMessages } from '../../messages/index.js';
import type { Format } from '../../messages/formatting/index.js';
import { Cancelled } from '../../workspace/index.js';

const texts = defineMessages('run-safe', {
  pageChanged: 'The page changed. Try again.',
  failed: 'The extension has an error. See the log for details',
});

/** The answer to an author whose page changed while a response was computed. */
export const PAGE_CHANGED = texts.pageChanged;
/** The answer to an author after an error of ours, which is logged. */
export const FAILED = texts.failed;

/** The destination of server errors. */
export interface ErrorLog {
  error(message: string): void;
}

/** What a response needs of the session. */
export interface Responder {
  readonly connection: { readonly console: ErrorLog };
  readonly format: Format;
}

/** A document changed while a response was computed: edits for the old text would damage the new text. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
}

/**
 * Runs a request. Errors are logged and answered with `fallback`. A canceled request is answered with an error, so that
 * the client asks again instead of treating an empty result as the answer.
 */
export async function runSafe<T>(
  name: string,
  { connection, format }: Responder,
  token: CancellationToken,
  fallback: T,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Outdated) throw new ResponseError(LSPErrorCodes.ContentModified, format(PAGE_CHANGED));
    if (error instanceof Cancelled || token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'Cancelled', { retriggerRequest: true });
    }
    connection.console.error(`${name}: ${textOf(error)}`);
    return fallback;
  }
}

/** Runs work without a response: a notification or a timer. */
export function runAlone(name: string, log: ErrorLog, run: () => void | Promise<void>): void {
  const failed = (error: unknown): void => log.error(`${name}: ${textOf(error)}`);
  try {
    Promise.resolve(run()).catch(failed);
  } catch (error) {
    failed(error);
  }
}

export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
