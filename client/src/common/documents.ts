import { TabInputText, window, workspace, type TextDocument, type Uri } from 'vscode';

/** The document, opened behind the scenes when it is not open; `undefined` when it is gone. */
export async function documentOf(uri: Uri): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined)
    return open.isUntitled || open.isDirty || isInTab(uri) || (await isThere(uri)) ? open : undefined;
  // To open an untitled document that was closed would make a new one.
  if (uri.scheme === 'untitled') return undefined;
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** Whether there is such a file. Where nobody can say, there is. */
export async function isThere(uri: Uri): Promise<boolean> {
  if (workspace.fs.isWritableFileSystem(uri.scheme) === undefined) return true;
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** VS Code keeps a document for some minutes after the last editor has let go of it, and after its file is gone. */
function isInTab(uri: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}

/** What people call a file. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
