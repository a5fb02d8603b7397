import {
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type RemoteConsole,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Rule, RuleId } from '../core/index.js';
import type { Message } from '../messages/index.js';
import { createFormatter, type Format, type Formatter } from '../messages/formatting/index.js';
import {
  pageOf,
  uriOfPath,
  Workspace,
  type TextFactsStore,
  type Uri,
  type WorkspaceFailure,
  type WorkspaceHost,
} from '../workspace/index.js';
import { ClosedFiles } from './diagnostics/closed-files.js';
import { createDiagnostics } from './diagnostics/diagnostics.js';
import { features, withFeatures } from './features.js';
import { registerConfiguration, requestNotifications } from './handlers/configuration.js';
import { registerDocumentSync } from './handlers/document-sync.js';
import { clientFeatures, openRulePageCommand, type ClientFeatures } from './session/client-features.js';
import { formatterOfClient, wantedLocale } from './session/client-texts.js';
import { clientHost, NO_FILES } from './session/client-host.js';
import { Documents } from './session/documents.js';
import { fixedConfiguration } from './session/fixed-configuration.js';
import { IndexProgressReporter } from './session/index-progress.js';
import { withLifecycle } from './session/lifecycle.js';
import { Positions } from './session/positions.js';
import { yieldToEventLoop } from './session/progress.js';
import { textOf } from './session/run-safe.js';
import { Session } from './session/session.js';
import { SettingsStore } from './session/settings.js';
import { reportMistakes } from './session/report-mistakes.js';
import { startOptions } from './session/start-options.js';
import { wantedFacts } from './session/wanted-facts.js';
import { WorkspaceFolders } from './session/workspace-folders.js';

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
  /** Keeps facts about pages for the next session. Without it, all pages are parsed in each session. */
  readonly texts?: TextFactsStore;
}

/** Serves a client. Everything starts with its `initialize` request, which contains its capabilities. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  let dispose = (): void => undefined;
  const initialize = (own: Connection, params: InitializeParams): InitializeResult => {
    const client = clientFeatures(params);
    const folders = foldersOf(params);
    const options = startOptions(params, folders);
    const session = createSession(own, client, {
      ...environment,
      folders,
      settings: options.section,
      format: formatOf(own, params, environment),
    });
    const diagnostics = createDiagnostics(session);
    const closedFiles = new ClosedFiles(session, diagnostics, client.allProblems);
    registerConfiguration(session);
    registerDocumentSync(session, [diagnostics, closedFiles]);
    for (const feature of features) feature.register({ session, diagnostics, closedFiles, today: environment.today });
    own.onInitialized(() => {
      reportMistakes(session, options.mistakes);
      if (options.configuration !== undefined) useConfiguration(options.configuration, session, folders, environment);
      closedFiles.started();
      requestNotifications(session);
    });
    dispose = () => {
      diagnostics.dispose();
      closedFiles.dispose();
      environment.texts?.close();
    };
    return {
      capabilities: capabilitiesFor(client, session.format),
      serverInfo: { name: 'playbook-language-server', version: environment.version },
    };
  };
  withLifecycle(connection, initialize, () => dispose());
}

interface SessionParts extends ServerEnvironment {
  readonly folders: readonly string[];
  /** The settings in the initialization options. */
  readonly settings: unknown;
  readonly format: Format;
}

function createSession(
  connection: Connection,
  client: ClientFeatures,
  { host, today, rules, format, docs, folders, texts, ...parts }: SessionParts,
): Session {
  const positions = new Positions(client.positionEncoding);
  const files = client.isOurs ? clientHost(connection) : (host ?? NO_FILES);
  const settings = new SettingsStore(connection, client, parts.settings);
  const workspace = new Workspace({
    host: files,
    today,
    texts: texts && wantedFacts(texts, settings),
    ...(rules !== undefined && { rules }),
    pause: yieldToEventLoop,
  });
  workspace.onDidFail((failure) => logFailure(failure, connection.console, format));
  const session = new Session({
    connection,
    client,
    workspace,
    positions,
    documents: new Documents(workspace, positions),
    settings,
    folders: new WorkspaceFolders({ workspace, host: files, named: folders }),
    format,
    linkTo: client.isOurs ? commandFor : linksInto(docs),
  });
  const reporter = new IndexProgressReporter(session);
  workspace.onDidProgress((progress) => reporter.report(progress));
  return session;
}

/** Uses the configuration file that the initialization options name for all pages. */
function useConfiguration(
  uri: Uri,
  session: Session,
  folders: readonly string[],
  { host = NO_FILES }: ServerEnvironment,
): void {
  const { client, connection, workspace } = session;
  const files = client.isOurs ? clientHost(connection) : host;
  const report = (mistake: Message): void => reportMistakes(session, [mistake]);
  workspace.useOnly(fixedConfiguration({ uri, folders, host: files, workspace, report }));
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
      diagnosticProvider: {
        identifier: 'playbook',
        interFileDependencies: true,
        workspaceDiagnostics: client.workspacePull,
      },
    }),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: client.folderChanges } },
  };
  return withFeatures(own, client, format);
}

/** The folders that the client names, in the newest form that it uses. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  // An empty URI isn't a folder; it would be read as the root of the disk.
  const uris = (workspaceFolders ?? []).map(({ uri }) => uri).filter((uri) => uri !== '');
  if (uris.length > 0) return uris;
  if (rootUri) return [rootUri];
  const root = rootPath ? uriOfPath(rootPath, undefined) : undefined;
  return root === undefined ? [] : [root];
}
