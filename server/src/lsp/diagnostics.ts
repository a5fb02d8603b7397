import { DocumentDiagnosticReportKind, DocumentDiagnosticRequest, type Diagnostic, type Disposable, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { runAlone, runSafe } from './run-safe.js';
import type { Answer, Session } from './session.js';
import { toDiagnostic } from './to-lsp.js';

/** How problems get to the client: by its asking or by our sending, never both. */
export interface Diagnostics extends Disposable {
  /** The document was opened or changed. */
  documentChanged(uri: string): void;
  documentClosed(uri: string): void;
  /** Something that every document depends on has changed. */
  allChanged(): void;
}

export function createDiagnostics(session: Session): Diagnostics {
  return session.client.pull ? new PullDiagnostics(session) : new PushDiagnostics(session);
}

function diagnosticsOf({ uri, check, problems }: Answer, { client, positions }: Session): Diagnostic[] {
  return problems.map((problem) => toDiagnostic(problem, { uri, lines: check.lines, client, positions }));
}

/** The client asks; we only say when it is time to ask again. */
class PullDiagnostics implements Diagnostics {
  readonly #session: Session;
  readonly #registration: Disposable;

  constructor(session: Session) {
    this.#session = session;
    this.#registration = session.connection.onRequest(DocumentDiagnosticRequest.type, ({ textDocument, previousResultId }, token) =>
      runSafe('diagnostics', session.connection.console, token, EMPTY_REPORT, async () => this.#report(await session.answerFor(textDocument.uri, () => token.isCancellationRequested), previousResultId)),
    );
  }

  documentChanged(): void {}

  documentClosed(): void {}

  allChanged(): void {
    const { client, connection } = this.#session;
    if (client.refresh) runAlone('refresh', connection.console, () => connection.languages.diagnostics.refresh());
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #report(answer: Answer | undefined, previousResultId: string | undefined): DocumentDiagnosticReport {
    if (answer === undefined) return EMPTY_REPORT;
    const { resultId } = answer;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(answer, this.#session) };
  }
}

const EMPTY_REPORT: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** How long a document has to rest before it is checked, in milliseconds: one key after the other is one check. */
const PUSH_DELAY = 40;

/** For clients that cannot ask. */
class PushDiagnostics implements Diagnostics {
  readonly #session: Session;
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(session: Session) {
    this.#session = session;
  }

  documentChanged(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => {
        this.#waiting.delete(uri);
        runAlone('diagnostics', this.#session.connection.console, () => this.#send(uri));
      }, PUSH_DELAY),
    );
  }

  documentClosed(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    runAlone('diagnostics', this.#session.connection.console, () => this.#session.connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  allChanged(): void {
    for (const { uri } of this.#session.documents.all()) this.documentChanged(uri);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
  }

  async #send(uri: string): Promise<void> {
    const answer = await this.#session.answerFor(uri);
    // The document may have been closed or changed since; a newer check is then on its way.
    if (answer === undefined || this.#waiting.has(uri)) return;
    await this.#session.connection.sendDiagnostics({ uri, version: answer.version, diagnostics: diagnosticsOf(answer, this.#session) });
  }
}
