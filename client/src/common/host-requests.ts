import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { ListFilesParams, ListFilesResult, ReadFileParams, ReadFileResult } from '../../../server/src/protocol';

/** Keeps the byte order mark so that offsets include it. Invalid bytes become U+FFFD instead of an error. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Whether a link leads from a file out of a folder, as far as the platform can tell. */
export type LeadsOut = (file: Uri, folder: Uri) => Promise<boolean>;

/** The maximum size of a file; the same as on the command line. */
const MAX_FILE_BYTES = 15_000_003;

/** Reads a file for the server through the file system of the workspace. Files outside the workspace aren't read. */
export async function readWorkspaceFile({ uri }: ReadFileParams, leadsOut: LeadsOut): Promise<ReadFileResult> {
  const file = Uri.parse(uri);
  const folder = workspace.getWorkspaceFolder(file);
  if (!folder) return { text: null };
  try {
    if (await leadsOut(file, folder.uri)) return { text: null, unread: 'it is a link to a file outside the workspace' };
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0) return { text: null, unread: 'it is not a regular file' };
    if (size > MAX_FILE_BYTES)
      return { text: null, unread: `it is larger than ${Math.round(MAX_FILE_BYTES / 1_000_000)} MB` };
    return { text: decoder.decode(await workspace.fs.readFile(file)) };
  } catch {
    return { text: null };
  }
}

/** Folders that never contain pages. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Lists the files of a workspace folder, or of a subfolder, for the server. */
export async function listWorkspaceFiles({ folder, limit }: ListFilesParams): Promise<ListFilesResult> {
  const root = Uri.parse(folder);
  if (!workspace.getWorkspaceFolder(root)) return { uris: null };
  try {
    // VS Code's search is fast, but some virtual file systems can only be traversed.
    const pattern = new RelativePattern(root, '**/*');
    const found = await workspace.findFiles(
      pattern,
      `{${[...SKIPPED].map((name) => `**/${name}/**`).join(',')}}`,
      limit + 1,
    );
    const uris = found.length > 0 ? found : await filesBelow(root, limit);
    return { uris: uris.length > limit ? null : uris.map((uri) => uri.toString()) };
  } catch {
    return { uris: null };
  }
}

/** Linked folders aren't traversed, because they can lead back to a parent folder. */
async function filesBelow(root: Uri, limit: number): Promise<Uri[]> {
  const files: Uri[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined && files.length <= limit; folder = folders.pop()) {
    for (const [name, type] of await workspace.fs.readDirectory(folder)) {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory && !SKIPPED.has(name)) folders.push(uri);
      else if ((type & FileType.File) !== 0) files.push(uri);
    }
  }
  return files;
}
