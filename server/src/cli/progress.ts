import { cellWidth } from '../core/index.js';
import type { Message } from '../messages/index.js';
import type { Format } from '../messages/formatting/index.js';
import type { CliEnvironment } from './cli-environment.js';
import type { TextSink } from './text-sink.js';

/** How long a run can take without output, and how often the line is updated, in milliseconds. */
const QUIET = 800;
const INTERVAL = 100;

/** A line on a terminal that shows the progress of a long run. It is removed at the end. */
export class Progress {
  readonly #sink: TextSink;
  readonly #now: () => number;
  readonly #format: Format;
  #next: number;
  #width = 0;

  constructor({ stderr, now, format }: Pick<CliEnvironment, 'stderr' | 'now' | 'format'>) {
    this.#sink = stderr;
    this.#format = format;
    this.#now = now;
    this.#next = now() + QUIET;
  }

  async show(state: Message): Promise<void> {
    if (this.#now() < this.#next) return;
    this.#next = this.#now() + INTERVAL;
    const line = this.#format(state);
    const width = cellWidth(line);
    await this.#sink.writeStyled(`\r${line}${' '.repeat(Math.max(0, this.#width - width))}`);
    this.#width = width;
  }

  async clear(): Promise<void> {
    if (this.#width > 0) await this.#sink.writeStyled(`\r${' '.repeat(this.#width)}\r`);
  }
}
