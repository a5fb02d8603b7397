import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../../protocol/index.js';

/** The unit of the `character` of a position. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The capabilities of the client, in the terms of this server. */
export interface ClientFeatures {
  /**
   * Pulls diagnostics, so the server must never push any. A client that can't be asked to pull again (Neovim 0.10) would
   * miss the problems that a change elsewhere causes, so the server pushes them.
   */
  readonly pull: boolean;
  /**
   * Requests the problems of all files with `workspace/diagnostic`, and its open documents after a refresh as well. No
   * capability says so: Neovim 0.12 then no longer requests its open documents.
   */
  readonly workspacePull: boolean;
  readonly positionEncoding: PositionEncoding;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  readonly codeDescription: boolean;
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  /** Requests the edit of a code action only when the author chooses the action. */
  readonly resolvesActions: boolean;
  readonly versionedEdits: boolean;
  /** Makes edits that the server sends. */
  readonly appliesEdits: boolean;
  /** Shows a document and selects text in it at the request of the server. */
  readonly showsDocuments: boolean;
  /** Creates files as part of an edit. */
  readonly createsFiles: boolean;
  /** Shows why a file changes, and asks for confirmation if necessary. */
  readonly changeAnnotations: boolean;
  readonly prepareRename: boolean;
  /** Requests edits before it renames files. */
  readonly fileRenames: boolean;
  readonly hoverMarkdown: boolean;
  /** Responds to `workspace/configuration`. */
  readonly settings: boolean;
  readonly settingsRegistration: boolean;
  readonly watchRegistration: boolean;
  readonly folderChanges: boolean;
  /** Shows the progress of work that the server starts itself. */
  readonly workDoneProgress: boolean;
  /**
   * Responds to `playbook/readFile` and `playbook/listFiles`, and handles our own notifications: it is our own client.
   */
  readonly isOurs: boolean;
  /** The author requested the problems of all pages before this server was started. */
  readonly allProblems: boolean;
  /**
   * Requests completions after certain characters. Our client does this only if no key accepts an item that the author
   * hasn't selected.
   */
  readonly suggestsWhileTyping: boolean;
  /** Has the command `playbook.openRulePage`. */
  readonly openRulePage: boolean;
  /** Supports completions with tab stops. */
  readonly snippets: boolean;
  readonly completionMarkdown: boolean;
  /** Shows an outline as a tree. */
  readonly symbolTree: boolean;
}

/** The command of our client that applies safe fixes in the whole workspace. */
export const fixWorkspaceCommand = 'playbook.fixWorkspace';

/** The command of our client that saves a configuration file after an edit. */
export const saveConfigurationCommand = 'playbook.saveConfiguration';

/** The client's command that opens the page of a rule. */
export const openRulePageCommand = 'playbook.openRulePage';

export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { general, textDocument, window, workspace } = capabilities;
  const {
    readFile = false,
    suggestWhileTyping = false,
    allProblems = false,
    commands = [],
    workspaceDiagnostics = false,
  } = toOptions(initializationOptions);
  const pull = textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;
  return {
    pull,
    workspacePull: workspaceDiagnostics && pull,
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
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      includes(textDocument.codeAction.resolveSupport?.properties, 'edit'),
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    appliesEdits: workspace?.applyEdit === true,
    showsDocuments: window?.showDocument?.support === true,
    createsFiles: includes(workspace?.workspaceEdit?.resourceOperations, 'create'),
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    fileRenames: workspace?.fileOperations?.willRename === true,
    hoverMarkdown: includes(textDocument?.hover?.contentFormat, 'markdown'),
    settings: workspace?.configuration === true,
    settingsRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    workDoneProgress: window?.workDoneProgress === true,
    isOurs: readFile,
    allProblems,
    suggestsWhileTyping: suggestWhileTyping || !readFile,
    openRulePage: readFile || commands.includes(openRulePageCommand),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    completionMarkdown: includes(textDocument?.completion?.completionItem?.documentationFormat, 'markdown'),
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}

/** Whether a capability that should be a list contains a value. */
function includes(list: unknown, value: string): boolean {
  return Array.isArray(list) && list.includes(value);
}

/** UTF-16 is the default; another encoding is used only if the client doesn't support UTF-16. */
function positionEncoding(offered: unknown): PositionEncoding {
  if (!Array.isArray(offered) || offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  return offered.find((encoding: unknown) => encoding === 'utf-8' || encoding === 'utf-32') ?? 'utf-16';
}

/** The options can come from any client, so they can contain anything. */
function toOptions(options: unknown): {
  readFile?: boolean;
  suggestWhileTyping?: boolean;
  allProblems?: boolean;
  commands?: readonly unknown[];
  workspaceDiagnostics?: boolean;
} {
  if (typeof options !== 'object' || options === null) return {};
  const { readFile, suggestWhileTyping, allProblems, commands, workspaceDiagnostics } = options as {
    [Key in keyof InitializationOptions]: unknown;
  } & { commands?: unknown };
  return {
    readFile: readFile === true,
    suggestWhileTyping: suggestWhileTyping === true,
    allProblems: allProblems === true,
    commands: Array.isArray(commands) ? (commands as unknown[]) : [],
    workspaceDiagnostics: workspaceDiagnostics === true,
  };
}
