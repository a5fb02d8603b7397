import {
  CodeActionKind,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type RemoteConsole,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Rule } from '../core/index.js';
import { Workspace, type WorkspaceFailure, type WorkspaceHost } from '../workspace/index.js';
import { clientHost, NO_FILES } from './client-host.js';
import { clientFeatures, type ClientFeatures } from './client-features.js';
import { ClosedFiles } from './closed-files.js';
import { createDiagnostics } from './diagnostics.js';
import { Documents } from './documents.js';
import { editActionKind } from './edit-actions.js';
import { fixAllKind, registerCodeActions } from './handlers/code-actions.js';
import { registerConfiguration, requestNotifications } from './handlers/configuration.js';
import { registerDocumentSync } from './handlers/document-sync.js';
import { registerEditCommands } from './handlers/edit-commands.js';
import { registerFormatting } from './handlers/formatting.js';
import { registerGuidedInput } from './handlers/guided-input.js';
import { fileOperations, navigationCapabilities, registerNavigation } from './handlers/navigation.js';
import { registerPreview } from './handlers/preview.js';
import { registerReports } from './handlers/reports.js';
import { registerTaskFiles } from './handlers/task-files.js';
import { registerCheckWorkspace } from './handlers/check-workspace.js';
import { registerWriting, writingCapabilities } from './handlers/writing.js';
import { IndexProgressReporter } from './index-progress.js';
import { withLifecycle } from './lifecycle.js';
import { Positions } from './positions.js';
import { textOf } from './run-safe.js';
import { Session } from './session.js';
import { SettingsStore } from './settings.js';
import { yieldToEventLoop } from './workspace-problems.js';

/** What the platform provides to the server. */
export interface ServerEnvironment {
  /** Reads files for clients that don't provide them. Without it, such clients have no configuration files. */
  readonly host?: WorkspaceHost;
  /** Today's date, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** The rules to check by; all of them when left out. */
  readonly rules?: readonly Rule[];
  readonly version: string;
}

/** Serves a client. Everything starts with its `initialize` request, which contains its capabilities. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  let dispose = (): void => undefined;
  const initialize = (own: Connection, params: InitializeParams): InitializeResult => {
    const client = clientFeatures(params);
    const folders = foldersOf(params);
    const session = createSession(own, client, folders, environment);
    const diagnostics = createDiagnostics(session);
    const closedFiles = new ClosedFiles(session, diagnostics, client.allProblems);
    registerCheckWorkspace(session, diagnostics, closedFiles);
    registerConfiguration(session, folders);
    registerDocumentSync(session, [diagnostics, closedFiles]);
    registerCodeActions(session);
    registerReports(session);
    registerTaskFiles(session);
    registerNavigation(session);
    registerEditCommands(session, environment.today);
    registerPreview(session);
    registerGuidedInput(session, environment.today);
    registerFormatting(session);
    registerWriting(session, { capabilities: params.capabilities, today: environment.today });
    own.onInitialized(() => {
      closedFiles.started();
      requestNotifications(session);
    });
    dispose = () => {
      diagnostics.dispose();
      closedFiles.dispose();
    };
    return {
      capabilities: capabilitiesFor(client),
      serverInfo: { name: 'playbook-language-server', version: environment.version },
    };
  };
  withLifecycle(connection, initialize, () => dispose());
}

function createSession(
  connection: Connection,
  client: ClientFeatures,
  folders: readonly string[],
  { host, today, rules }: ServerEnvironment,
): Session {
  const positions = new Positions(client.positionEncoding);
  const workspace = new Workspace({
    host: client.isOurs ? clientHost(connection) : (host ?? NO_FILES),
    today,
    ...(rules !== undefined && { rules }),
    pause: yieldToEventLoop,
  });
  workspace.setFolders(folders);
  workspace.onDidFail((failure) => logFailure(failure, connection.console));
  const session = new Session({
    connection,
    client,
    workspace,
    positions,
    documents: new Documents(workspace, positions),
    settings: new SettingsStore(connection, client),
  });
  const reporter = new IndexProgressReporter(session);
  workspace.onDidProgress((progress) => reporter.report(progress));
  return session;
}

function logFailure(failure: WorkspaceFailure, log: RemoteConsole): void {
  if (failure.kind === 'error') log.error(`index: ${textOf(failure.error)}`);
  else log.warn(`${failure.uri} can't be read: ${failure.reason}`);
}

function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: client.positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.pull && {
      diagnosticProvider: { identifier: 'playbook', interFileDependencies: true, workspaceDiagnostics: false },
    }),
    ...(client.codeActions && {
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, editActionKind],
        resolveProvider: client.resolvesActions,
      },
    }),
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    ...navigationCapabilities(client),
    ...writingCapabilities(client),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: client.folderChanges },
      ...fileOperations(client),
    },
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? ''];
  // An empty URI isn't a folder; it would be read as the root of the disk.
  return uris.filter((uri) => uri !== '');
}
