import { commands, Uri, window } from 'vscode';
import { ruleIds } from '../rule-ids';
import { defineTexts } from '../texts';

const texts = defineTexts('open-rule-page', {
  unknownRule: 'Unknown rule "{rule}"',
  whichRule: 'Which rule?',
});

/** Problems that no rule reports. The page on configuration explains them, each under its id. */
const WITHOUT_RULE = ['configuration', 'file-encoding', 'file-not-text', 'file-too-large', 'too-many-problems'];

/**
 * Opens the page of a rule, which ships with the extension, in the Markdown preview. Asks for the rule if it isn't
 * specified. The links of problems run this, too.
 */
export async function openRulePage(extensionUri: Uri, ruleId: unknown): Promise<void> {
  const id = typeof ruleId === 'string' ? ruleId : await pickRule();
  if (id === undefined) return;
  const page = pageOf(Uri.joinPath(extensionUri, 'docs'), id);
  if (page === undefined) void window.showWarningMessage(texts.unknownRule({ rule: id }));
  else await commands.executeCommand('markdown.showPreview', page);
}

function pageOf(docs: Uri, id: string): Uri | undefined {
  if (ruleIds.includes(id)) return Uri.joinPath(docs, 'rules', `${id}.md`);
  return WITHOUT_RULE.includes(id) ? Uri.joinPath(docs, 'configuration.md').with({ fragment: id }) : undefined;
}

function pickRule(): Thenable<string | undefined> {
  return window.showQuickPick([...ruleIds], { placeHolder: texts.whichRule });
}
