import { commands, window } from 'vscode';
import { isRefused } from '../read-only';

/** Applies every safe fix to the active editor: the very action that runs on save. */
export async function fixAll(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || (await isRefused(editor.document))) return;
  await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.playbook', apply: 'first' });
}
