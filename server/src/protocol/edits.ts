import type { TextRange } from './text-places.js';

/**
 * Request: the edits that a command makes at a place in an open playbook. The server changes nothing; the client makes
 * the edits.
 */
export const editMethod = 'playbook/edit';

export type EditParams = EditPlace & EditCommand;

export interface EditPlace {
  readonly uri: string;
  /** The version of the document. Edits for an outdated version are rejected. */
  readonly version: number;
  /** The selection. If only the caret is there, both ends are the same. */
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
  /** All tables of the page, not only those in the range. */
  readonly all?: boolean;
}

/** Omitted fields become empty cells. */
export interface NewTask {
  readonly taskId?: string;
  readonly taskName?: string;
  /** `mandatory`, `optional`, or a letter. */
  readonly mo?: string;
  /**
   * Neutral ids such as `fasttrack-manager`, or words in any language. They are written in the language of the page.
   */
  readonly roles?: readonly string[];
  readonly services?: readonly string[];
}

export type TaskColumnName = 'task-id' | 'task-name' | 'mo' | 'role' | 'services';

/** The new content of a cell in a task row. */
export interface NewCellText {
  readonly column: TaskColumnName;
  /**
   * The text as typed. Pipes are escaped when it is written to the table. For roles and services, a list: each entry is
   * a neutral id, or a word in any language, and is written in the language of the page.
   */
  readonly text: string | readonly string[];
  /** The text is the ID of a known task. The empty cells of the row get what the task has on other pages. */
  readonly fillsRow?: boolean;
}

/** Omitted fields are copied from the previous step. */
export interface NewStep {
  readonly title?: string;
  /** Neutral ids, or words in any language. */
  readonly roles?: readonly string[];
  readonly motions?: readonly string[];
  readonly services?: readonly string[];
}

export interface NewRefreshRow {
  /** `YYYY-MM-DD`; today if omitted. */
  readonly date?: string;
  readonly author?: string;
  readonly text?: string;
  readonly notes?: string;
}

/** The clipboard, in its available formats. */
export interface CopiedRows {
  readonly text?: string;
  readonly html?: string;
  /**
   * Rejects if the caret isn't in a task table. If omitted, other tables get rows too, and a step without a table gets
   * one.
   */
  readonly onlyInTaskTable?: boolean;
}

export type EditAnswer = PlannedEdits | RefusedEdit;

export interface PlannedEdits {
  /** As in LSP, all for the text of that version. If empty, there is nothing to change. */
  readonly edits: readonly PlannedTextEdit[];
  /** In the text after the edits. If omitted, the caret stays where the edits leave it. */
  readonly selection?: TextRange;
  /** A message for the author, for example about skipped columns. */
  readonly note?: string;
}

export interface PlannedTextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Why nothing changes, as a message for the author. */
export interface RefusedEdit {
  readonly refused: string;
}

/**
 * Request: the changes that all safe fixes would make in all playbooks of the workspace. Reports its progress like
 * {@link checkWorkspaceMethod}.
 */
export const fixWorkspaceMethod = 'playbook/fixWorkspace';

export interface FixWorkspaceParams {
  /** Only problems of this rule; all rules if omitted. */
  readonly ruleId?: string;
  readonly workDoneToken?: string | number;
}

/** Only pages that would change. `null`: there is no workspace, or it can't be read. */
export type FixWorkspaceResult = readonly FixedPage[] | null;

export interface FixedPage {
  readonly uri: string;
  /** The version of the open document; `null` if it isn't open. */
  readonly version: number | null;
  /** All for the current text. */
  readonly edits: readonly ReplacingEdit[];
  /** How many problems they fix. */
  readonly fixed: number;
  /** The IDs of the rules that report these problems. */
  readonly rules: readonly string[];
}

export interface ReplacingEdit extends PlannedTextEdit {
  /** The current text, because the page can change before somebody accepts the changes. */
  readonly oldText: string;
}
