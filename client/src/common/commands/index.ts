import { commands, type Disposable, type Event, type LogOutputChannel, type Uri } from 'vscode';
import type { ChangedPages } from '../../../../server/src/protocol';
import type { OpenPlaybooks } from '../open-playbooks';
import type { WorkspaceProblems } from '../problems/workspace-problems';
import { registerPreviewCommands } from '../preview';
import { registerReportCommands } from '../report';
import { registerRulePages } from '../rule-pages';
import type { ServerLifecycle } from '../server-lifecycle';
import { checkWorkspace } from './check-workspace';
import { fixAll } from './fix-all';
import { registerCellCommands } from './next-cell';
import { openCounterpart } from './open-counterpart';
import { saveConfiguration } from './save-configuration';
import { registerWritingCommands } from './writing';

/** The known pages and their problems. */
interface KnownPages {
  readonly playbooks: OpenPlaybooks;
  readonly problems: WorkspaceProblems;
  /** The server read other text of files. */
  readonly onDidChange: Event<ChangedPages>;
}

/** All commands in package.json. */
export function registerCommands(
  extensionUri: Uri,
  server: ServerLifecycle,
  pages: KnownPages,
  log: LogOutputChannel,
): Disposable[] {
  return [
    commands.registerCommand('playbook.checkWorkspace', () => checkWorkspace(server, pages.problems)),
    commands.registerCommand('playbook.fixAll', fixAll),
    commands.registerCommand('playbook.openCounterpart', (language?: unknown) => openCounterpart(server, language)),
    commands.registerCommand('playbook.restartServer', () => server.restart()),
    // Only for quick fixes, so it isn't in package.json.
    commands.registerCommand('playbook.saveConfiguration', saveConfiguration),
    commands.registerCommand('playbook.showLog', () => log.show()),
    ...registerCellCommands(server),
    ...registerWritingCommands(server),
    ...registerPreviewCommands(extensionUri, server, pages, log),
    ...registerRulePages(extensionUri, server),
    ...registerReportCommands(extensionUri, server, log),
  ];
}
