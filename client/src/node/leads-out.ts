import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Uri } from 'vscode';

/**
 * Whether a symbolic link or a junction leads from a file on the disk out of a folder. Other file systems don't have
 * any, as far as we know.
 */
export async function leadsOut(file: Uri, folder: Uri): Promise<boolean> {
  if (file.scheme !== 'file' || folder.scheme !== 'file') return false;
  const [target, root] = await Promise.all([realpath(file.fsPath), realpath(folder.fsPath)]);
  return !target.startsWith(root.endsWith(sep) ? root : join(root, sep));
}
