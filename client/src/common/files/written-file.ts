import { commands, env, UIKind, Uri, window, workspace } from 'vscode';
import { nameOf } from '../documents';
import { fromBase64 } from '../../../../server/src/shared/base64';
import { defineTexts } from '../texts';

const texts = defineTexts('written-file', {
  open: { text: 'Open', note: 'A button that opens the saved file.' },
  saved: '{file} was saved.',
});

/** A file from the server, and whether VS Code can show it. */
export interface WrittenFile {
  readonly base64: string;
  /** Whether an editor can show it. */
  readonly isText: boolean;
}

/** Writes the file, and offers to open it. */
export async function writeFile(file: Uri, { base64, isText }: WrittenFile): Promise<void> {
  await workspace.fs.writeFile(file, fromBase64(base64));
  void offerToOpen(file, isText);
}

/** The suggested location of a file: in the workspace. */
export function targetNamed(name: string): { readonly defaultUri?: Uri } {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) };
}

/** Opens the file with the system's program for it. If VS Code runs elsewhere, opens it in an editor if possible. */
async function offerToOpen(file: Uri, isText: boolean): Promise<void> {
  const isHere = file.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
  const choice = await window.showInformationMessage(
    texts.saved({ file: nameOf(file) }),
    ...(isHere || isText ? [texts.open] : []),
  );
  if (choice !== texts.open) return;
  if (isHere) await env.openExternal(file);
  else await commands.executeCommand('vscode.open', file);
}
