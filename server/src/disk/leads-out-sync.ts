import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The same as `leadsOut`, but the process waits. */
export function leadsOutSync(path: string, folder: string): boolean {
  return !isInFolder(realpathSync.native(path), realpathSync.native(folder));
}

/** Whether the path is the folder or is in it. Both are real paths, without links. */
export function isInFolder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : join(folder, sep));
}
