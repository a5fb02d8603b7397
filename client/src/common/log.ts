import type { LogOutputChannel } from 'vscode';

let channel: LogOutputChannel | undefined;

/** From now on, failures are written to this channel. */
export function logFailuresTo(log: LogOutputChannel): void {
  channel = log;
}

/** Logs an error after which the extension goes on, so that authors don't need a message. `action`: what failed. */
export function logFailure(action: string, error: unknown): void {
  channel?.warn(`${action} failed:`, error);
}
