import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Uri } from 'vscode';

/** Whether a file on the disk leads out of a folder through a symbolic link or a junction. Other file systems have none that we know of. */
export async function leadsOut(file: Uri, folder: Uri): Promise<boolean> {
  if (file.scheme !== 'file' || folder.scheme !== 'file') return false;
  const [target, root] = await Promise.all([realpath(file.fsPath), realpath(folder.fsPath)]);
  return !target.startsWith(root.endsWith(sep) ? root : join(root, sep));
}
