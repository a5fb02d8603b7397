import type { TextRange } from './text-places.js';

/** Request: what a command comes to at a place in an open playbook. The server changes nothing; the client makes the edits. */
export const editMethod = 'playbook/edit';

export type EditParams = EditPlace & EditCommand;

export interface EditPlace {
  readonly uri: string;
  /** Of the document. An edit for a text that has changed meanwhile is refused. */
  readonly version: number;
  /** What is selected; both ends are the same where that is the caret alone. */
  readonly range: TextRange;
}

export type EditCommand =
  | { readonly command: 'alignTable' | 'compactTable'; readonly args?: TableChoice }
  | {
      readonly command:
        'sortTasks' | 'moveRowUp' | 'moveRowDown' | 'deleteRow' | 'toggleMandatory' | 'escapePipe' | 'updateDate';
    }
  | { readonly command: 'insertRow' | 'insertTable'; readonly args?: NewTask }
  | { readonly command: 'setCell'; readonly args: NewCellText }
  | { readonly command: 'insertStep'; readonly args?: NewStep }
  | { readonly command: 'addRefreshRow'; readonly args?: NewRefreshRow }
  | { readonly command: 'pasteRows'; readonly args: CopiedRows };

export interface TableChoice {
  /** Every table of the page, not only those in the range. */
  readonly all?: boolean;
}

/** What is left out becomes an empty cell. */
export interface NewTask {
  readonly taskId?: string;
  readonly taskName?: string;
  /** `mandatory`, `optional`, or a letter. */
  readonly mo?: string;
  /** Neutral ids such as `fasttrack-manager`, or words of any language; the page gets its own. */
  readonly roles?: readonly string[];
  readonly services?: readonly string[];
}

export type TaskColumnName = 'task-id' | 'task-name' | 'mo' | 'role' | 'services';

/** What the cell of one column of a task row is to say. */
export interface NewCellText {
  readonly column: TaskColumnName;
  /**
   * The text as an author types it; pipes are escaped on the way into the table. Several texts for roles and services: each
   * a neutral id, or a word of any language; the page gets its own.
   */
  readonly text: string | readonly string[];
}

/** What is left out is as in the step before. */
export interface NewStep {
  readonly title?: string;
  /** Neutral ids, or words of any language. */
  readonly roles?: readonly string[];
  readonly motions?: readonly string[];
  readonly services?: readonly string[];
}

export interface NewRefreshRow {
  /** `YYYY-MM-DD`; today when left out. */
  readonly date?: string;
  readonly author?: string;
  readonly text?: string;
  readonly notes?: string;
}

/** The clipboard, in the forms that it has. */
export interface CopiedRows {
  readonly text?: string;
  readonly html?: string;
  /** Refuses where the caret is in no task table. Left out: other tables get rows too, and a step without one gets one. */
  readonly onlyInTaskTable?: boolean;
}

export type EditAnswer = PlannedEdits | RefusedEdit;

export interface PlannedEdits {
  /** As LSP has them: all against the text of that version. None: all is as it is to be. */
  readonly edits: readonly PlannedTextEdit[];
  /** In the text after the edits. Without one the caret stays where the edits leave it. */
  readonly selection?: TextRange;
  /** What the author has to know of it: columns that were left out. */
  readonly note?: string;
}

export interface PlannedTextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Why nothing changes, to be shown to the author. */
export interface RefusedEdit {
  readonly refused: string;
}

/** Request: what all safe fixes would change, in every playbook of the workspace. Tells how far it is, as {@link checkWorkspaceMethod} does. */
export const fixWorkspaceMethod = 'playbook/fixWorkspace';

export interface FixWorkspaceParams {
  /** Only what this rule found; every rule without one. */
  readonly ruleId?: string;
  readonly workDoneToken?: string | number;
}

/** Only pages that would change. `null`: there is no workspace, or it can not be read. */
export type FixWorkspaceResult = readonly FixedPage[] | null;

export interface FixedPage {
  readonly uri: string;
  /** Of the open document; `null` when it is not open. */
  readonly version: number | null;
  /** All against the text as it is. */
  readonly edits: readonly ReplacingEdit[];
  /** How many problems they solve. */
  readonly fixed: number;
}

export interface ReplacingEdit extends PlannedTextEdit {
  /** What stands there now: a page may change before somebody has agreed. */
  readonly oldText: string;
}
