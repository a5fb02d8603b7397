import { languages, workspace, type Diagnostic, type Disposable, type TextDocumentChangeEvent, type Uri } from 'vscode';
import { maybeTyped, rowAfter, shownWhileTyping, type RowProblem } from './row-edits';
import { rowEditOf, type TypedRows } from './typed-rows';

/** The known problems of a document. */
interface Known {
  /** From the server, for this version of the text. */
  readonly problems: readonly Diagnostic[];
  readonly version: number | undefined;
  /** The problems that the author sees, at their current positions. */
  readonly shown: readonly RowProblem[];
}

/**
 * The extension's problem collection in VS Code, which shows no new problems in a row that is being typed. All other
 * problems are shown immediately, and problems already shown in the row stay as long as they exist.
 */
export class WaitingProblems implements Disposable {
  readonly #typedRows: TypedRows;
  readonly #collection = languages.createDiagnosticCollection('playbook');
  readonly #known = new Map<string, Known>();
  readonly #subscriptions: Disposable[];

  constructor(typedRows: TypedRows) {
    this.#typedRows = typedRows;
    this.#subscriptions = [
      this.#collection,
      workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      typedRows.onDidLeave((uri) => this.#showWaiting(uri)),
    ];
  }

  /** Sets the problems of a file; none if the list is empty. */
  set(uri: Uri, problems: readonly Diagnostic[]): void {
    const before = this.#known.get(uri.toString())?.shown ?? [];
    const shown = shownWhileTyping(problems.map(toRowProblem), this.#typedRows.rowsOf(uri), before);
    if (problems.length === 0) this.#known.delete(uri.toString());
    else this.#known.set(uri.toString(), { problems, version: versionOf(uri), shown });
    this.#collection.set(
      uri,
      shown.map(({ problem }) => problem),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Positions for an older text would be wrong. The server is asked after each change anyway. */
  #showWaiting(uri: Uri): void {
    const known = this.#known.get(uri.toString());
    if (known !== undefined && known.version === versionOf(uri) && known.shown.length < known.problems.length)
      this.set(uri, known.problems);
  }

  #follow({ document: { uri }, contentChanges }: TextDocumentChangeEvent): void {
    const known = this.#known.get(uri.toString());
    if (known === undefined || !maybeTyped(contentChanges.length)) return;
    const edits = contentChanges.map(rowEditOf);
    const shown = known.shown.map((problem) =>
      edits.reduce(
        (moved, edit) => ({ ...moved, start: { ...moved.start, line: rowAfter(moved.start, edit) } }),
        problem,
      ),
    );
    this.#known.set(uri.toString(), { ...known, shown });
  }
}

function toRowProblem(problem: Diagnostic): RowProblem & { readonly problem: Diagnostic } {
  const code = typeof problem.code === 'object' ? problem.code.value : problem.code;
  return { kind: String(code ?? problem.message), start: problem.range.start, problem };
}

function versionOf(uri: Uri): number | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.version;
}
