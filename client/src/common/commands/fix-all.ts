import { commands, Range, window, type CodeAction, type TextDocument, type TextEdit } from 'vscode';
import { changePage } from '../changes/change-page';
import { nameOf } from '../documents';
import { isRefused } from '../read-only';
import type { ServerLifecycle } from '../server-lifecycle';
import { refusalText } from './edit-request';
import { sharedTexts } from '../shared-texts';
import { defineTexts } from '../texts';

const texts = defineTexts('commands/fix-all', {
  noFixes: 'No problem in {page} has a safe fix',
  fixed: {
    text: 'Problems in {page}: {fixed, number} fixed, {left, number} left',
    note: '{page} is the name of a file. {fixed} and {left} are numbers of problems.',
  },
});

/** Applies all safe fixes to the active editor: the same edits as on save. A message says what changed, or why nothing did. */
export async function fixAll(server: ServerLifecycle): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || (await isRefused(editor.document))) return;
  const { document } = editor;
  const { version } = document;
  const edits = await safeEdits(document);
  if (edits.length === 0) {
    void window.showInformationMessage(texts.noFixes({ page: nameOf(document.uri) }));
    return;
  }
  const before = await problemsOf(server, document);
  const change = await changePage({ document, editor }, version, edits);
  if (change === 'made') void reportFixed(document, before, await problemsOf(server, document));
  else void window.showWarningMessage(refusalText(document, change));
}

type Problems = readonly { readonly severity?: number }[];

/** The current problems, which the Problems panel may not show yet. */
async function problemsOf(server: ServerLifecycle, { uri }: TextDocument): Promise<Problems> {
  const params = { textDocument: { uri: uri.toString() } };
  const { items = [] } = await server.request<{ readonly items?: Problems }>('textDocument/diagnostic', params);
  return items;
}

/**
 * Hints are fixed too, but the Problems panel doesn't list them. Resolves when the author closes the message, so callers
 * don't await it.
 */
async function reportFixed(document: TextDocument, before: Problems, after: Problems): Promise<void> {
  const left = after.filter(({ severity }) => severity !== HINT).length;
  const fixed = Math.max(before.length - after.length, 0);
  const buttons = left > 0 ? [sharedTexts.showProblems] : [];
  const answer = await window.showInformationMessage(
    texts.fixed({ page: nameOf(document.uri), fixed, left }),
    ...buttons,
  );
  if (answer !== undefined) await commands.executeCommand('workbench.actions.view.problems');
}

/** In the protocol. */
const HINT = 4;

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
