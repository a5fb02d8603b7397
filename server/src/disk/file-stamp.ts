import { lstatSync, statSync, type BigIntStats } from 'node:fs';

/** How long two changes of a file can have the same time, in milliseconds: two seconds on the coarsest disks. */
const GRANULARITY = 2000;

/**
 * What changes with every change of a file: size, times and inode. The time of the last change of the inode counts too,
 * because programs can set the time of the last change of the content.
 */
export function stampIn({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

/** When the content of the file with this stamp changed, in nanoseconds, roughly. */
export function timeIn(stamp: string): number {
  return Number(stamp.split(' ')[1]);
}

/** The stamp of a regular file; `undefined` for anything else, such as a link, and for a missing file. */
export function stampOf(path: string): string | undefined {
  try {
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return stats?.isFile() === true ? stampIn(stats) : undefined;
  } catch {
    // Reading the file reports the reason.
    return undefined;
  }
}

/** The stamp of the regular file that a path or a link leads to. Throws a Node error if it leads nowhere. */
export function targetStampOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true });
  return stats.isFile() ? stampIn(stats) : undefined;
}

/**
 * Whether every later change of the file has another stamp: the last one was so long before `now` that the clock of the
 * disk has moved on. A time in the future says nothing.
 */
export function isSettled({ mtimeMs, ctimeMs }: BigIntStats, now: number): boolean {
  return Number(mtimeMs) + GRANULARITY < now && Number(ctimeMs) + GRANULARITY < now;
}
