import type { TextRange } from './text-places.js';

/**
 * Request: checks every playbook of the workspace, and shows their problems from now on. Tells how far it is through
 * `$/progress` when it is given a token.
 */
export const checkWorkspaceMethod = 'playbook/checkWorkspace';

export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
}

/** What was found. `null`: there is no workspace, or it can not be read. */
export type CheckWorkspaceResult = WorkspaceCounts | null;

export interface WorkspaceCounts {
  /** Playbooks that were checked. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Infos. Hints are not counted: an editor does not list them among its problems. */
  readonly notes: number;
}

/** Which report: the tasks and where they stand, pages and their translations, the front matter of every page. */
export type ReportKind = 'tasks' | 'translations' | 'metadata';

/** Request: a report to look at. */
export const reportMethod = 'playbook/report';

export interface ReportParams {
  readonly kind: ReportKind;
}

/** `null`: there is no workspace, or it can not be read. */
export type ReportResult = Report | null;

export interface Report {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /**
   * For each column, what its rows are sorted by: numbers first, then texts, then those with an empty text. `null`: what
   * the cells show.
   */
  readonly sortKeys: readonly (readonly (string | number)[] | null)[];
  /** For each row, what it tells of. */
  readonly places: readonly (ReportPlace | null)[];
}

export interface ReportPlace {
  readonly uri: string;
  /** Counted from 0. */
  readonly line: number;
}

/** Request: a report as a file. */
export const exportReportMethod = 'playbook/exportReport';

export type ReportFormat = 'csv' | 'xlsx';

export interface ExportReportParams {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
}

/** `null`: there is no workspace, or it can not be read. */
export type ExportReportResult = FileContent | null;

export interface FileContent {
  readonly base64: string;
}

/** Request: what would change if the pages said what an edited metadata report says. Fails with a message for people when the file is no such report. */
export const planMetadataEditMethod = 'playbook/planMetadataEdit';

export interface PlanMetadataEditParams extends FileContent {
  readonly fileName: string;
}

/** `null`: there is no workspace, or it can not be read. */
export type PlanMetadataEditResult = MetadataEditPlan | null;

export interface MetadataEditPlan {
  readonly changes: readonly MetadataChange[];
  /** What is not among the changes, and why. */
  readonly problems: readonly MetadataEditProblem[];
}

/** One value of the front matter of one page. */
export interface MetadataChange {
  readonly uri: string;
  /** Relative to the workspace folder, for people. */
  readonly file: string;
  readonly key: string;
  /** `null`: the page has no such key so far. */
  readonly before: string | null;
  /** `null`: the key goes. */
  readonly after: string | null;
  /** To be agreed to one by one: it seems that its column was moved by itself. */
  readonly isDoubtful: boolean;
  /** What changes; in the text that the editor has, where the page is open. */
  readonly range: TextRange;
  /** What stands there, and what takes its place. */
  readonly oldText: string;
  readonly newText: string;
  /** Of the open document; `null` when it is not open. */
  readonly version: number | null;
}

export interface MetadataEditProblem {
  /** As the spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly file?: string;
  readonly message: string;
}
