import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The environment of a program whose cache is in this folder on any system, instead of that of whoever runs the tests. */
export function cacheIn(folder: string): Readonly<Record<string, string>> {
  return { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder };
}

const OWN = join(tmpdir(), `playbook-own-cache-${process.pid}`);

/** The environment of a program whose cache disappears with this process. */
export function ownCache(): Readonly<Record<string, string>> {
  process.off('exit', removeOwn);
  process.once('exit', removeOwn);
  return cacheIn(OWN);
}

function removeOwn(): void {
  rmSync(OWN, { recursive: true, force: true });
}
