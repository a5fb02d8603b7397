import type { Disposable } from 'vscode-languageserver';

/** Runs work after a delay. If it is requested again before that, only the last request counts. */
export class DelayedWork implements Disposable {
  readonly #work: () => void;
  #timer: NodeJS.Timeout | undefined;
  #isDisposed = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** `delay`: in milliseconds. */
  in(delay: number): void {
    clearTimeout(this.#timer);
    if (!this.#isDisposed) this.#timer = setTimeout(this.#work, delay);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }
}
