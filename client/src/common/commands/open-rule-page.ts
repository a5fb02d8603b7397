import { commands, l10n, Uri, window } from 'vscode';
import { ruleIds } from '../rule-ids';

/**
 * Opens the page of a rule, which ships with the extension, in the Markdown preview. Asks for the rule if it isn't
 * specified.
 */
export async function openRulePage(extensionUri: Uri, ruleId: unknown): Promise<void> {
  const id = typeof ruleId === 'string' ? ruleId : await pickRule();
  if (id === undefined) return;
  if (!ruleIds.includes(id)) {
    void window.showWarningMessage(l10n.t('Unknown rule "{0}"', id));
    return;
  }
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extensionUri, 'docs', 'rules', `${id}.md`));
}

function pickRule(): Thenable<string | undefined> {
  return window.showQuickPick([...ruleIds], { placeHolder: l10n.t('Which rule?') });
}
