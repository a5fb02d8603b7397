import { createHash } from 'node:crypto';
import { isMissing } from '../../disk/file-errors.js';
import type { FileStart } from '../../disk/read-file.js';
import type { FolderEntry } from '../../shared/files-below.js';
import type { CliHost } from '../cli-host.js';

/**
 * What a run learned from the disk, as it can be asked again: `kind`: what is at the path, `stamp`: the file itself,
 * `target`: the file that a link leads to, `list`: the entries of a folder, `leadsOut`: where a path in a folder leads.
 */
export type Observation = readonly [what: ObservedFact, path: string, value: string | null];

export const OBSERVED_FACTS = ['kind', 'stamp', 'target', 'list', 'leadsOut'] as const;
type ObservedFact = (typeof OBSERVED_FACTS)[number];

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
        this.#settled(path, disk.leadsOut(path, folder), (leads) =>
          this.#note('leadsOut', pathIn(folder, path), String(leads)),
        ),
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

  /** Everything that the run learned; `undefined` if it learned something that can't be asked again, or wrote a file. */
  get observations(): readonly Observation[] | undefined {
    return this.#isComplete ? [...this.#noted.values()] : undefined;
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

/** Whether a run would learn the same from the disk now. Never rejects. */
export async function stillHold(observations: readonly Observation[], disk: CliHost): Promise<boolean> {
  for (const [what, path, value] of observations) {
    const now = await observed(what, path, disk).catch(() => undefined);
    if (now !== value) return false;
  }
  return true;
}

/** The value of the fact; `undefined` if it can't be determined. */
async function observed(what: ObservedFact, path: string, disk: CliHost): Promise<string | null | undefined> {
  switch (what) {
    case 'kind':
      return (await disk.kindOf(path)) ?? null;
    case 'stamp':
      return disk.stampOf?.(path);
    case 'target':
      return (await disk.read(path, 0)).stamp;
    case 'list':
      return digestOf(await disk.list(path));
    case 'leadsOut': {
      const [folder = '', inside = ''] = path.split('\0');
      return String(await disk.leadsOut(inside, folder));
    }
  }
}

/** No path contains this character. */
function pathIn(folder: string, path: string): string {
  return `${folder}\0${path}`;
}

/** The order is that of the disk, which a report can depend on. */
function digestOf(entries: readonly FolderEntry[]): string {
  const hash = createHash('sha1');
  for (const { name, kind, isLink = false } of entries) hash.update(`${name}\0${kind}\0${isLink}\0`);
  return hash.digest('base64');
}
