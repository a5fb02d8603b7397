import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { Message } from '../../../server/src/messages/index';
import type {
  ListFilesParams,
  ListFilesResult,
  ReadFileParams,
  ReadFileResult,
  UnlistedSubfolder,
} from '../../../server/src/protocol';
import { decodeText } from '../../../server/src/shared/decode-text';
import { filesBelow, SKIPPED_FOLDERS, type FolderEntry } from '../../../server/src/shared/files-below';
import { MAX_FILE_BYTES } from '../../../server/src/shared/limits';
import { largerThan, moreFilesThan, otherReason, unreadReasons } from '../../../server/src/shared/unread-reasons';
import { isNotFound } from './documents';

/** Whether a link leads from a file out of a folder, as far as the platform can tell. */
export type LeadsOut = (file: Uri, folder: Uri) => Promise<boolean>;

/** Reads a file for the server through the file system of the workspace. Files outside the workspace aren't read. */
export async function readWorkspaceFile({ uri }: ReadFileParams, leadsOut: LeadsOut): Promise<ReadFileResult> {
  const file = Uri.parse(uri);
  const folder = workspace.getWorkspaceFolder(file);
  if (!folder) return { text: null };
  try {
    if (await leadsOut(file, folder.uri)) return { text: null, unread: unreadReasons.leadsOut };
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0) return { text: null, unread: unreadReasons.notRegular };
    if (size > MAX_FILE_BYTES) return { text: null, unread: largerThan(MAX_FILE_BYTES) };
    return { text: decodeText(await workspace.fs.readFile(file)).text };
  } catch (error) {
    return isMissing(error) ? { text: null } : { text: null, unread: reasonOf(error), hasFailed: true };
  }
}

/** Lists the files of a workspace folder, or of a subfolder, for the server. */
export async function listWorkspaceFiles({ folder, limit }: ListFilesParams): Promise<ListFilesResult> {
  const root = Uri.parse(folder);
  if (!workspace.getWorkspaceFolder(root)) return { uris: null };
  try {
    // VS Code's search is fast, but some virtual file systems can only be traversed.
    const pattern = new RelativePattern(root, '**/*');
    const found = await workspace.findFiles(
      pattern,
      `{${[...SKIPPED_FOLDERS].map((name) => `**/${name}/**`).join(',')}}`,
      limit + 1,
    );
    const { uris, unlisted } = found.length > 0 ? { uris: found, unlisted: [] } : await filesIn(root, limit);
    if (uris.length > limit) return { uris: null, unread: moreFilesThan(limit) };
    return { uris: uris.map((uri) => uri.toString()), unlisted };
  } catch (error) {
    return isMissing(error) ? { uris: null } : { uris: null, unread: reasonOf(error), hasFailed: true };
  }
}

/** At least one more than `limit` if there are as many. Rejects if the folder itself can't be listed. */
async function filesIn(root: Uri, limit: number): Promise<{ uris: Uri[]; unlisted: UnlistedSubfolder[] }> {
  const uris: Uri[] = [];
  const unlisted: UnlistedSubfolder[] = [];
  const list = async (folder: Uri): Promise<FolderEntry[]> => {
    try {
      return await listFolder(folder);
    } catch (error) {
      if (folder === root) throw error;
      if (!isMissing(error)) unlisted.push({ uri: folder.toString(), reason: reasonOf(error) });
      return [];
    }
  };
  for await (const { path } of filesBelow(root, { list, join: Uri.joinPath })) {
    uris.push(path);
    if (uris.length > limit) break;
  }
  return { uris, unlisted };
}

/** Whether the file doesn't exist, according to VS Code's file system or to Node, which checks links. */
function isMissing(error: unknown): boolean {
  return isNotFound(error) || ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}

function reasonOf(error: unknown): Message {
  return ['NoPermissions', 'EACCES', 'EPERM'].includes(codeOf(error)) ? unreadReasons.noPermission : otherReason(error);
}

function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown }).code);
}

/** A link to a file counts as a file. A link to a folder isn't followed, since it may lead back up. */
async function listFolder(folder: Uri): Promise<FolderEntry[]> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries.map(([name, type]) => ({
    name,
    kind: type === FileType.Directory ? 'folder' : (type & FileType.File) === 0 ? 'other' : 'file',
  }));
}
