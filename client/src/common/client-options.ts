import { workspace, type LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, type ErrorHandler, type LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../../server/src/protocol';
import type { WorkspaceProblems } from './problems/workspace-problems';
import { withReadOnlyPages } from './read-only-middleware';
import { suggestsWhileTyping, type Typing } from './typing';

/** One document filter: what both VS Code and LSP understand. */
export interface DocumentFilter {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/** What of the extension takes part in the talk of client and server. */
export interface ClientParts {
  readonly problems: WorkspaceProblems;
  readonly typing: Typing;
}

/** Options of the language client, the same on every platform. */
export function clientOptions(
  log: LogOutputChannel,
  errorHandler: ErrorHandler,
  { problems, typing }: ClientParts,
): LanguageClientOptions {
  return {
    documentSelector: [...playbookSelector(), ...otherSelector()],
    // Asked again at each start, after a crash too.
    initializationOptions: () =>
      ({
        readFile: true,
        allProblems: problems.isAskedForAll,
        suggestWhileTyping: suggestsWhileTyping(),
      }) satisfies InitializationOptions,
    diagnosticCollectionProvider: problems.collections,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler,
    middleware: withReadOnlyPages(typing.middleware),
    // A start that fails is not tried again by itself: the status item says so and offers a restart.
    initializationFailedHandler: () => false,
  };
}

/** Markdown that can be a playbook. */
export function playbookSelector(): DocumentFilter[] {
  return schemes().map((scheme) => ({ scheme, language: 'markdown' }));
}

/** Our configuration files and tables of contents, so that their own problems show. */
function otherSelector(): DocumentFilter[] {
  return schemes().flatMap((scheme) =>
    ['**/.playbooklint.{json,jsonc,yaml}', '**/[tT][oO][cC]*.{yml,yaml}'].map((pattern) => ({ scheme, pattern })),
  );
}

/**
 * A list of what we take, because a selector can not exclude: the old side of a diff (`git:`), notebook cells and
 * output channels are Markdown too. Whatever file system the workspace lives on is always taken.
 */
function schemes(): string[] {
  const ofWorkspace = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...ofWorkspace])];
}
