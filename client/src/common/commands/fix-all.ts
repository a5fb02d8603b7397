import { commands, Range, window, type CodeAction, type TextDocument, type TextEdit } from 'vscode';
import { changePage } from '../changes/change-page';
import { nameOf } from '../documents';
import { isRefused } from '../read-only';
import { refusalText } from './edit-request';
import { defineTexts } from '../texts';

const texts = defineTexts('commands/fix-all', {
  noFixes: 'No problem in {page} has a safe fix',
});

/** Applies all safe fixes to the active editor: the same edits as on save. If nothing changed, a message says why. */
export async function fixAll(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || (await isRefused(editor.document))) return;
  const { document } = editor;
  const { version } = document;
  const edits = await safeEdits(document);
  if (edits.length === 0) {
    void window.showInformationMessage(texts.noFixes({ page: nameOf(document.uri) }));
    return;
  }
  const change = await changePage({ document, editor }, version, edits);
  if (change !== 'made') void window.showWarningMessage(refusalText(document, change));
}

async function safeEdits(document: TextDocument): Promise<readonly TextEdit[]> {
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.validateRange(new Range(0, 0, document.lineCount, 0)),
    'source.fixAll.playbook',
    1,
  );
  return actions.flatMap(({ edit }) => edit?.get(document.uri) ?? []);
}
