import { constants } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { largerThan } from '../shared/limits.js';

/** A file that is there and is not read; the message says why. */
export class ReadRefusal extends Error {}

/** The first bytes of a file, all of them unless it is larger than was asked for. */
export interface FileStart {
  readonly bytes: Uint8Array;
  /** Of the whole file, in bytes. */
  readonly size: number;
}

/**
 * Reads the first `maxBytes` of a regular file. A device may have no end, and a pipe may never have a beginning: rejects
 * with a `ReadRefusal` for them, and with a Node error when reading fails.
 */
export function readStart(path: string, maxBytes: number): Promise<FileStart> {
  return withRegularFile(path, async (file, size) => ({
    bytes: await firstBytes(file, Math.min(size, maxBytes)),
    size,
  }));
}

/** Reads a regular file. Rejects with a `ReadRefusal` when it is none, or larger than `maxBytes`; nothing of it is read then. */
export function readWhole(path: string, maxBytes: number): Promise<Uint8Array> {
  return withRegularFile(path, (file, size) => {
    if (size > maxBytes) throw new ReadRefusal(largerThan(maxBytes));
    return firstBytes(file, size);
  });
}

/** Whether a path in `folder` leads out of it through a symbolic link or a junction. Rejects with a Node error when there is no such path. */
export async function leadsOut(path: string, folder: string): Promise<boolean> {
  const [target, root] = await Promise.all([realpath(path), realpath(folder)]);
  return target !== root && !target.startsWith(root.endsWith(sep) ? root : join(root, sep));
}

async function withRegularFile<Result>(
  path: string,
  use: (file: FileHandle, size: number) => Result | Promise<Result>,
): Promise<Result> {
  // To open a device may do something, so it is looked at first; and again when it is open, since it may be another file by then.
  assertRegular(await stat(path));
  // On Windows there is no such flag, and no pipe among the files. The types know only of systems that have it.
  const withoutWaiting = (constants.O_NONBLOCK as number | undefined) ?? 0;
  const file = await open(path, constants.O_RDONLY | withoutWaiting);
  try {
    const stats = await file.stat();
    assertRegular(stats);
    return await use(file, stats.size);
  } finally {
    await file.close();
  }
}

function assertRegular(stats: { isFile(): boolean; isDirectory(): boolean }): void {
  if (stats.isDirectory()) throw new ReadRefusal('it is a folder');
  if (!stats.isFile()) throw new ReadRefusal('it is not a regular file');
}

/** No more than `length` bytes, even if the file grows meanwhile. */
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
