import { dirname } from 'node:path';
import { timeIn } from '../../disk/file-stamp.js';
import { isMissing } from '../../disk/file-errors.js';
import type { FileStart } from '../../disk/read-file.js';
import type { CliHost } from '../cli-host.js';
import { digestOf, pathIn, type Observation, type ObservedFact } from './observations.js';

/** A disk that notes everything that a run learns from it. */
export class ObservedDisk {
  readonly host: CliHost;
  readonly #disk: CliHost;
  readonly #noted = new Map<string, Observation>();
  #isComplete = true;

  constructor(disk: CliHost) {
    this.#disk = disk;
    this.host = {
      kindOf: (path) => this.#settled(path, disk.kindOf(path), (kind) => this.#note('kind', path, kind)),
      list: (folder) => this.#settled(folder, disk.list(folder), (all) => this.#note('list', folder, digestOf(all))),
      read: (path, maxBytes) => this.#settled(path, disk.read(path, maxBytes), (start) => this.#noteRead(path, start)),
      leadsOut: (path, folder) =>
        this.#settled(path, disk.leadsOut(path, folder), (leads) => this.#noteWay(path, folder, leads)),
      readNow: (path, maxBytes) => this.#readNow(path, maxBytes),
      stampOf: (path) => {
        const stamp = disk.stampOf?.(path);
        // The file is read if it has none.
        if (stamp !== undefined) this.#note('stamp', path, stamp);
        return stamp;
      },
      write: (path, bytes) => this.#changing(disk.write(path, bytes)),
      append: (path, bytes) => this.#changing(disk.append(path, bytes)),
      replace: (path, content) => this.#changing(disk.replace(path, content)),
    };
  }

  /**
   * Everything that the run learned; `undefined` if it learned something that can't be asked again, or wrote a file. The
   * files that changed last come first: an author who changes a page changes it again.
   */
  get observations(): readonly Observation[] | undefined {
    if (!this.#isComplete) return undefined;
    const timed = [...this.#noted.values()].map((one) => ({ one, time: timeOf(one) }));
    return timed.sort((a, b) => b.time - a.time).map(({ one }) => one);
  }

  /** Adds what another thread learned; `undefined` if that isn't known. */
  add(observations: readonly Observation[] | undefined): void {
    if (observations === undefined) this.#isComplete = false;
    for (const [what, path, value] of observations ?? []) this.#note(what, path, value ?? undefined);
  }

  async #settled<Result>(path: string, work: Promise<Result>, note: (result: Result) => void): Promise<Result> {
    try {
      const result = await work;
      note(result);
      return result;
    } catch (error) {
      this.#noteError(path, error);
      throw error;
    }
  }

  #readNow(path: string, maxBytes: number): FileStart {
    try {
      const start = this.#disk.readNow?.(path, maxBytes);
      if (start === undefined) throw new Error('This disk only reads asynchronously');
      this.#noteRead(path, start);
      return start;
    } catch (error) {
      this.#noteError(path, error);
      throw error;
    }
  }

  #noteRead(path: string, { stamp }: FileStart): void {
    if (stamp === undefined) this.#isComplete = false;
    else this.#note(this.#disk.stampOf?.(path) === stamp ? 'stamp' : 'target', path, stamp);
  }

  /** A file that isn't a link is where its folder is, and most files are in few folders. */
  #noteWay(path: string, folder: string, leadsOut: boolean): void {
    const stamp = this.#disk.stampOf?.(path);
    if (stamp !== undefined) this.#note('stamp', path, stamp);
    this.#note('leadsOut', pathIn(folder, stamp === undefined ? path : dirname(path)), String(leadsOut));
  }

  #noteError(path: string, error: unknown): void {
    if (isMissing(error)) this.#note('kind', path, undefined);
    else this.#isComplete = false;
  }

  /** A path that changed during the run has two values. */
  #note(what: ObservedFact, path: string, value: string | undefined): void {
    const key = `${what}\n${path}`;
    const known = this.#noted.get(key);
    const noted = value ?? null;
    if (known === undefined) this.#noted.set(key, [what, path, noted]);
    else if (known[2] !== noted) this.#isComplete = false;
  }

  async #changing<Result>(work: Promise<Result>): Promise<Result> {
    this.#isComplete = false;
    return work;
  }
}

/** When the file changed; 0 for what isn't about one file. */
function timeOf([what, , value]: Observation): number {
  return value === null || what === 'kind' || what === 'list' || what === 'leadsOut' ? 0 : timeIn(value);
}
