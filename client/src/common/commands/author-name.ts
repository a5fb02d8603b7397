import { ConfigurationTarget, l10n, window, workspace, type Uri } from 'vscode';
import { gitUserName } from './git';

/** The author's name for the page or folder at `uri`, from the settings or from Git; `undefined` if neither has it. */
export async function knownAuthor(uri: Uri | undefined): Promise<string | undefined> {
  const set = workspace.getConfiguration('playbook', uri).get<string>('author', '').trim();
  if (set !== '') return set;
  return uri === undefined ? undefined : gitUserName(uri);
}

/** Offers to save a name that the author had to enter. Doesn't wait for the answer. */
export async function offerToKeep(author: string): Promise<void> {
  const keep = l10n.t('Remember');
  const choice = await window.showInformationMessage(
    l10n.t('Use "{0}" in all refresh logs from now on?', author),
    keep,
  );
  if (choice === keep)
    await workspace.getConfiguration('playbook').update('author', author, ConfigurationTarget.Global);
}
