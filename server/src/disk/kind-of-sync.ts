import { statSync } from 'node:fs';
import type { FolderEntry } from '../shared/files-below.js';
import { isMissing } from './file-errors.js';

/** What is at a path; `undefined`: nothing. Throws a Node error if that can't be determined. */
export function kindOfSync(path: string): FolderEntry['kind'] | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
