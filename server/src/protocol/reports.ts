import type { TextRange } from './text-places.js';

/**
 * Request: checks all playbooks in the workspace, and shows their problems from now on. Reports its progress through
 * `$/progress` if it receives a token.
 */
export const checkWorkspaceMethod = 'playbook/checkWorkspace';

export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
}

/** The numbers of problems. `null`: there is no workspace, or it can't be read. */
export type CheckWorkspaceResult = WorkspaceCounts | null;

export interface WorkspaceCounts {
  /** Playbooks that were checked. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** The number of infos. Hints aren't counted, because editors don't list them with other problems. */
  readonly infos: number;
}

/** The kind of report: the tasks and their pages, pages and their translations, the front matter of all pages. */
export type ReportKind = 'tasks' | 'translations' | 'metadata';

/** Request: a report to display. */
export const reportMethod = 'playbook/report';

export interface ReportParams {
  readonly kind: ReportKind;
}

/** `null`: there is no workspace, or it can't be read. */
export type ReportResult = Report | null;

export interface Report {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /**
   * For each column, the sort keys of its rows: numbers first, then texts, then empty texts. `null`: the displayed
   * text.
   */
  readonly sortKeys: readonly (readonly (string | number)[] | null)[];
  /** For each row, the place that it describes. */
  readonly places: readonly (ReportPlace | null)[];
}

export interface ReportPlace {
  readonly uri: string;
  /** Starts at 0. */
  readonly line: number;
}

/** Request: a report as a file. */
export const exportReportMethod = 'playbook/exportReport';

export type ReportFormat = 'csv' | 'xlsx';

export interface ExportReportParams {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
}

/** `null`: there is no workspace, or it can't be read. */
export type ExportReportResult = FileContent | null;

export interface FileContent {
  readonly base64: string;
}

/**
 * Request: the changes needed so that the pages match an edited front matter report. Fails with a message for the
 * author if the file isn't such a report.
 */
export const planMetadataEditMethod = 'playbook/planMetadataEdit';

export interface PlanMetadataEditParams extends FileContent {
  readonly fileName: string;
}

/** `null`: there is no workspace, or it can't be read. */
export type PlanMetadataEditResult = MetadataEditPlan | null;

export interface MetadataEditPlan {
  readonly changes: readonly MetadataChange[];
  /** What can't be changed, and why. */
  readonly problems: readonly MetadataEditProblem[];
}

/** A front matter value of a page. */
export interface MetadataChange {
  readonly uri: string;
  /** The displayed path, relative to the workspace folder. */
  readonly file: string;
  readonly key: string;
  /** `null`: the page doesn't have this key yet. */
  readonly before: string | null;
  /** `null`: the key is removed. */
  readonly after: string | null;
  /** Must be accepted individually, because its column seems to have been sorted by itself. */
  readonly isDoubtful: boolean;
  /** The change, for the editor's text if the page is open. */
  readonly range: TextRange;
  /** The current text, and its replacement. */
  readonly oldText: string;
  readonly newText: string;
  /** The version of the open document; `null` if it isn't open. */
  readonly version: number | null;
}

export interface MetadataEditProblem {
  /** As numbered in the spreadsheet: the header is row 1. */
  readonly row: number;
  readonly file?: string;
  readonly message: string;
}
