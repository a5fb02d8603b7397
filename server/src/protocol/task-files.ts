import type { TaskColumnName } from './edits.js';
import type { FileContent } from './reports.js';
import type { TextRange } from './text-places.js';

/** Request: a table of tasks as a file. Fails with a message for people when such a file can not hold it. */
export const taskFileMethod = 'playbook/taskFile';

export interface TaskFileParams {
  readonly sheet: TaskSheet;
  readonly format: TaskFileFormat;
}

export type TaskFileResult = FileContent;

/** `tsv`: as a spreadsheet takes it from the clipboard. CSV and TSV begin with a byte order mark. */
export type TaskFileFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'markdown';

export interface TaskSheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Request: what would change if the task tables said what an edited table of tasks says. Fails with a message for people when the file is none. */
export const planTaskEditMethod = 'playbook/planTaskEdit';

export interface PlanTaskEditParams extends FileContent {
  readonly fileName: string;
  /** An open playbook, which the rows are about that name no file; `null`: every row has to name its file. */
  readonly uri: string | null;
}

/** `null`: there is no workspace, or it can not be read, and no page was given. */
export type PlanTaskEditResult = TaskEditPlan | null;

export interface TaskEditPlan {
  readonly changes: readonly TaskCellChange[];
  /** What is not among the changes, and why. */
  readonly problems: readonly TaskEditProblem[];
}

/** One cell of one task. */
export interface TaskCellChange {
  readonly uri: string;
  /** For people: relative to the workspace folder, or the name of a document that has no folder. */
  readonly file: string;
  /** Counted from 0. */
  readonly line: number;
  /** As it is on the page now. */
  readonly taskId: string;
  readonly column: TaskColumnName;
  /** What people call the column. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
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

export interface TaskEditProblem {
  /** As the spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly file?: string;
  readonly message: string;
}
