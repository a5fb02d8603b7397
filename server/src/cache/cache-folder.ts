import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';

/** The largest file that is read or written, in bytes: many times as much as 10,000 pages need. */
const MOST_BYTES = 250_000_000;
/** The most that all files together take; those that weren't used for the longest time are removed. */
const MOST_BYTES_IN_ALL = 500_000_000;
/** In bytes. */
const WRITTEN_AT_ONCE = 1_000_000;
const DAY = 86_400_000;
/** A file that wasn't used for so long is removed, in milliseconds. */
const LONGEST_UNUSED = 30 * DAY;
/** The most files about commands: few people repeat more of them. */
const MOST_RUNS = 20;

/** The beginning of the name of a file about a command. */
const RUN = 'run-';

/** The names of files in the cache. Nothing else in the folder is read or removed. */
const NAME = /^(?:index|run|texts)-[0-9a-f]{32}\.cache(?:\.[0-9a-f-]{36}\.tmp)?$/;

/** The folder for this program in the user's cache; `undefined` if the environment doesn't say where that is. */
export function defaultCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string | undefined {
  const base = cacheBase(env, platform, home);
  // The standard for these variables requires that other paths are ignored.
  return base !== undefined && isAbsolute(base) ? join(base, 'playbook-lint') : undefined;
}

function cacheBase(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string | undefined {
  if (platform === 'win32') return env['LOCALAPPDATA'];
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  const xdg = env['XDG_CACHE_HOME'];
  return xdg !== undefined && isAbsolute(xdg) ? xdg : join(home, '.cache');
}

/** The user's folder; empty if there is none, as for a user of a container. */
export function homeFolder(): string {
  try {
    return homedir();
  } catch {
    // Then nothing is kept.
    return '';
  }
}

/**
 * The name of the file about the pages in these folders. `kind`: who writes it, because the command line and the language
 * server recognize files by different stamps.
 */
export function indexFileName(kind: 'index' | 'texts', folders: readonly string[]): string {
  return `${kind}-${hashOf(JSON.stringify([...folders].sort()))}.cache`;
}

/** The name of the file about a command, in any form that identifies it. */
export function runFileName(command: string): string {
  return `${RUN}${hashOf(command)}.cache`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** A file of the cache that is open. */
export interface CacheFile {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` to `end`; fewer if the file ends before, or can't be read. Never throws. */
  read(start: number, end: number): Buffer;
  /** After this, nothing can be read. */
  close(): void;
}

/** A file that this user wrote; `undefined` if there is none. Never throws. */
export function openCacheFile(folder: string, name: string): CacheFile | undefined {
  const path = join(folder, name);
  try {
    const file = openSync(path, READ_NO_LINK);
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > MOST_BYTES || !isOwn(stats.uid)) {
      closeSync(file);
      return undefined;
    }
    if (Date.now() - stats.mtimeMs > DAY) touch(path);
    let isOpen = true;
    return {
      size: stats.size,
      read: (start, end) => readPart(file, start, Math.min(end, stats.size)),
      close: () => {
        if (isOpen) closeSync(file);
        isOpen = false;
      },
    };
  } catch {
    // Without a cache, everything is read.
    return undefined;
  }
}

/** Says that the file is still used. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Then it is removed sooner.
  }
}

function readPart(file: number, start: number, end: number): Buffer {
  const part = Buffer.allocUnsafe(Math.max(0, end - start));
  let length = 0;
  try {
    for (let read = -1; read !== 0 && length < part.length; length += read)
      read = readSync(file, part, length, part.length - length, start + length);
  } catch {
    // What is missing is noticed by its checksum.
  }
  return part.subarray(0, length);
}

/** The content of a file that this user wrote; `undefined` if there is none. Never throws. */
export function readCacheFile(folder: string, name: string): Buffer | undefined {
  const file = openCacheFile(folder, name);
  const content = file?.read(0, file.size);
  file?.close();
  return content;
}

/** Replaces a file as a whole, and removes what is old. Never throws. */
export function writeCacheFile(folder: string, name: string, content: Buffer): void {
  const file = new NewCacheFile(folder, name);
  file.write(content);
  file.replace();
}

/** A file that is written in parts, and then replaces the one with this name. Nothing throws: without it, everything is read. */
export class NewCacheFile {
  readonly #folder: string;
  readonly #name: string;
  readonly #temporary: string;
  #file: number | undefined;
  #parts: Buffer[] = [];
  #waiting = 0;
  #size = 0;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.#temporary = join(folder, `${name}.${randomUUID()}.tmp`);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      this.#file = openSync(this.#temporary, 'wx', 0o600);
    } catch {
      // The next run reads everything again.
    }
  }

  write(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > MOST_BYTES) this.discard();
    if (this.#file === undefined) return;
    this.#parts.push(part);
    this.#waiting += part.length;
    if (this.#waiting >= WRITTEN_AT_ONCE) this.#flush();
  }

  /** Replaces the file, and removes what is old. */
  replace(): void {
    this.#flush();
    if (this.#file === undefined) return;
    try {
      closeSync(this.#file);
      this.#file = undefined;
      renameSync(this.#temporary, join(this.#folder, this.#name));
      removeOld(this.#folder, this.#name);
    } catch {
      this.#remove();
    }
  }

  /** Doesn't replace the file. */
  discard(): void {
    if (this.#file === undefined) return;
    try {
      closeSync(this.#file);
    } catch {
      // It is removed in any case.
    }
    this.#file = undefined;
    this.#parts = [];
    this.#remove();
  }

  #flush(): void {
    if (this.#file === undefined) return;
    try {
      writeFileSync(this.#file, Buffer.concat(this.#parts));
      this.#parts = [];
      this.#waiting = 0;
    } catch {
      this.discard();
    }
  }

  #remove(): void {
    try {
      rmSync(this.#temporary, { force: true });
    } catch {
      // It is removed when it is old.
    }
  }
}

/** Removes a file of the cache. Never throws. */
export function removeCacheFile(folder: string, name: string): void {
  try {
    rmSync(join(folder, name), { force: true });
  } catch {
    // It is removed when it is old.
  }
}

/** Removes all files of the cache, and the folder if nothing else is in it. Returns the number of files. Throws a Node error. */
export function clearCache(folder: string): number {
  const files = existsSync(folder) ? filesOf(folder) : [];
  for (const { path } of files) rmSync(path, { force: true });
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  return files.length;
}

/** Without waiting for the writer of a pipe. Windows has none of the flags. */
const READ_NO_LINK =
  constants.O_RDONLY |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0) |
  ((constants.O_NONBLOCK as number | undefined) ?? 0);

/** What others wrote is not used. Windows has no user IDs, but private folders. */
function isOwn(uid: number): boolean {
  return process.getuid === undefined || process.getuid() === uid;
}

interface ListedFile {
  readonly path: string;
  readonly size: number;
  /** In milliseconds. */
  readonly lastUse: number;
}

/** The last one used first. */
function filesOf(folder: string): ListedFile[] {
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  const files = names.flatMap((name): ListedFile[] => {
    const path = join(folder, name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats === undefined ? [] : [{ path, size: stats.size, lastUse: stats.mtimeMs }];
  });
  return files.sort((a, b) => b.lastUse - a.lastUse);
}

/** Removes what a crash left, and indexes that weren't used for a long time, or need too much room. */
function removeOld(folder: string, written: string): void {
  const now = Date.now();
  let total = 0;
  let runs = 0;
  for (const { path, size, lastUse } of filesOf(folder)) {
    total += size;
    if (basename(path).startsWith(RUN)) runs++;
    const longest = path.endsWith('.tmp') ? DAY : LONGEST_UNUSED;
    const isOld = now - lastUse > longest || total > MOST_BYTES_IN_ALL || runs > MOST_RUNS;
    if (isOld && path !== join(folder, written)) rmSync(path, { force: true });
  }
}
