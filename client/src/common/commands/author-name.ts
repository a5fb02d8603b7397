import { ConfigurationTarget, window, workspace, type Uri } from 'vscode';
import { gitUserName } from './git';
import { defineTexts } from '../texts';

const texts = defineTexts('author-name', {
  remember: { text: 'Remember', note: 'A button that saves the name of the author in the settings.' },
  question: { text: 'Use "{author}" in all refresh logs from now on?', note: '{author} is the name of a person.' },
});

/** The author's name for the page or folder at `uri`, from the settings or from Git; `undefined` if neither has it. */
export async function knownAuthor(uri: Uri | undefined): Promise<string | undefined> {
  const set = workspace.getConfiguration('playbook', uri).get<string>('author', '').trim();
  if (set !== '') return set;
  return uri === undefined ? undefined : gitUserName(uri);
}

/** Offers to save a name that the author had to enter. Doesn't wait for the answer. */
export async function offerToKeep(author: string): Promise<void> {
  const choice = await window.showInformationMessage(texts.question({ author }), texts.remember);
  if (choice === texts.remember)
    await workspace.getConfiguration('playbook').update('author', author, ConfigurationTarget.Global);
}
