import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  isConfigFile,
  isTocFile,
  normalizedUri,
  type AnyUri,
  type Uri,
  type Workspace,
} from '../../workspace/index.js';
import { changedDocument } from './document-changes.js';
import type { Positions } from './positions.js';

/** Schemes of copies that aren't the document itself: the old side of a diff, a notebook cell, the output panel. */
const FOREIGN_SCHEMES = /^(?:git|gitlens|output|vscode-notebook-cell|vscode-scm|walkThroughSnippet):/;
/** Languages of VS Code that use Markdown, but aren't Markdown pages. */
const FOREIGN_LANGUAGES: ReadonlySet<string> = new Set(['prompt', 'instructions', 'chatagent', 'skill']);

/** The open documents that may be playbooks, as the client sees them. Keeps the workspace's copies up to date. */
export class Documents {
  readonly #byUri = new Map<Uri, TextDocument>();
  readonly #workspace: Workspace;
  readonly #positions: Positions;

  constructor(workspace: Workspace, positions: Positions) {
    this.#workspace = workspace;
    this.#positions = positions;
  }

  /** `undefined`: the document isn't supported. */
  open({ uri, languageId, version, text }: TextDocumentItem): TextDocument | undefined {
    if (FOREIGN_SCHEMES.test(uri) || FOREIGN_LANGUAGES.has(languageId)) return undefined;
    const isMarkdown = /^markdown|^md$/i.test(languageId) || /\.(?:md|markdown)$/i.test(uri);
    if (!isMarkdown && !isConfigFile(uri) && !isTocFile(uri)) return undefined;
    const document = TextDocument.create(uri, languageId, version, text);
    this.#byUri.set(normalizedUri(uri), document);
    this.#workspace.open(uri, text);
    return document;
  }

  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): TextDocument | undefined {
    const key = normalizedUri(textDocument.uri);
    const document = this.#byUri.get(key);
    if (document === undefined) return undefined;
    const changed = changedDocument(document, contentChanges, textDocument.version, this.#positions);
    this.#byUri.set(key, changed);
    this.#workspace.change(textDocument.uri, changed.getText());
    return changed;
  }

  close(uri: AnyUri): void {
    this.#byUri.delete(normalizedUri(uri));
    this.#workspace.close(uri);
  }

  get(uri: AnyUri): TextDocument | undefined {
    return this.#byUri.get(normalizedUri(uri));
  }

  all(): readonly TextDocument[] {
    return [...this.#byUri.values()];
  }
}
