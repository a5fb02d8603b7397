import type { Disposable } from 'vscode';

/** Does something once nothing has happened for a while. */
export class Rest implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `pause`: in milliseconds. */
  constructor(
    private readonly pause: number,
    private readonly act: () => void,
  ) {}

  /** Something has happened: the while begins anew. */
  start(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.act, this.pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
