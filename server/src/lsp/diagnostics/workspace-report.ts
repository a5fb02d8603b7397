import {
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { normalizedUri, type Uri } from '../../workspace/index.js';

/** The problems of a file for a workspace report. */
export interface ReportedFile {
  readonly uri: string;
  /** `null`: the file isn't open. */
  readonly version: number | null;
  readonly items: readonly Diagnostic[];
}

/** The ID of every result without problems, which the client never needs to receive twice. */
const NO_PROBLEMS = 'none';

interface KnownResult {
  readonly written: string;
  readonly resultId: string;
}

/** Makes the reports of `workspace/diagnostic`, each of them complete, without the problems that the client has. */
export class WorkspaceReports {
  readonly #known = new Map<Uri, KnownResult>();
  #count = 0;

  /** `previous`: what the client has. Files of it that are missing in `files` have no problems any more. */
  reportOf(files: readonly ReportedFile[], previous: readonly PreviousResultId[]): WorkspaceDocumentDiagnosticReport[] {
    const before = new Map(previous.map(({ uri, value }) => [normalizedUri(uri), value]));
    const present = new Set(files.map(({ uri }) => normalizedUri(uri)));
    const gone = previous
      .filter(({ uri }) => !present.has(normalizedUri(uri)))
      .map(({ uri }): ReportedFile => ({ uri, version: null, items: [] }));
    return [...files, ...gone]
      .filter(({ uri, version, items }) => version !== null || items.length > 0 || before.has(normalizedUri(uri)))
      .map((file) => this.#report(file, before.get(normalizedUri(file.uri))));
  }

  #report({ uri, version, items }: ReportedFile, before: string | undefined): WorkspaceDocumentDiagnosticReport {
    const resultId = this.#resultId(uri, items);
    if (resultId === before) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...items] };
  }

  #resultId(uri: string, items: readonly Diagnostic[]): string {
    const key = normalizedUri(uri);
    if (items.length === 0) {
      this.#known.delete(key);
      return NO_PROBLEMS;
    }
    const written = JSON.stringify(items);
    const known = this.#known.get(key);
    if (known?.written === written) return known.resultId;
    const resultId = `workspace ${++this.#count}`;
    this.#known.set(key, { written, resultId });
    return resultId;
  }
}
