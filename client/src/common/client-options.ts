import { workspace, type LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, type ErrorHandler, type LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../../server/src/protocol';
import type { WorkspaceProblems } from './problems/workspace-problems';
import { withReadOnlyPages } from './read-only-middleware';
import { shownLocale } from './texts';
import { suggestsWhileTyping, type Typing } from './typing';

/** A document filter that both VS Code and LSP understand. */
export interface DocumentFilter {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/** The parts of the extension that take part in the communication between client and server. */
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
    // Called at each start, also after a crash.
    initializationOptions: () =>
      ({
        readFile: true,
        allProblems: problems.isAskedForAll,
        suggestWhileTyping: suggestsWhileTyping(),
        locale: shownLocale().locale,
        translations: shownLocale().translations,
      }) satisfies InitializationOptions,
    diagnosticCollectionProvider: problems.collections,
    outputChannel: log,
    // A hover can link to the page of a rule, and to nothing else.
    markdown: { isTrusted: { enabledCommands: ['playbook.openRulePage'] } },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler,
    middleware: withReadOnlyPages(typing.middleware),
    // A failed start isn't repeated automatically. The status item says so and offers a restart.
    initializationFailedHandler: () => false,
  };
}

/** Markdown files that can be playbooks. */
export function playbookSelector(): DocumentFilter[] {
  return schemes().map((scheme) => ({ scheme, language: 'markdown' }));
}

/** Our configuration files and tables of contents, so that their problems are shown. */
function otherSelector(): DocumentFilter[] {
  return schemes().flatMap((scheme) =>
    ['**/.playbooklint.{json,jsonc,yaml}', '**/[tT][oO][cC]*.{yml,yaml}'].map((pattern) => ({ scheme, pattern })),
  );
}

/**
 * A list of supported schemes, because a selector can't exclude any: the old side of a diff (`git:`), notebook cells
 * and output channels are Markdown too. The file systems of the workspace are always included.
 */
function schemes(): string[] {
  const ofWorkspace = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...ofWorkspace])];
}
