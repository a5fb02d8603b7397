import { FileSystemError, TabInputText, window, workspace, type TextDocument, type Uri } from 'vscode';
import { logFailure } from './log';

/** The document, which is opened in the background if necessary; `undefined` if it doesn't exist or can't be opened. */
export async function documentOf(uri: Uri): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined)
    return open.isUntitled || open.isDirty || isInTab(uri) || (await doesExist(uri)) ? open : undefined;
  // Opening an untitled document that was closed would create a new one.
  if (uri.scheme === 'untitled') return undefined;
  try {
    return await workspace.openTextDocument(uri);
  } catch (error) {
    if (await doesExist(uri)) logFailure(`Opening ${uri.toString(true)}`, error);
    return undefined;
  }
}

/** Whether the file exists. If this can't be determined, it is assumed to exist. */
export async function doesExist(uri: Uri): Promise<boolean> {
  if (workspace.fs.isWritableFileSystem(uri.scheme) === undefined) return true;
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    logFailure(`Looking for ${uri.toString(true)}`, error);
    return true;
  }
}

/** Whether a file system says that a file doesn't exist. All other errors say nothing about that. */
export function isNotFound(error: unknown): boolean {
  return error instanceof FileSystemError && NOT_FOUND.has(error.code);
}

/** `FileNotADirectory`: a folder in the path is a file. */
const NOT_FOUND: ReadonlySet<string> = new Set(['FileNotFound', 'FileNotADirectory']);

/** VS Code keeps a document for some minutes after its last editor was closed, and after its file was deleted. */
function isInTab(uri: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}

/** The name of a file as shown to authors. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
