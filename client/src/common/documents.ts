import { TabInputText, window, workspace, type TextDocument, type Uri } from 'vscode';

/** The document, which is opened in the background if necessary; `undefined` if it no longer exists. */
export async function documentOf(uri: Uri): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined)
    return open.isUntitled || open.isDirty || isInTab(uri) || (await doesExist(uri)) ? open : undefined;
  // Opening an untitled document that was closed would create a new one.
  if (uri.scheme === 'untitled') return undefined;
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** Whether the file exists. If this can't be determined, it is assumed to exist. */
export async function doesExist(uri: Uri): Promise<boolean> {
  if (workspace.fs.isWritableFileSystem(uri.scheme) === undefined) return true;
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** VS Code keeps a document for some minutes after its last editor was closed, and after its file was deleted. */
function isInTab(uri: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}

/** The name of a file as shown to authors. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
