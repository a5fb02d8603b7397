import { Range, workspace, WorkspaceEdit, type TextDocument, type Uri } from 'vscode';
import { isNotFound } from '../documents';
import { logFailure } from '../log';

/**
 * Reverts changes that would be lost silently, and returns the pages that they were made to. VS Code lets extensions
 * change a page that is read-only for the session, but never marks that page as changed and never saves it. So a page
 * with lost changes has no unsaved changes, but differs from its file.
 */
export async function restoreLost(changed: readonly TextDocument[]): Promise<readonly TextDocument[]> {
  const lost: TextDocument[] = [];
  const edit = new WorkspaceEdit();
  for (const document of changed) {
    if (document.isUntitled || document.isDirty) continue;
    const stored = await textOfFile(document.uri);
    if (stored === undefined || withLineFeeds(stored) === withLineFeeds(document.getText())) continue;
    lost.push(document);
    restore(document, stored, edit);
  }
  if (lost.length > 0) await workspace.applyEdit(edit);
  return lost;
}

async function textOfFile(uri: Uri): Promise<string | undefined> {
  try {
    return await workspace.decode(await workspace.fs.readFile(uri), { uri });
  } catch (error) {
    // If the file can't be read, it doesn't tell what was lost.
    if (!isNotFound(error)) logFailure(`Reading ${uri.toString(true)}`, error);
    return undefined;
  }
}

/** Replaces only the difference, so that carets in the rest of the page don't move. */
function restore(document: TextDocument, stored: string, edit: WorkspaceEdit): void {
  const now = document.getText();
  const shorter = Math.min(now.length, stored.length);
  let start = 0;
  while (start < shorter && now[start] === stored[start]) start += 1;
  let end = 0;
  while (end < shorter - start && now[now.length - 1 - end] === stored[stored.length - 1 - end]) end += 1;
  edit.replace(
    document.uri,
    new Range(document.positionAt(start), document.positionAt(now.length - end)),
    stored.slice(start, stored.length - end),
  );
}

/** A document in VS Code has one kind of line ending, regardless of its file. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
