import { CodeActionKind, TextDocumentSyncKind, type Connection, type InitializeParams, type InitializeResult, type ServerCapabilities } from 'vscode-languageserver';
import { readFileMethod, type ReadFileParams, type ReadFileResult } from '../protocol/index.js';
import { Workspace, type WorkspaceHost } from '../workspace/index.js';
import { clientFeatures, type ClientFeatures } from './client-features.js';
import { createDiagnostics } from './diagnostics.js';
import { Documents } from './documents.js';
import { fixAllKind, registerCodeActions } from './handlers/code-actions.js';
import { registerConfiguration } from './handlers/configuration.js';
import { registerDocumentSync } from './handlers/document-sync.js';
import { Positions } from './positions.js';
import { Session } from './session.js';
import { SettingsStore } from './settings.js';

/** What the platform gives to the server. */
export interface ServerEnvironment {
  /** Reads files for clients that do not do it themselves. Without one, such clients have no configuration files. */
  readonly host?: WorkspaceHost;
  /** The day of today, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly version: string;
}

/** Serves one client. Everything starts with its `initialize`, which says what it can do. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  connection.onInitialize((params): InitializeResult => {
    const client = clientFeatures(params);
    const session = createSession(connection, client, environment);
    const diagnostics = createDiagnostics(session);
    const filesChanged = registerConfiguration(session, diagnostics, foldersOf(params));
    registerDocumentSync(session, diagnostics, filesChanged);
    registerCodeActions(session);
    connection.onShutdown(() => diagnostics.dispose());
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'playbook-language-server', version: environment.version } };
  });
  connection.listen();
}

function createSession(connection: Connection, client: ClientFeatures, { host, today }: ServerEnvironment): Session {
  const workspace = new Workspace({ host: client.isOurs ? clientHost(connection) : (host ?? NO_FILES), today });
  const positions = new Positions(client.positionEncoding);
  return new Session({ connection, client, workspace, positions, documents: new Documents(workspace, positions), settings: new SettingsStore(connection, client) });
}

function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: client.positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.pull && { diagnosticProvider: { identifier: 'playbook', interFileDependencies: false, workspaceDiagnostics: false } }),
    ...(client.codeActions && { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: client.folderChanges } },
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}

/** Files come from the client: only it knows what lies behind a virtual file system. */
function clientHost(connection: Connection): WorkspaceHost {
  return {
    async readText(uri) {
      try {
        const { text } = await connection.sendRequest<ReadFileResult>(readFileMethod, { uri } satisfies ReadFileParams);
        return text ?? undefined;
      } catch {
        return undefined;
      }
    },
  };
}

const NO_FILES: WorkspaceHost = { readText: () => Promise.resolve(undefined) };
