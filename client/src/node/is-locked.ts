import { stat } from 'node:fs/promises';
import type { Uri } from 'vscode';

/** The bit that lets the owner write: the one that VS Code looks at too. */
const OWNER_WRITES = 0o200;

/** Whether the permissions of a file on the disk keep its owner from writing to it. Of a file that is not there, nobody knows. */
export async function isLocked({ scheme, fsPath }: Uri): Promise<boolean> {
  if (scheme !== 'file') return false;
  return stat(fsPath).then(
    ({ mode }) => (mode & OWNER_WRITES) === 0,
    () => false,
  );
}
