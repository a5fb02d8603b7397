import {
  CompletionItem,
  CompletionItemKind,
  Range,
  SnippetString,
  Uri,
  workspace,
  type Extension,
  type Position,
  type TextDocument,
} from 'vscode';

/** An entry of a snippet file. */
interface Snippet {
  readonly description: string;
  readonly body: readonly string[];
}

/** The part of the manifest that lists the snippet files. */
interface Manifest {
  readonly contributes: { readonly snippets: readonly { readonly path: string }[] };
}

/**
 * The extension's snippets as completion items in lists that the author opens.
 *
 * The manifest also contributes them, for *Insert Snippet* and *Fill File with Snippet*, but without a prefix: VS Code
 * adds snippets with a prefix to every list, so Enter could insert one while the author types a similar word.
 */
export class Snippets {
  readonly #snippets: () => Promise<Readonly<Record<string, Snippet>>>;

  constructor(extension: Extension<unknown>) {
    let read: Promise<Readonly<Record<string, Snippet>>> | undefined;
    this.#snippets = () => (read ??= readSnippets(extension));
  }

  /** An item for each snippet. It replaces the word before the caret. */
  async at(document: TextDocument, caret: Position): Promise<CompletionItem[]> {
    const before = document.lineAt(caret.line).text.slice(0, caret.character);
    const word = /[\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? '';
    const range = new Range(caret.translate(0, -word.length), caret);
    return Object.entries(await this.#snippets()).map(([name, snippet]) => itemFor(name, snippet, range));
  }
}

async function readSnippets({
  extensionUri,
  packageJSON,
}: Extension<unknown>): Promise<Readonly<Record<string, Snippet>>> {
  const read = async ({ path }: { readonly path: string }): Promise<Record<string, Snippet>> =>
    JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, path)))) as Record<
      string,
      Snippet
    >;
  return Object.assign({}, ...(await Promise.all((packageJSON as Manifest).contributes.snippets.map(read)))) as Record<
    string,
    Snippet
  >;
}

function itemFor(name: string, { description, body }: Snippet, range: Range): CompletionItem {
  const item = new CompletionItem(name, CompletionItemKind.Snippet);
  item.range = range;
  item.detail = description;
  item.insertText = new SnippetString(body.join('\n'));
  // Sorted after the items for the caret.
  item.sortText = `~${name}`;
  return item;
}
