import {
  commands,
  CompletionTriggerKind,
  Disposable,
  extensions,
  languages,
  Range,
  workspace,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  type Position,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';
import { ListOpenings } from './list-openings';
import type { Snippets } from './snippets';

/**
 * Whether suggestions can be shown to an author who didn't ask for them.
 *
 * VS Code selects the first entry of a list that opens while somebody types, and Enter and Tab then accept it instead
 * of breaking the line or moving on. So lists open automatically only if the author has told VS Code not to select
 * entries. Only the author can change that setting: a default from this extension would affect all Markdown files and
 * the lists of other extensions.
 */
export function suggestsWhileTyping(): boolean {
  return workspace.getConfiguration('editor.suggest', { languageId: 'markdown' }).get('selectionMode') === 'never';
}

/** Prevents lists of suggestions from taking the keys of an author who didn't ask for them. */
export class Suggestions implements Disposable {
  readonly #snippets: Snippets;
  readonly middleware: CompletionMiddleware = {
    provideCompletionItem: async (document, position, context, token, next) => {
      if (!suggestsWhileTyping() && this.#opensByItself(document, position, context)) return undefined;
      const [offered, snippets] = await Promise.all([
        next(document, position, context, token),
        this.#snippetsAt(document, position, context),
      ]);
      return this.#show(document, position, withSnippets(offered, snippets));
    },
  };

  readonly #openings = new ListOpenings();
  /** The last list that was shown, as long as it may be open. */
  #shown: { readonly uri: string; readonly items: readonly CompletionItem[] } | undefined;
  readonly #listening = Disposable.from(
    workspace.onDidChangeTextDocument((event) => this.#follow(event)),
    watchTriggers((document, position) => this.#openings.onTrigger(document.uri.toString(), position, Date.now())),
  );

  constructor(snippets: Snippets) {
    this.#snippets = snippets;
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #opensByItself(document: TextDocument, caret: Position, { triggerKind }: CompletionContext): boolean {
    if (triggerKind !== CompletionTriggerKind.Invoke) return triggerKind === CompletionTriggerKind.TriggerCharacter;
    const wordStart = (document.getWordRangeAtPosition(caret)?.start ?? caret).character;
    return this.#openings.opensByItself(
      { uri: document.uri.toString(), version: document.version, caret, wordStart },
      hasQuickSuggestions(),
      Date.now(),
    );
  }

  #snippetsAt(
    document: TextDocument,
    caret: Position,
    { triggerKind }: CompletionContext,
  ): Promise<CompletionItem[]> | [] {
    return document.languageId === 'markdown' && triggerKind === CompletionTriggerKind.Invoke
      ? this.#snippets.at(document, caret)
      : [];
  }

  /** Removes items that are already written. Accepting one would change nothing and cost the author a key press. */
  #show(document: TextDocument, caret: Position, { items: all, isIncomplete = false }: CompletionList): CompletionList {
    const items = all.filter((item) => !isWritten(item, document, caret));
    this.#shown = { uri: document.uri.toString(), items };
    return { items, isIncomplete };
  }

  /** Closes a list as soon as one of its entries is typed to its end, so that the next Enter breaks the line. */
  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    if (contentChanges.length === 0) return;
    this.#openings.onTyped(uri, document.version);
    if (this.#shown?.uri !== uri) return;
    const carets = contentChanges.map(({ range, text }) => range.start.translate(0, text.length));
    if (!this.#shown.items.some((item) => carets.some((caret) => isWritten(item, document, caret)))) return;
    this.#shown = undefined;
    void commands.executeCommand('hideSuggestWidget');
  }
}

/**
 * Calls `onTrigger` when VS Code requests a list from its own Markdown support because of a trigger character. Provides
 * no items, and registers no other characters, because VS Code would then open lists that it doesn't open without the
 * extension.
 */
function watchTriggers(onTrigger: (document: TextDocument, caret: Position) => void): Disposable {
  if (extensions.getExtension('vscode.markdown-language-features') === undefined)
    return new Disposable(() => undefined);
  const watch = (
    document: TextDocument,
    caret: Position,
    _: unknown,
    { triggerKind }: CompletionContext,
  ): undefined => {
    if (triggerKind === CompletionTriggerKind.TriggerCharacter) onTrigger(document, caret);
  };
  return languages.registerCompletionItemProvider('markdown', { provideCompletionItems: watch }, '.', '/', '#');
}

function withSnippets(
  offered: CompletionItem[] | CompletionList | null | undefined,
  snippets: readonly CompletionItem[],
): CompletionList {
  const { items, isIncomplete = false } = Array.isArray(offered) ? { items: offered } : (offered ?? { items: [] });
  return { items: [...items, ...snippets], isIncomplete };
}

/** Whether the text before the caret is what the item would insert. */
function isWritten({ range, insertText }: CompletionItem, document: TextDocument, caret: Position): boolean {
  if (range === undefined || typeof insertText !== 'string') return false;
  const { start } = 'inserting' in range ? range.inserting : range;
  if (start.line !== caret.line || start.isAfter(caret)) return false;
  return document.getText(document.validateRange(new Range(start, caret))).trim() === insertText.trim();
}

/** Whether the author has turned on word suggestions in Markdown, which are off by default. */
function hasQuickSuggestions(): boolean {
  const setting = workspace
    .getConfiguration('editor', { languageId: 'markdown' })
    .get<boolean | Readonly<Record<string, string | boolean>>>('quickSuggestions');
  const values = typeof setting === 'object' ? Object.values(setting) : [setting];
  return values.some((value) => value === true || value === 'on' || value === 'inline');
}
