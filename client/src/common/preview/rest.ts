import type { Disposable } from 'vscode';

/** Runs an action when nothing has happened for a while. */
export class Rest implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `pause`: in milliseconds. */
  constructor(
    private readonly pause: number,
    private readonly act: () => void,
  ) {}

  /** Something happened: starts the pause again. */
  start(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.act, this.pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
