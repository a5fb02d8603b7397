import { languages, window, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { listFilesMethod, playbookStateMethod, readFileMethod, serverStateMethod, type ReadFileParams } from '../../../server/src/protocol';
import { registerCommands } from './commands';
import { listWorkspaceFiles, readWorkspaceFile, type LeadsOut } from './host-requests';
import { clientOptions, playbookSelector } from './client-options';
import { OpenPlaybooks } from './open-playbooks';
import { ServerLifecycle } from './server-lifecycle';
import { StatusItem } from './status-item';

/** Makes the client of one platform. Beside it, the node and the browser entry differ only in what they know of links. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Starts everything and returns at once: VS Code never waits for the server.
 * Also the section that the client library reads its trace setting from, hence the id `playbook`.
 */
export function startExtension(context: ExtensionContext, createClient: CreateClient, leadsOut: LeadsOut): void {
  const log = window.createOutputChannel('Playbook', { log: true });
  const playbooks = new OpenPlaybooks();
  const server = new ServerLifecycle(log, (errorHandler) => {
    const client = createClient('playbook', 'Playbook', clientOptions(log, errorHandler));
    client.onRequest(readFileMethod, (params: ReadFileParams) => readWorkspaceFile(params, leadsOut));
    client.onRequest(listFilesMethod, listWorkspaceFiles);
    client.onNotification(playbookStateMethod, (state) => playbooks.update(state));
    client.onNotification(serverStateMethod, (state) => status.setServerState(state));
    return client;
  });
  const status = new StatusItem(languages.createLanguageStatusItem('playbook', playbookSelector()), server, playbooks);

  context.subscriptions.push(log, playbooks, server, status, ...registerCommands(context.extensionUri, server, playbooks, log));
  void server.start();
}
