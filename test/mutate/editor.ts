import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeActionKind,
  CodeActionTriggerKind,
  DiagnosticSeverity,
  MessageType,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type LogMessageParams,
  type Range,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { workspaceReadMethod } from '../../server/src/protocol/index.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';
import { root } from '../support/project.js';
import { newProblems } from './new-problems.js';

/** A quick fix as an editor lists it. */
export interface ListedFix {
  readonly title: string;
  readonly isPreferred: boolean;
  /** The page after the fix. */
  readonly text: string;
}

/** What an author would get for a mistake. */
export interface Reaction {
  /** The new problems on the lines of the mistake. */
  readonly here: readonly Diagnostic[];
  /** The new problems on other lines. */
  readonly elsewhere: readonly Diagnostic[];
  /** The quick fixes for the problems on the lines, in the order in which editors show them. */
  readonly fixes: readonly ListedFix[];
  /** The page after all safe fixes; `undefined` if there are none. */
  readonly fixedAll: string | undefined;
}

const CAPABILITIES: ClientCapabilities = {
  ...FULL_CLIENT,
  textDocument: {
    ...FULL_CLIENT.textDocument,
    // Editors request the edits of "Disable … for this line" only when an author chooses it.
    codeAction: {
      ...FULL_CLIENT.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

/** An editor with a workspace folder. The server that ships checks its pages, one at a time. */
export class Editor {
  readonly #client: TestClient;
  readonly #folder: string;
  #open: { readonly uri: string; readonly text: string; readonly problems: readonly Diagnostic[] } | undefined;

  private constructor(client: TestClient, folder: string) {
    this.#client = client;
    this.#folder = folder;
  }

  static async start(folder: string): Promise<Editor> {
    const client = await TestClient.overStdio(join(root, 'test/mutate/server-on-fixed-day.cjs'), {
      capabilities: CAPABILITIES,
      initializationOptions: {},
      folders: [pathToFileURL(folder).href],
    });
    await client.request(workspaceReadMethod, {});
    return new Editor(client, folder);
  }

  /** Opens a page in place of the one before. Returns its problems. */
  async open(file: string, text: string): Promise<readonly Diagnostic[]> {
    if (this.#open !== undefined)
      await this.#client.notify('textDocument/didClose', { textDocument: { uri: this.#open.uri } });
    const uri = pathToFileURL(join(this.#folder, file)).href;
    await this.#client.open(uri, text);
    const problems = await this.#client.problems(uri);
    this.#open = { uri, text, problems };
    return problems;
  }

  /** The text of the open page after all safe fixes. */
  async fixAll(): Promise<string> {
    if (this.#open === undefined) throw new Error('No page is open');
    const { uri, text } = this.#open;
    return (await this.#fixedAll(TextDocument.create(uri, 'markdown', 0, text))) ?? text;
  }

  /** Changes the open page to `text`, and looks at problems and fixes. `lines`: where the mistake is. */
  async reactionTo(text: string, lines: readonly number[]): Promise<Reaction> {
    if (this.#open === undefined) throw new Error('No page is open');
    const { uri, text: original, problems: known } = this.#open;
    await this.#client.change(uri, [{ text }]);
    const problems = newProblems(original, known, text, await this.#client.problems(uri));
    const [here, elsewhere] = [problems.filter(isHere), problems.filter((problem) => !isHere(problem))];
    const document = TextDocument.create(uri, 'markdown', 0, text);
    const apply = (action: CodeAction): string => this.#applied(action, document);
    const actions = here.length === 0 ? [] : await this.#quickFixes(uri, here);
    return {
      here,
      elsewhere,
      fixes: actions.map((action) => ({
        title: action.title,
        isPreferred: action.isPreferred === true,
        text: apply(action),
      })),
      fixedAll: await this.#fixedAll(document),
    };

    function isHere({ range: { start, end } }: Diagnostic): boolean {
      return lines.some((line) => start.line <= line && line <= end.line);
    }
  }

  /** Ends the server. Fails if it has logged an error, such as a rule that threw. */
  async stop(): Promise<void> {
    await this.#client.stop();
    const [error] = (this.#client.said('window/logMessage') as LogMessageParams[]).filter(
      ({ type }) => type === MessageType.Error,
    );
    if (error !== undefined) throw new Error(`The server logged an error: ${error.message}`);
  }

  /** The text after all safe fixes; `undefined` if there are none. */
  async #fixedAll(document: TextDocument): Promise<string | undefined> {
    const only = [CodeActionKind.SourceFixAll];
    const [all] = await this.#client.actions(document.uri, wholeOf(document), { only });
    return all === undefined ? undefined : this.#applied(all, document);
  }

  #applied({ edit }: CodeAction, document: TextDocument): string {
    return TextDocument.applyEdits(document, this.#client.editsOf(edit, document.uri));
  }

  /** The fixes for these problems: those of errors first, preferred ones first among the fixes of a place. */
  async #quickFixes(uri: string, problems: readonly Diagnostic[]): Promise<CodeAction[]> {
    const bySeverity = [...problems].sort((a, b) => severityOf(a) - severityOf(b));
    const found: CodeAction[] = [];
    for (const { range } of bySeverity) {
      const context = problems.filter((other) => touch(other.range, range));
      const actions = await this.#client.actions(uri, range, {
        diagnostics: context,
        only: [CodeActionKind.QuickFix],
        triggerKind: CodeActionTriggerKind.Invoked,
      });
      const fixes = actions.filter(
        ({ edit, diagnostics = [] }) => edit !== undefined && diagnostics.some((fixed) => isAmong(fixed, context)),
      );
      const inOrder = [...fixes].sort((a, b) => Number(b.isPreferred ?? false) - Number(a.isPreferred ?? false));
      found.push(...inOrder.filter((fix) => !found.some((other) => isSameFix(fix, other))));
    }
    return found;
  }
}

function severityOf({ severity = DiagnosticSeverity.Error }: Diagnostic): number {
  return severity;
}

function touch(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function isAmong({ code, message, range }: Diagnostic, problems: readonly Diagnostic[]): boolean {
  return problems.some(
    (other) =>
      other.code === code && other.message === message && JSON.stringify(other.range) === JSON.stringify(range),
  );
}

function isSameFix(one: CodeAction, other: CodeAction): boolean {
  return one.title === other.title && JSON.stringify(one.edit) === JSON.stringify(other.edit);
}

function wholeOf(document: TextDocument): Range {
  return { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
}
