import { commands, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { ServerLifecycle } from '../server-lifecycle';
import { fixAll } from './fix-all';
import { openRulePage } from './open-rule-page';

/** All commands of package.json. */
export function registerCommands(extensionUri: Uri, server: ServerLifecycle, log: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand('playbook.fixAll', fixAll),
    commands.registerCommand('playbook.openRulePage', (ruleId?: unknown) => openRulePage(extensionUri, ruleId)),
    commands.registerCommand('playbook.restartServer', () => server.restart()),
    commands.registerCommand('playbook.showLog', () => log.show()),
  ];
}
