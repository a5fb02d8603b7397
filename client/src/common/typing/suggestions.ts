import { commands, CompletionTriggerKind, Range, workspace, type CompletionContext, type CompletionItem, type CompletionList, type Disposable, type Position, type TextDocument, type TextDocumentChangeEvent } from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';

/**
 * Whether suggestions may be shown to an author who did not ask for them.
 *
 * VS Code selects the first entry of a list that opens while one types, and Enter and Tab then take it instead of
 * breaking the line or moving on. So lists open by themselves only where the author has told VS Code to select nothing
 * in them. That setting is the author's alone: a default of ours would change every Markdown file, and the lists of
 * other extensions too.
 */
export function suggestsWhileTyping(): boolean {
  return workspace.getConfiguration('editor.suggest', { languageId: 'markdown' }).get('selectionMode') === 'never';
}

/** Keeps lists of suggestions away from the keys of an author who has not asked for them. */
export class Suggestions implements Disposable {
  readonly middleware: CompletionMiddleware = {
    provideCompletionItem: async (document, position, context, token, next) => {
      if (!suggestsWhileTyping() && this.opensByItself(document, context)) return undefined;
      const offered = await next(document, position, context, token);
      return offered && this.show(document, position, offered);
    },
  };

  /** The last list that was shown, as long as it may be open. */
  private shown: { readonly uri: string; readonly items: readonly CompletionItem[] } | undefined;
  /** The version of a document that typing made, until VS Code asks what to suggest for it. */
  private typed: { readonly uri: string; readonly version: number } | undefined;
  private readonly listening = workspace.onDidChangeTextDocument((event) => this.follow(event));

  dispose(): void {
    this.listening.dispose();
  }

  /**
   * VS Code does not say whether the author or the setting `editor.quickSuggestions` asks. The setting asks once after a
   * change; whoever asks again without one has pressed the keys for it.
   */
  private opensByItself({ uri, version }: TextDocument, { triggerKind }: CompletionContext): boolean {
    if (triggerKind !== CompletionTriggerKind.Invoke) return triggerKind === CompletionTriggerKind.TriggerCharacter;
    const isFirst = this.typed?.uri === uri.toString() && this.typed.version === version;
    this.typed = undefined;
    return isFirst && hasQuickSuggestions();
  }

  /** Leaves out what is written already: taking it would change nothing, and cost the author a key. */
  private show(document: TextDocument, caret: Position, offered: CompletionItem[] | CompletionList): CompletionItem[] | CompletionList {
    const all = Array.isArray(offered) ? offered : offered.items;
    const items = all.filter((item) => !isWritten(item, document, caret));
    this.shown = { uri: document.uri.toString(), items };
    return Array.isArray(offered) ? items : { ...offered, items };
  }

  /** Closes a list as soon as one of its entries is typed to its end, so that the next Enter is an Enter. */
  private follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    if (contentChanges.length === 0) return;
    this.typed = { uri, version: document.version };
    if (this.shown?.uri !== uri) return;
    const carets = contentChanges.map(({ range, text }) => range.start.translate(0, text.length));
    if (!this.shown.items.some((item) => carets.some((caret) => isWritten(item, document, caret)))) return;
    this.shown = undefined;
    void commands.executeCommand('hideSuggestWidget');
  }
}

/** Whether the text before the caret is what the item would write. */
function isWritten({ range, insertText }: CompletionItem, document: TextDocument, caret: Position): boolean {
  if (range === undefined || typeof insertText !== 'string') return false;
  const { start } = 'inserting' in range ? range.inserting : range;
  if (start.line !== caret.line || start.isAfter(caret)) return false;
  return document.getText(document.validateRange(new Range(start, caret))).trim() === insertText.trim();
}

/** Whether the author has words suggested in Markdown, which VS Code leaves off by default. */
function hasQuickSuggestions(): boolean {
  const setting = workspace.getConfiguration('editor', { languageId: 'markdown' }).get<boolean | Readonly<Record<string, string | boolean>>>('quickSuggestions');
  const values = typeof setting === 'object' ? Object.values(setting) : [setting];
  return values.some((value) => value === true || value === 'on' || value === 'inline');
}
