import type { Disposable } from 'vscode';

/** Runs an action when nothing has happened for a while. */
export class Rest implements Disposable {
  readonly #pause: number;
  readonly #act: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `pause`: in milliseconds. */
  constructor(pause: number, act: () => void) {
    this.#pause = pause;
    this.#act = act;
  }

  /** Something happened: starts the pause again. */
  start(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#act, this.#pause);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
