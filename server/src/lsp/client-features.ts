import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/index.js';

/** How the `character` of a position counts. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** What the client can do, in the words of this server. */
export interface ClientFeatures {
  /** Asks for diagnostics; it must never be sent any then. */
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly positionEncoding: PositionEncoding;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  readonly codeDescription: boolean;
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  readonly versionedEdits: boolean;
  /** Shows why a file changes, and asks where it has to. */
  readonly changeAnnotations: boolean;
  readonly prepareRename: boolean;
  /** Asks for edits before it renames files. */
  readonly fileRenames: boolean;
  readonly hoverMarkdown: boolean;
  /** Answers `workspace/configuration`. */
  readonly settings: boolean;
  readonly settingsRegistration: boolean;
  readonly watchRegistration: boolean;
  readonly folderChanges: boolean;
  /** Shows the progress of what the server does by itself. */
  readonly workDoneProgress: boolean;
  /** Answers `playbook/readFile` and `playbook/listFiles`, and takes the notifications of our protocol: it is our own client. */
  readonly isOurs: boolean;
  /** The author has asked for the problems of all pages before this server was started. */
  readonly allProblems: boolean;
  /** Asks for completions after certain characters. Our client does so only where no key takes what the author has not chosen. */
  readonly suggestsWhileTyping: boolean;
  /** Knows the command `playbook.openRulePage`. */
  readonly openRulePage: boolean;
}

/** The command of our client that makes safe fixes in the whole workspace. */
export const fixWorkspaceCommand = 'playbook.fixWorkspace';

/** The command of the client that opens the page of a rule. */
export const openRulePageCommand = 'playbook.openRulePage';

export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { general, textDocument, window, workspace } = capabilities;
  const {
    readFile = false,
    suggestWhileTyping = false,
    allProblems = false,
    commands = [],
  } = toOptions(initializationOptions);
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    positionEncoding: positionEncoding(general?.positionEncodings),
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    tags:
      textDocument?.diagnostic?.tagSupport !== undefined || textDocument?.publishDiagnostics?.tagSupport !== undefined,
    codeDescription:
      textDocument?.diagnostic?.codeDescriptionSupport === true ||
      textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    fileRenames: workspace?.fileOperations?.willRename === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    settings: workspace?.configuration === true,
    settingsRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    workDoneProgress: window?.workDoneProgress === true,
    isOurs: readFile,
    allProblems,
    suggestsWhileTyping: suggestWhileTyping || !readFile,
    openRulePage: readFile || commands.includes(openRulePageCommand),
  };
}

/** UTF-16 is what a client takes that says nothing; another one only where it does not take that. */
function positionEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (offered === undefined || offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  return offered.find((encoding) => encoding === 'utf-8' || encoding === 'utf-32') ?? 'utf-16';
}

/** The options come from any client, so nothing about them is sure. */
function toOptions(options: unknown): {
  readFile?: boolean;
  suggestWhileTyping?: boolean;
  allProblems?: boolean;
  commands?: readonly unknown[];
} {
  if (typeof options !== 'object' || options === null) return {};
  const { readFile, suggestWhileTyping, allProblems, commands } = options as {
    [Key in keyof InitializationOptions]: unknown;
  } & { commands?: unknown };
  return {
    readFile: readFile === true,
    suggestWhileTyping: suggestWhileTyping === true,
    allProblems: allProblems === true,
    commands: Array.isArray(commands) ? (commands as unknown[]) : [],
  };
}
