import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { isSettled, stampIn } from './file-stamp.js';
import { assertRegular, READ_WITHOUT_WAITING, type FileStart } from './read-file.js';

/**
 * The same as `readStart`, but the process waits, and the file gets a stamp if it is settled at the time `now`, in
 * milliseconds. For a program that has nothing else to do, this is several times faster than a promise for each step.
 */
export function readStartSync(path: string, maxBytes: number, now = Date.now()): FileStart {
  assertRegular(statSync(path));
  const file = openSync(path, READ_WITHOUT_WAITING);
  try {
    const stats = fstatSync(file, { bigint: true });
    assertRegular(stats);
    const size = Number(stats.size);
    const stamp = isSettled(stats, now) ? stampIn(stats) : undefined;
    return { bytes: firstBytes(file, Math.min(size, maxBytes)), size, stamp };
  } finally {
    closeSync(file);
  }
}

/** Reads at most `length` bytes, even if the file grows at the same time. */
function firstBytes(file: number, length: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const bytesRead = readSync(file, buffer, filled, length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
