import { stat } from 'node:fs/promises';
import type { Uri } from 'vscode';

/** The permission bit that lets the owner write, which VS Code also uses. */
const OWNER_WRITES = 0o200;

/**
 * Whether the permissions of a file on the disk prevent its owner from writing to it; `false` if the file doesn't
 * exist.
 */
export async function isLocked({ scheme, fsPath }: Uri): Promise<boolean> {
  if (scheme !== 'file') return false;
  return stat(fsPath).then(
    ({ mode }) => (mode & OWNER_WRITES) === 0,
    () => false,
  );
}
