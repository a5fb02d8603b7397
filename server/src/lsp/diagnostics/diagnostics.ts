import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { Cancelled, Emitter, normalizedUri, type CheckResult, type Event, type Uri } from '../../workspace/index.js';
import { DelayedWork } from './delayed-work.js';
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
  /** The client requested a document, so `handles` returns true for it from now on. */
  readonly onDidRequest: Event<string>;
}

export function createDiagnostics(session: Session): Diagnostics {
  return session.client.pull ? new PullDiagnostics(session) : new PushDiagnostics(session);
}

function diagnosticsOf({ uri, check: { lines }, problems }: DocumentDiagnostics, session: Session): Diagnostic[] {
  return problems.map((problem) => toDiagnostic(problem, { uri, lines }, session));
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
/** How long to wait for more file changes, in milliseconds: a branch switch counts as one change. */
const FILES_DELAY = 50;

/** What a change in the workspace requires: a check of all documents, or only of those whose diagnostics are outdated. */
interface DelayedChecks {
  readonly all: DelayedWork;
  readonly outdated: DelayedWork;
}

/** Requests the checks for changes of the workspace. Returns the function that ends this. */
function followWorkspace({ workspace }: Session, { all, outdated }: DelayedChecks): () => void {
  return workspace.onDidChange(({ kind }) => {
    if (kind === 'configuration' || kind === 'documents') all.in(FILES_DELAY);
    else if (kind === 'index') outdated.in(INDEX_DELAY);
  });
}

/** The client pulls diagnostics; we only tell it when to pull again. */
class PullDiagnostics implements Diagnostics {
  readonly #session: Session;
  readonly #registration: Disposable;
  readonly #published: PublishedDiagnostics;
  readonly #requests = new Emitter<string>();
  readonly #checks = {
    all: new DelayedWork(() => this.#refresh()),
    outdated: new DelayedWork(() => {
      if (this.#session.client.workspacePull || this.#published.outdated().length > 0) this.#refresh();
    }),
  };
  readonly #subscriptions: readonly (() => void)[];

  constructor(session: Session) {
    this.#session = session;
    this.#published = new PublishedDiagnostics(session);
    this.#subscriptions = [followWorkspace(session, this.#checks), session.settings.onDidChange(() => this.#refresh())];
    this.#registration = session.connection.onRequest(
      DocumentDiagnosticRequest.type,
      ({ textDocument: { uri }, previousResultId }, token) =>
        runSafe('diagnostics', session, token, EMPTY_REPORT, async () => {
          session.workspace.shown(uri);
          const result = await session.diagnosticsFor(uri, token);
          // The client closed the document while it was being checked, so it ignores this report: don't count it as published.
          if (token.isCancellationRequested) throw new Cancelled();
          const report = this.#report(result, previousResultId);
          if (result !== undefined) this.#requests.fire(uri);
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

  get onDidRequest(): Event<string> {
    return this.#requests.event;
  }

  dispose(): void {
    for (const unsubscribe of this.#subscriptions) unsubscribe();
    this.#checks.all.dispose();
    this.#checks.outdated.dispose();
    this.#registration.dispose();
  }

  #refresh(): void {
    const { connection } = this.#session;
    runAlone('refresh', connection.console, () => connection.languages.diagnostics.refresh());
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
  readonly #checks = {
    all: new DelayedWork(() => this.#checkAll()),
    outdated: new DelayedWork(() => {
      for (const uri of this.#published.outdated()) this.documentChanged(uri);
    }),
  };
  readonly #subscriptions: readonly (() => void)[];

  constructor(session: Session) {
    this.#session = session;
    this.#published = new PublishedDiagnostics(session);
    this.#subscriptions = [
      followWorkspace(session, this.#checks),
      session.settings.onDidChange(() => this.#checkAll()),
    ];
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

  /** This client never requests a document. */
  get onDidRequest(): Event<string> {
    return new Emitter<string>().event;
  }

  dispose(): void {
    for (const unsubscribe of this.#subscriptions) unsubscribe();
    this.#checks.all.dispose();
    this.#checks.outdated.dispose();
    for (const timer of this.#waiting.values()) clearTimeout(timer);
  }

  #checkAll(): void {
    for (const { uri } of this.#session.documents.all()) this.documentChanged(uri);
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
