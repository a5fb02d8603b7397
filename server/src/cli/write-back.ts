import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, chown, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Replacement } from './cli-host.js';

/** A file that is left as it is on purpose; the message says why. */
export class WriteRefusal extends Error {}

/**
 * Replaces the content of a file that still holds `before`. A symbolic link stays a link, and the file keeps its mode and
 * owner. A crash or a full disk leaves the old content whole, unless the file has several names (hard links): that one is
 * written in place, because another file under one of its names would part it from the others.
 *
 * Rejects with a `WriteRefusal` when the file has changed or is read-only, and with a Node error when writing fails.
 */
export async function writeBack(path: string, { before, after }: Replacement): Promise<void> {
  const target = await realpath(path);
  const stats = await stat(target);
  await assertWritable(target, stats);
  const temporary = join(dirname(target), `.playbook-lint-${randomUUID()}.tmp`);
  try {
    const isReady = stats.nlink === 1 && (await makeTwin(temporary, after, stats));
    // As late as possible: nothing locks the file, and an editor may save it at any time.
    const content = await readFile(target);
    if (content.equals(after)) return;
    if (!content.equals(before)) throw new WriteRefusal('it changed after it was read');
    if (isReady) await rename(temporary, target);
    else await overwrite(target, after);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A file without any write permission is one that nobody wants changed. For root, `access` alone would not say so. */
async function assertWritable(target: string, { mode }: Stats): Promise<void> {
  if ((mode & WRITE_BITS) === 0) throw new WriteRefusal('it is read-only');
  await access(target, constants.W_OK);
}

const WRITE_BITS = 0o222;
const MODE_BITS = 0o7777;

/** Writes a file with the mode and the owner of another one. `false`: the owner cannot be the same. */
async function makeTwin(path: string, content: Uint8Array, { mode, uid, gid }: Stats): Promise<boolean> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    const own = await file.stat();
    if (own.uid !== uid || own.gid !== gid) await chown(path, uid, gid);
    // After the owner, whose change takes special bits away.
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
