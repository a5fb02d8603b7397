import { commands } from 'vscode';

/** Applies every safe fix to the active editor: the very action that runs on save. */
export async function fixAll(): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.playbook', apply: 'first' });
}
