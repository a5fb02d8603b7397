import { Range, workspace, WorkspaceEdit, type TextDocument, type Uri } from 'vscode';

/**
 * Takes back changes that would be lost silently, and gives the pages they were made to. VS Code lets an extension change
 * a page that is read-only for the session, but never marks that page as changed and never saves it. So a page that is lost
 * has no unsaved changes, and says something else than its file.
 */
export async function putBackLost(changed: readonly TextDocument[]): Promise<readonly TextDocument[]> {
  const lost: TextDocument[] = [];
  const edit = new WorkspaceEdit();
  for (const document of changed) {
    if (document.isUntitled || document.isDirty) continue;
    const stored = await textOfFile(document.uri);
    if (stored === undefined || withLineFeeds(stored) === withLineFeeds(document.getText())) continue;
    lost.push(document);
    putBack(document, stored, edit);
  }
  if (lost.length > 0) await workspace.applyEdit(edit);
  return lost;
}

async function textOfFile(uri: Uri): Promise<string | undefined> {
  try {
    return await workspace.decode(await workspace.fs.readFile(uri), { uri });
  } catch {
    // A file that cannot be read says nothing about what was lost.
    return undefined;
  }
}

/** Replaces only what differs, so that carets in the rest of the page stay. */
function putBack(document: TextDocument, stored: string, edit: WorkspaceEdit): void {
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

/** A document in VS Code has one kind of line end, whatever the file has. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
