import {
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type RemoteConsole,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Rule, RuleId } from '../core/index.js';
import { createFormatter, type Format, type Formatter } from '../messages/formatting/index.js';
import { pageOf, Workspace, type WorkspaceFailure, type WorkspaceHost } from '../workspace/index.js';
import { ClosedFiles } from './diagnostics/closed-files.js';
import { createDiagnostics } from './diagnostics/diagnostics.js';
import { features, withFeatures } from './features.js';
import { registerConfiguration, requestNotifications } from './handlers/configuration.js';
import { registerDocumentSync } from './handlers/document-sync.js';
import { clientFeatures, openRulePageCommand, type ClientFeatures } from './session/client-features.js';
import { formatterOfClient, wantedLocale } from './session/client-texts.js';
import { clientHost, NO_FILES } from './session/client-host.js';
import { Documents } from './session/documents.js';
import { IndexProgressReporter } from './session/index-progress.js';
import { withLifecycle } from './session/lifecycle.js';
import { Positions } from './session/positions.js';
import { yieldToEventLoop } from './session/progress.js';
import { textOf } from './session/run-safe.js';
import { Session } from './session/session.js';
import { SettingsStore } from './session/settings.js';

/** What the platform provides to the server. */
export interface ServerEnvironment {
  /** Reads files for clients that don't provide them. Without it, such clients have no configuration files. */
  readonly host?: WorkspaceHost;
  /** Today's date, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** The rules to check by; all of them when left out. */
  readonly rules?: readonly Rule[];
  /**
   * The formatter for the locale that the client wants, for clients that don't send translations. Without it, they get
   * English texts. `log`: says in English what is wrong with translations.
   */
  readonly formatterFor?: (wanted: string | undefined, log: (failure: string) => void) => Formatter;
  readonly version: string;
  /**
   * The URL of the folder `docs`, with a slash at its end. Our own client has the pages itself. Without it, other
   * clients get no links to them.
   */
  readonly docs?: string;
}

/** Serves a client. Everything starts with its `initialize` request, which contains its capabilities. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  let dispose = (): void => undefined;
  const initialize = (own: Connection, params: InitializeParams): InitializeResult => {
    const client = clientFeatures(params);
    const folders = foldersOf(params);
    const session = createSession(own, client, folders, { ...environment, format: formatOf(own, params, environment) });
    const diagnostics = createDiagnostics(session);
    const closedFiles = new ClosedFiles(session, diagnostics, client.allProblems);
    registerConfiguration(session, folders);
    registerDocumentSync(session, [diagnostics, closedFiles]);
    for (const feature of features) feature.register({ session, diagnostics, closedFiles, today: environment.today });
    own.onInitialized(() => {
      closedFiles.started();
      requestNotifications(session);
    });
    dispose = () => {
      diagnostics.dispose();
      closedFiles.dispose();
    };
    return {
      capabilities: capabilitiesFor(client, session.format),
      serverInfo: { name: 'playbook-language-server', version: environment.version },
    };
  };
  withLifecycle(connection, initialize, () => dispose());
}

function createSession(
  connection: Connection,
  client: ClientFeatures,
  folders: readonly string[],
  { host, today, rules, format, docs }: ServerEnvironment & { readonly format: Format },
): Session {
  const positions = new Positions(client.positionEncoding);
  const workspace = new Workspace({
    host: client.isOurs ? clientHost(connection) : (host ?? NO_FILES),
    today,
    ...(rules !== undefined && { rules }),
    pause: yieldToEventLoop,
  });
  workspace.setFolders(folders);
  workspace.onDidFail((failure) => logFailure(failure, connection.console, format));
  const session = new Session({
    connection,
    client,
    workspace,
    positions,
    documents: new Documents(workspace, positions),
    settings: new SettingsStore(connection, client),
    format,
    linkTo: client.isOurs ? commandFor : linksInto(docs),
  });
  const reporter = new IndexProgressReporter(session);
  workspace.onDidProgress((progress) => reporter.report(progress));
  return session;
}

/** Makes the sentences of the session, in the language of the client. */
function formatOf({ console }: Connection, params: InitializeParams, { formatterFor }: ServerEnvironment): Format {
  const log = (failure: string): void => console.warn(failure);
  const formatter = formatterOfClient(params, log) ?? formatterFor?.(wantedLocale(params), log) ?? createFormatter();
  return formatter.format;
}

/** A link that opens the page of a problem in the extension. */
function commandFor(ruleId: RuleId): string {
  return `command:${openRulePageCommand}?${encodeURIComponent(JSON.stringify([ruleId]))}`;
}

function linksInto(docs: string | undefined): (ruleId: RuleId) => string | undefined {
  return (ruleId) => (docs === undefined ? undefined : docs + pageOf(ruleId));
}

function logFailure(failure: WorkspaceFailure, log: RemoteConsole, format: Format): void {
  if (failure.kind === 'error') log.error(`index: ${textOf(failure.error)}`);
  else log.warn(`${failure.uri} can't be read: ${format(failure.reason)}`);
}

function capabilitiesFor(client: ClientFeatures, format: Format): ServerCapabilities {
  const own: ServerCapabilities = {
    positionEncoding: client.positionEncoding,
    ...(client.pull && {
      diagnosticProvider: { identifier: 'playbook', interFileDependencies: true, workspaceDiagnostics: false },
    }),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: client.folderChanges } },
  };
  return withFeatures(own, client, format);
}

/** Without a repository, Helix specifies the folder in which it was started only as a path. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? ''];
  // An empty URI isn't a folder; it would be read as the root of the disk.
  const folders = uris.filter((uri) => uri !== '');
  return folders.length > 0 || rootPath == null || rootPath === '' ? folders : [URI.file(rootPath).toString()];
}
