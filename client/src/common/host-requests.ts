import { Uri, workspace } from 'vscode';
import type { ReadFileParams, ReadFileResult } from '../../../server/src/protocol';

/** Keeps a byte order mark, so that offsets count it; unreadable bytes become U+FFFD instead of an error. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads a file for the server, through whatever file system the workspace uses. Nothing outside the workspace. */
export async function readWorkspaceFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  const file = Uri.parse(uri);
  if (!workspace.getWorkspaceFolder(file)) return { text: null };
  try {
    return { text: decoder.decode(await workspace.fs.readFile(file)) };
  } catch {
    return { text: null };
  }
}
