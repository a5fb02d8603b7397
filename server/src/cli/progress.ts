import type { TextSink } from './text-sink.js';

/** How long a run can take without output, and how often the line is updated, in milliseconds. */
const QUIET = 800;
const INTERVAL = 100;

/** A line on a terminal that shows the progress of a long run. It is removed at the end. */
export class Progress {
  readonly #sink: TextSink;
  readonly #now: () => number;
  #next: number;
  #width = 0;

  constructor(sink: TextSink, now: () => number) {
    this.#sink = sink;
    this.#now = now;
    this.#next = now() + QUIET;
  }

  /** `doing`: the verb, such as `Checked`. */
  async show(doing: string, done: number, total: number): Promise<void> {
    if (this.#now() < this.#next) return;
    this.#next = this.#now() + INTERVAL;
    const line = `${doing} ${done} of ${total} files…`;
    await this.#sink.writeStyled(`\r${line.padEnd(this.#width)}`);
    this.#width = line.length;
  }

  async clear(): Promise<void> {
    if (this.#width > 0) await this.#sink.writeStyled(`\r${' '.repeat(this.#width)}\r`);
  }
}
