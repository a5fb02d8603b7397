import { commands, Uri, window } from 'vscode';
import { ruleIds } from '../rule-ids';
import { defineTexts } from '../texts';

const texts = defineTexts('open-rule-page', {
  unknownRule: 'Unknown rule "{rule}"',
  whichRule: 'Which rule?',
});

/**
 * Opens the page of a rule, which ships with the extension, in the Markdown preview. Asks for the rule if it isn't
 * specified.
 */
export async function openRulePage(extensionUri: Uri, ruleId: unknown): Promise<void> {
  const id = typeof ruleId === 'string' ? ruleId : await pickRule();
  if (id === undefined) return;
  if (!ruleIds.includes(id)) {
    void window.showWarningMessage(texts.unknownRule({ rule: id }));
    return;
  }
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extensionUri, 'docs', 'rules', `${id}.md`));
}

function pickRule(): Thenable<string | undefined> {
  return window.showQuickPick([...ruleIds], { placeHolder: texts.whichRule });
}
