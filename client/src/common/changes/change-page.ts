import { workspace, WorkspaceEdit, type TextDocument, type TextEdit, type TextEditor } from 'vscode';
import { readOnlyReason, reasonOfRefusal, type ReadOnlyReason } from '../read-only';
import { restoreLost } from './restore-lost';

/** A page, and the editor that shows it, if any. */
export interface OpenedPage {
  readonly document: TextDocument;
  readonly editor: TextEditor | undefined;
}

/** The result of editing a page. `outdated`: the edits were computed for another version. */
export type PageChange = 'made' | 'outdated' | { readonly readOnly: ReadOnlyReason };

/** Edits a page in a single undo step. `version`: the version of the document that the edits are for. */
export async function changePage(
  { document, editor }: OpenedPage,
  version: number,
  edits: readonly TextEdit[],
): Promise<PageChange> {
  if (document.version !== version) return 'outdated';
  if (edits.length === 0) return 'made';
  return editor === undefined ? changeUnseen(document, edits) : changeInEditor(editor, edits);
}

/** A read-only editor accepts the edits, but doesn't change anything. */
async function changeInEditor(editor: TextEditor, edits: readonly TextEdit[]): Promise<PageChange> {
  const { document } = editor;
  const { version } = document;
  const isTaken = await editor.edit((builder) =>
    edits.forEach(({ range, newText }) => builder.replace(range, newText)),
  );
  if (!isTaken) return 'outdated';
  if (document.version !== version) return 'made';
  return { readOnly: await reasonOfRefusal(document) };
}

async function changeUnseen(document: TextDocument, edits: readonly TextEdit[]): Promise<PageChange> {
  const readOnly = await readOnlyReason(document);
  if (readOnly !== undefined) return { readOnly };
  const change = new WorkspaceEdit();
  change.set(document.uri, [...edits]);
  if (!(await workspace.applyEdit(change))) return 'outdated';
  return (await restoreLost([document])).length > 0 ? { readOnly: await reasonOfRefusal(document) } : 'made';
}
