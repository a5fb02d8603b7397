import { commands, Uri, window, workspace, type Disposable } from 'vscode';
import { rulePageMethod, type RulePageResult } from '../../../../server/src/protocol';
import { ruleIds } from '../rule-ids';
import type { ServerLifecycle } from '../server-lifecycle';
import { shownLocale } from '../texts';
import { openRulePage, type RulePageWindow } from './open-rule-page';
import { ruleHelpOf } from './rule-help';
import { RulePageFiles, uriOf } from './rule-page-files';
import type { PageTexts } from './rule-page-source';

/** Registers the pages of the rules, in the language of the author, and the command that opens them. */
export function registerRulePages(extensionUri: Uri, server: ServerLifecycle): Disposable[] {
  const source: PageTexts = {
    ruleIds,
    ruleHelp: (rule) => ruleHelpOf(extensionUri, rule, shownLocale().locale),
    request: (params) => server.request<RulePageResult>(rulePageMethod, params),
    file: async (name) => workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs', name)),
  };
  // A change of the language restarts the server.
  const onServerStarted = (listener: () => void) =>
    server.onDidChange(() => {
      if (server.status === 'running') listener();
    });
  return [
    new RulePageFiles(source).register(onServerStarted),
    commands.registerCommand('playbook.openRulePage', (ruleId?: unknown) => openRulePage(ruleId, source, vsCode)),
  ];
}

const vsCode: RulePageWindow = {
  pick: (placeHolder) => window.showQuickPick([...ruleIds], { placeHolder }),
  preview: (page) => commands.executeCommand('markdown.showPreview', uriOf(page)),
  warn: (text) => void window.showWarningMessage(text),
  fail: (text) => void window.showErrorMessage(text),
};
