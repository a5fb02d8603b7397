import {
  EventEmitter,
  window,
  workspace,
  type Disposable,
  type TextDocumentChangeEvent,
  type TextDocumentContentChangeEvent,
  type Uri,
} from 'vscode';
import { maybeTyped, typedRowsAfter, type RowEdit } from './row-edits';

/**
 * How long an author has to pause before a row counts as written, in milliseconds. Words come less than a second apart,
 * even from an author who looks for the keys or uses an input method. If a problem took longer than this to appear,
 * authors would wonder whether the page is checked at all.
 */
const PAUSE = 1500;

/**
 * Tracks which rows are being typed: rows that changed since a caret entered them, until it leaves them or the author
 * pauses.
 */
export class TypedRows implements Disposable {
  readonly #typed = new Map<string, { uri: Uri; rows: readonly number[]; pause: ReturnType<typeof setTimeout> }>();
  readonly #left = new EventEmitter<Uri>();
  readonly #subscriptions: Disposable[] = [
    this.#left,
    workspace.onDidChangeTextDocument((event) => this.#follow(event)),
    workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => this.#keepCarets(textEditor.document.uri)),
    window.onDidChangeActiveTextEditor(() => [...this.#typed.values()].forEach(({ uri }) => this.#keepCarets(uri))),
  ];

  /** Fires when a row is no longer being typed. */
  readonly onDidLeave = this.#left.event;

  /** The rows of a document that are being typed, starting at 0. */
  rowsOf(uri: Uri): readonly number[] {
    const carets = caretRows(uri);
    return this.#typed.get(uri.toString())?.rows.filter((row) => carets.has(row)) ?? [];
  }

  dispose(): void {
    for (const { pause } of this.#typed.values()) clearTimeout(pause);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow({ document: { uri }, contentChanges }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    if (!maybeTyped(contentChanges.length)) return this.#forget(uri);
    const known = this.#typed.get(uri.toString());
    clearTimeout(known?.pause);
    const rows = contentChanges.map(rowEditOf).reduce(typedRowsAfter, [...(known?.rows ?? [])]);
    this.#typed.set(uri.toString(), { uri, rows, pause: setTimeout(() => this.#forget(uri), PAUSE) });
  }

  #keepCarets(uri: Uri): void {
    const known = this.#typed.get(uri.toString());
    if (known === undefined) return;
    const carets = caretRows(uri);
    const rows = known.rows.filter((row) => carets.has(row));
    if (rows.length === 0) return this.#forget(uri);
    if (rows.length === known.rows.length) return;
    this.#typed.set(uri.toString(), { ...known, rows });
    this.#left.fire(uri);
  }

  #forget(uri: Uri): void {
    const known = this.#typed.get(uri.toString());
    if (known === undefined) return;
    clearTimeout(known.pause);
    this.#typed.delete(uri.toString());
    this.#left.fire(uri);
  }
}

export function rowEditOf({ range, text }: TextDocumentContentChangeEvent): RowEdit {
  return { start: range.start, end: range.end, lineBreaks: text.split('\n').length - 1 };
}

/** The rows of the carets in the editor in which the author types; none if it shows another document. */
function caretRows(uri: Uri): Set<number> {
  const editor = window.activeTextEditor;
  return new Set(
    editor?.document.uri.toString() === uri.toString() ? editor.selections.map(({ active }) => active.line) : [],
  );
}
