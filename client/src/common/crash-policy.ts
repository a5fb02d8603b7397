import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
  type Message,
} from 'vscode-languageclient';

/** What the policy asks its owner and reports to it. */
export interface CrashPolicyOwner {
  hasStarted(): boolean;
  /** The connection was lost before the server responded. */
  onStartFailed(error: Error): void;
  /** Too many crashes: the server isn't restarted. */
  onGivenUp(): void;
}

const maxRestarts = 3;
const periodInMs = 3 * 60 * 1000;

/**
 * Restarts a crashed server up to three times in three minutes. A server that fails to start isn't restarted. `handled`
 * prevents the library from showing a message for each step; it only writes to the log.
 */
export class CrashPolicy implements ErrorHandler {
  readonly #owner: CrashPolicyOwner;
  #crashes: number[] = [];

  constructor(owner: CrashPolicyOwner) {
    this.#owner = owner;
  }

  error(error: Error, _message: Message | undefined, count: number | undefined): ErrorHandlerResult {
    if (!this.#owner.hasStarted()) this.#owner.onStartFailed(error);
    return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    if (!this.#owner.hasStarted()) {
      this.#owner.onStartFailed(new Error('The server stopped while it was starting.'));
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < periodInMs), now];
    if (this.#crashes.length <= maxRestarts) return { action: CloseAction.Restart, handled: true };
    this.#owner.onGivenUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
