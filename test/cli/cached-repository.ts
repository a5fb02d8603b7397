import assert from 'node:assert/strict';
import {
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
const laterHost: CliHost = {
  ...nodeHost,
  read: (path, maxBytes) => new Promise((done) => done(readStartSync(path, maxBytes, Date.now() + 10_000))),
};

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

  /** The files in the cache. */
  get cached(): string[] {
    return readdirSync(this.cache).map((name) => join(this.cache, name));
  }

  async run(argv: readonly string[], program = 'this', host: CliHost = laterHost): Promise<Output> {
    this.reads = 0;
    const counting: CliHost = {
      ...host,
      read: (path, maxBytes) => {
        if (/\.(?:md|yml)$/.test(path)) this.reads++;
        return host.read(path, maxBytes);
      },
    };
    return runOnDisk(argv, this.root, { host: counting, cache: { folder: this.cache, program } });
  }

  /**
   * Fails unless a run that uses the cache prints what a run without it prints. Returns how many files it didn't read.
   */
  async assertSame(argv: readonly string[], why: string): Promise<number> {
    const expected = await this.run(['--format', 'json', ...argv, '--no-cache']);
    const { reads } = this;
    assert.deepEqual(await this.run(['--format', 'json', ...argv]), expected, why);
    return reads - this.reads;
  }
}
