import type { TextSink } from './text-sink.js';

/** How long a run may take in silence, and how often the line is written anew, in milliseconds. */
const QUIET = 800;
const INTERVAL = 100;

/** One line on a terminal that says how far the work is, once it takes long; gone when it is done. */
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

  /** `doing`: what is done to the files, such as `Checked`. */
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
