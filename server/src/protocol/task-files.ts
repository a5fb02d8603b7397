import type { TaskColumnName } from './edits.js';
import type { FileContent } from './reports.js';
import type { TextRange } from './text-places.js';

/** Request: a table of tasks as a file. Fails with a message for the author if the file format can't hold it. */
export const taskFileMethod = 'playbook/taskFile';

export interface TaskFileParams {
  readonly sheet: TaskSheet;
  readonly format: TaskFileFormat;
}

export type TaskFileResult = FileContent;

/** `tsv`: the clipboard format of spreadsheets. CSV and TSV start with a byte order mark. */
export type TaskFileFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'markdown';

export interface TaskSheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * Request: the changes needed so that the task tables match an edited table of tasks. Fails with a message for the
 * author if the file isn't such a table.
 */
export const planTaskEditMethod = 'playbook/planTaskEdit';

export interface PlanTaskEditParams extends FileContent {
  readonly fileName: string;
  /** An open playbook, for rows that don't name a file; `null`: each row must name its file. */
  readonly uri: string | null;
  /** The names of the columns that are exported only for information. They are ignored without a message. */
  readonly forInformation: readonly string[];
}

/** `null`: there is no workspace or it can't be read, and no page was given. */
export type PlanTaskEditResult = TaskEditPlan | null;

export interface TaskEditPlan {
  readonly changes: readonly TaskCellChange[];
  /** What can't be changed, and why. */
  readonly problems: readonly TaskEditProblem[];
}

/** A cell of a task. */
export interface TaskCellChange {
  readonly uri: string;
  /** The displayed path: relative to the workspace folder, or the name of a document outside a folder. */
  readonly file: string;
  /** Starts at 0. */
  readonly line: number;
  /** The current ID on the page. */
  readonly taskId: string;
  readonly column: TaskColumnName;
  /** The displayed name of the column. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
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

export interface TaskEditProblem {
  /** As numbered in the spreadsheet: the header is row 1. */
  readonly row: number;
  readonly file?: string;
  readonly message: string;
}
