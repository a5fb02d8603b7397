import { EventEmitter, languages, window, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  changedPagesMethod,
  filesWithProblemsMethod,
  listFilesMethod,
  playbookStateMethod,
  readFileMethod,
  releasedMethod,
  serverStateMethod,
  type ChangedPages,
  type ReadFileParams,
  type Released,
} from '../../../server/src/protocol';
import { offerAgentTools, type NodeProgram } from './agents';
import { registerCommands } from './commands';
import { listWorkspaceFiles, readWorkspaceFile, type LeadsOut } from './host-requests';
import { clientOptions, playbookSelector } from './client-options';
import { watchFixedProblems } from './fixed-problems';
import { followLocale, onDidChangeLocale } from './locale';
import { logFailuresTo } from './log';
import { OpenPlaybooks } from './open-playbooks';
import { WorkspaceProblems } from './problems/workspace-problems';
import { watchChangedPages } from './read-only';
import { ServerLifecycle } from './server-lifecycle';
import { StatusItem } from './status-item';
import { Typing } from './typing';

/**
 * Creates the client for a platform. Apart from this, the entry points for Node and the browser differ only in how they
 * check links.
 */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Starts everything. VS Code waits only for the translations, if any, but never for the server. The client library also
 * reads its trace setting from this section, hence the id `playbook`. `toolServer`: the server for AI agents, where there
 * are processes.
 */
export async function startExtension(
  context: ExtensionContext,
  createClient: CreateClient,
  leadsOut: LeadsOut,
  toolServer?: NodeProgram,
): Promise<void> {
  const log = window.createOutputChannel('Playbook', { log: true });
  logFailuresTo(log);
  const locale = await followLocale(context.extensionUri, log);
  const playbooks = new OpenPlaybooks();
  const typing = new Typing(context.extension);
  const problems = new WorkspaceProblems(typing.problems);
  const changedPages = new EventEmitter<ChangedPages>();
  const server = new ServerLifecycle(log, (errorHandler) => {
    const client = createClient('playbook', 'Playbook', clientOptions(log, errorHandler, { problems, typing }));
    client.onRequest(readFileMethod, (params: ReadFileParams) => readWorkspaceFile(params, leadsOut));
    client.onRequest(listFilesMethod, listWorkspaceFiles);
    client.onNotification(playbookStateMethod, (state) => playbooks.update(state));
    client.onNotification(serverStateMethod, (state) => status.setServerState(state));
    client.onNotification(filesWithProblemsMethod, ({ uris }) => problems.retain(uris));
    client.onNotification(changedPagesMethod, (changed: ChangedPages) => changedPages.fire(changed));
    return client;
  });
  const status = new StatusItem(languages.createLanguageStatusItem('playbook', playbookSelector()), server, playbooks);

  const followProblems = [
    problems.onDidRelease((uri) => server.notify(releasedMethod, { uri: uri.toString() } satisfies Released)),
    server.onDidChange(() => server.status === 'failed' && problems.clear()),
    // The new server is started with the new language.
    onDidChangeLocale(() => server.restart()),
  ];
  const commands = registerCommands(
    context.extensionUri,
    server,
    { playbooks, problems, onDidChange: changedPages.event },
    log,
  );
  for (const part of [
    log,
    locale,
    playbooks,
    typing,
    server,
    status,
    problems,
    changedPages,
    followProblems,
    commands,
    offerAgentTools(context, server, toolServer),
    watchChangedPages(),
    watchFixedProblems(),
  ].flat())
    context.subscriptions.push(part);
  void server.start();
}
