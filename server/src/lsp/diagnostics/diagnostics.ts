import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { Cancelled } from '../../core/index.js';
import { normalizedUri, type CheckResult, type Uri } from '../../workspace/index.js';
import { runAlone, runSafe } from '../session/run-safe.js';
import type { DocumentDiagnostics, Session } from '../session/session.js';
import { toDiagnostic } from '../convert/to-lsp.js';

/** How the client gets problems: it pulls them or we push them, never both. */
export interface Diagnostics extends Disposable {
  /** The problems of a document as LSP diagnostics. */
  itemsOf(result: DocumentDiagnostics): Diagnostic[];
  /** The document was opened or changed. */
  documentChanged(uri: string): void;
  /** The document was closed, or is no longer in a tab. */
  documentClosed(uri: string): void;
  /** Whether the client gets the problems of the document from here, and so must not get them in another way. */
  handles(uri: string): boolean;
  /** Something that affects all documents changed. */
  allChanged(): void;
  /** The file of an open document was deleted or restored. */
  documentsChanged(): void;
  /** The index changed: problems that involve other pages may be outdated. */
  indexChanged(): void;
}

/** `onAsked`: the client requests a document, so that `isAbout` becomes true for it. */
export function createDiagnostics(session: Session, onAsked: (uri: string) => void): Diagnostics {
  return session.client.pull ? new PullDiagnostics(session, onAsked) : new PushDiagnostics(session);
}

function diagnosticsOf(
  { uri, check, problems }: DocumentDiagnostics,
  { client, positions, workspace }: Session,
): Diagnostic[] {
  return problems.map((problem) =>
    toDiagnostic(problem, { uri, lines: check.lines, client, positions, index: workspace.index }),
  );
}

/**
 * The diagnostics that the client received last. Quick fixes and links also request problems; only what was published
 * decides whether the client needs new diagnostics.
 */
class PublishedDiagnostics {
  readonly #session: Session;
  readonly #checks = new Map<Uri, CheckResult>();

  constructor(session: Session) {
    this.#session = session;
  }

  remember({ uri, check }: DocumentDiagnostics): void {
    this.#checks.set(normalizedUri(uri), check);
  }

  forget(uri: string): void {
    this.#checks.delete(normalizedUri(uri));
  }

  has(uri: string): boolean {
    return this.#checks.has(normalizedUri(uri));
  }

  /** The documents whose published diagnostics are out of date. */
  outdated(): string[] {
    return [...this.#checks].filter(([, check]) => !this.#session.workspace.isFresh(check)).map(([uri]) => uri);
  }
}

/**
 * How long the index must not change before other documents are checked, in milliseconds, so that typing in one page
 * doesn't check all pages that mention its tasks.
 */
const INDEX_DELAY = 300;

/** The client pulls diagnostics; we only tell it when to pull again. */
class PullDiagnostics implements Diagnostics {
  readonly #session: Session;
  readonly #registration: Disposable;
  readonly #published: PublishedDiagnostics;
  #waiting: NodeJS.Timeout | undefined;

  constructor(session: Session, onAsked: (uri: string) => void) {
    this.#session = session;
    this.#published = new PublishedDiagnostics(session);
    this.#registration = session.connection.onRequest(
      DocumentDiagnosticRequest.type,
      ({ textDocument: { uri }, previousResultId }, token) =>
        runSafe('diagnostics', session.connection.console, token, EMPTY_REPORT, async () => {
          session.workspace.shown(uri);
          const result = await session.diagnosticsFor(uri, () => token.isCancellationRequested);
          // The client closed the document while it was being checked, so it ignores this report: don't count it as published.
          if (token.isCancellationRequested) throw new Cancelled();
          const report = this.#report(result, previousResultId);
          if (result !== undefined) onAsked(uri);
          return report;
        }),
    );
  }

  itemsOf(result: DocumentDiagnostics): Diagnostic[] {
    return diagnosticsOf(result, this.#session);
  }

  documentChanged(): void {}

  documentClosed(uri: string): void {
    this.#published.forget(uri);
  }

  handles(uri: string): boolean {
    return this.#published.has(uri);
  }

  allChanged(): void {
    const { client, connection } = this.#session;
    if (client.refresh) runAlone('refresh', connection.console, () => connection.languages.diagnostics.refresh());
  }

  documentsChanged(): void {
    this.allChanged();
  }

  indexChanged(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      if (this.#published.outdated().length > 0) this.allChanged();
    }, INDEX_DELAY);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#registration.dispose();
  }

  #report(result: DocumentDiagnostics | undefined, previousResultId: string | undefined): DocumentDiagnosticReport {
    if (result === undefined) return EMPTY_REPORT;
    this.#published.remember(result);
    const { resultId } = result;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(result, this.#session) };
  }
}

const EMPTY_REPORT: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** How long a document must not change before it is checked, in milliseconds, so that several keys cause one check. */
const PUSH_DELAY = 40;

/** For clients that can't pull diagnostics. */
class PushDiagnostics implements Diagnostics {
  readonly #session: Session;
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #published: PublishedDiagnostics;
  #index: NodeJS.Timeout | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#published = new PublishedDiagnostics(session);
  }

  itemsOf(result: DocumentDiagnostics): Diagnostic[] {
    return diagnosticsOf(result, this.#session);
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
    this.#published.forget(uri);
  }

  handles(uri: string): boolean {
    return this.#session.documents.get(uri) !== undefined;
  }

  allChanged(): void {
    for (const { uri } of this.#session.documents.all()) this.documentChanged(uri);
  }

  documentsChanged(): void {
    this.allChanged();
  }

  indexChanged(): void {
    clearTimeout(this.#index);
    this.#index = setTimeout(() => {
      for (const uri of this.#published.outdated()) this.documentChanged(uri);
    }, INDEX_DELAY);
  }

  dispose(): void {
    clearTimeout(this.#index);
    for (const timer of this.#waiting.values()) clearTimeout(timer);
  }

  async #send(uri: string): Promise<void> {
    const result = await this.#session.diagnosticsFor(uri);
    // The document may have been closed or changed since. In that case, a newer check is on its way.
    if (result === undefined || this.#waiting.has(uri)) return;
    this.#published.remember(result);
    await this.#session.connection.sendDiagnostics({
      uri,
      version: result.version,
      diagnostics: diagnosticsOf(result, this.#session),
    });
  }
}
