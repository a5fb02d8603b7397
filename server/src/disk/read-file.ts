import { constants } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { largerThan, unreadReasons } from '../shared/unread-reasons.js';
import { ReadRefusal } from './file-errors.js';
import { isInFolder } from './leads-out-sync.js';

/** The first bytes of a file; all bytes unless it is larger than requested. */
export interface FileStart {
  readonly bytes: Uint8Array;
  /** The size of the whole file in bytes. */
  readonly size: number;
  /** The stamp of the file, if every later change of the file changes it. */
  readonly stamp?: string | undefined;
}

/**
 * Reads the first `maxBytes` of a regular file. Rejects with a `ReadRefusal` for devices, which may be endless, and
 * pipes, which may never start, and with a Node error if reading fails.
 */
export function readStart(path: string, maxBytes: number): Promise<FileStart> {
  return withRegularFile(path, async (file, size) => ({
    bytes: await firstBytes(file, Math.min(size, maxBytes)),
    size,
  }));
}

/**
 * Reads a regular file. Rejects with a `ReadRefusal` if it isn't one or is larger than `maxBytes`; in that case nothing
 * is read.
 */
export function readWhole(path: string, maxBytes: number): Promise<Uint8Array> {
  return withRegularFile(path, (file, size) => {
    if (size > maxBytes) throw new ReadRefusal(largerThan(maxBytes));
    return firstBytes(file, size);
  });
}

/**
 * Whether a path in `folder` leads out of it through a symbolic link or a junction. Rejects with a Node error if the
 * path doesn't exist.
 */
export async function leadsOut(path: string, folder: string): Promise<boolean> {
  const [target, root] = await Promise.all([realpath(path), realpath(folder)]);
  return !isInFolder(target, root);
}

/**
 * How files are opened: without waiting for the writer of a pipe. Windows has neither this flag nor pipes among its
 * files. The types only describe systems that have it.
 */
export const READ_WITHOUT_WAITING = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

async function withRegularFile<Result>(
  path: string,
  use: (file: FileHandle, size: number) => Result | Promise<Result>,
): Promise<Result> {
  // Opening a device can have side effects, so the file is checked first. It is checked again when it is open, because
  // it may be a different file by then.
  assertRegular(await stat(path));
  const file = await open(path, READ_WITHOUT_WAITING);
  try {
    const stats = await file.stat();
    assertRegular(stats);
    return await use(file, stats.size);
  } finally {
    await file.close();
  }
}

/** Throws a `ReadRefusal` for folders, devices and pipes. */
export function assertRegular(stats: { isFile(): boolean; isDirectory(): boolean }): void {
  if (stats.isDirectory()) throw new ReadRefusal(unreadReasons.isFolder);
  if (!stats.isFile()) throw new ReadRefusal(unreadReasons.notRegular);
}

/** Reads at most `length` bytes, even if the file grows at the same time. */
async function firstBytes(file: FileHandle, length: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
