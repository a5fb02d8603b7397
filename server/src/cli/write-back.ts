import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, chown, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Replacement } from './cli-host.js';

/** A file that is skipped on purpose. */
export class WriteRefusal extends Error {
  readonly reason: 'changed' | 'read-only';

  constructor(reason: WriteRefusal['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Replaces the content of a file that still contains `before`. A symbolic link stays a link, and the file keeps its
 * mode and owner. After a crash, or if the disk is full, the old content is still complete. The exception is a file
 * with several names (hard links), which is written in place, because a new file under one of the names would separate
 * it from the others.
 *
 * Rejects with a `WriteRefusal` if the file changed or is read-only, and with a Node error if writing fails.
 */
export async function writeBack(path: string, { before, after }: Replacement): Promise<void> {
  const target = await realpath(path);
  const stats = await stat(target);
  await assertWritable(target, stats);
  const temporary = join(dirname(target), `.playbook-lint-${randomUUID()}.tmp`);
  try {
    const isReady = stats.nlink === 1 && (await makeTwin(temporary, after, stats));
    // As late as possible: nothing locks the file, and an editor can save it at any time.
    const content = await readFile(target);
    if (content.equals(after)) return;
    if (!content.equals(before)) throw new WriteRefusal('changed');
    if (isReady) await rename(temporary, target);
    else await overwrite(target, after);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * If a file has no write permission at all, somebody doesn't want it changed. For root, `access` alone wouldn't detect
 * this.
 */
async function assertWritable(target: string, { mode }: Stats): Promise<void> {
  if ((mode & WRITE_BITS) === 0) throw new WriteRefusal('read-only');
  await access(target, constants.W_OK);
}

const WRITE_BITS = 0o222;
const MODE_BITS = 0o7777;

/** Writes a file with the mode and the owner of another file. `false`: the owner can't be set. */
async function makeTwin(path: string, content: Uint8Array, { mode, uid, gid }: Stats): Promise<boolean> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    const own = await file.stat();
    if (own.uid !== uid || own.gid !== gid) await chown(path, uid, gid);
    // After the owner, because changing the owner clears special mode bits.
    await file.chmod(mode & MODE_BITS);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === 'chown') return false;
    throw error;
  } finally {
    await file.close();
  }
}

/** Keeps the file itself, with all its names. */
async function overwrite(target: string, content: Uint8Array): Promise<void> {
  const file = await open(target, 'r+');
  try {
    await file.writeFile(content);
    await file.truncate(content.length);
  } finally {
    await file.close();
  }
}
