import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CliEnvironment } from '../../server/src/cli/cli-environment.js';
import type { CliHost } from '../../server/src/cli/cli-host.js';
import { nodeHost } from '../../server/src/cli/node-host.js';
import { readStartSync } from '../../server/src/disk/read-file-sync.js';
import type { Output } from './memory-host.js';
import { runOnDisk } from './run-on-disk.js';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-cache-')));

/** Removes all folders. */
export function removeCachedRepositories(): void {
  rmSync(top, { recursive: true, force: true });
}

/** The disk as it is read some time after the last change, so that the files have stamps. */
export const laterHost: CliHost = {
  ...nodeHost,
  read: (path, maxBytes) => new Promise((done) => done(readStartSync(path, maxBytes, Date.now() + 10_000))),
  readNow: (path, maxBytes) => readStartSync(path, maxBytes, Date.now() + 10_000),
};

/** How a command is run. */
export interface CachedRun extends Partial<Omit<CliEnvironment, 'cache'>> {
  readonly program?: string;
  readonly locale?: string;
}

let runs = 0;

/** Files on the disk, and a cache beside them. */
export class CachedRepository {
  readonly root: string;
  readonly cache = join(mkdtempSync(join(top, 'user-')), 'playbook-lint');
  /** How many files the last run read. */
  reads = 0;

  constructor(root = mkdtempSync(join(top, 'repository-'))) {
    this.root = root;
  }

  write(name: string, text: string): void {
    const path = this.pathOf(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  read(name: string): string {
    return readFileSync(this.pathOf(name), 'utf8');
  }

  pathOf(name: string): string {
    return join(this.root, name);
  }

  /** The pages, sorted. */
  get pages(): string[] {
    return readdirSync(this.root, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.md') && statSync(this.pathOf(name)).isFile())
      .sort();
  }

  /** The files in the cache about pages. */
  get cached(): string[] {
    return this.filesNamed(/^(?!run-)/);
  }

  /** The files in the cache about commands. */
  get cachedRuns(): string[] {
    return this.filesNamed(/^run-/);
  }

  private filesNamed(name: RegExp): string[] {
    if (!existsSync(this.cache)) return [];
    return readdirSync(this.cache)
      .filter((file) => name.test(file))
      .map((file) => join(this.cache, file));
  }

  /** Runs a command that wasn't run before, since each one has a language of its own, unless it is specified. */
  async run(
    argv: readonly string[],
    { program = 'this', host = laterHost, locale = `${++runs}`, ...more }: CachedRun = {},
  ): Promise<Output> {
    this.reads = 0;
    const counting: CliHost = {
      ...host,
      read: (path, maxBytes) => {
        // Nothing is read of a link that is only followed.
        if (maxBytes > 0 && /\.(?:md|yml)$/.test(path)) this.reads++;
        return host.read(path, maxBytes);
      },
    };
    return runOnDisk(argv, this.root, { host: counting, cache: { folder: this.cache, program, locale }, ...more });
  }

  /**
   * Fails unless a run that uses the cache prints what a run without it prints. Returns how many files it didn't read.
   */
  async assertSame(argv: readonly string[], why: string, how: CachedRun = {}): Promise<number> {
    const expected = await this.run(['--format', 'json', ...argv, '--no-cache']);
    const { reads } = this;
    assert.deepEqual(await this.run(['--format', 'json', ...argv], how), expected, why);
    return reads - this.reads;
  }
}
