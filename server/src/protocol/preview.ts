import type { TaskColumnName } from './edits.js';
import type { OfferedTerm } from './guided-input.js';
import type { NotCheckedReason } from './host.js';

/** Request: the tasks of an open page for the task preview. */
export const taskPreviewMethod = 'playbook/taskPreview';

export interface TaskPreviewParams {
  readonly uri: string;
}

/** `null`: the document isn't open. */
export type TaskPreviewResult = TaskPreview | { readonly notChecked: NotCheckedReason } | null;

/**
 * Request: the tasks of all playbooks in the workspace. Reports its progress like {@link checkWorkspaceMethod}, and can
 * be canceled.
 */
export const workspaceTasksMethod = 'playbook/workspaceTasks';

export interface WorkspaceTasksParams {
  readonly workDoneToken?: string | number;
}

/** `null`: there is no workspace, or it can't be read. */
export type WorkspaceTasksResult = TaskPreview | null;

export interface TaskPreview {
  /** The version of the document; `null` for the whole workspace. */
  readonly version: number | null;
  /** Whether the problems of the rows are known. A preview runs no rule: it has those of the last check of the page. */
  readonly hasAllProblems: boolean;
  readonly pages: readonly PreviewPage[];
  /** All task tables, with or without rows, in source order. */
  readonly tables: readonly PreviewTable[];
  /** The body rows of all tables, in source order. */
  readonly rows: readonly PreviewRow[];
  /** What the workspace knows about the tasks, each task once; `null` until the workspace has been read. */
  readonly tasks: readonly PreviewTask[] | null;
  readonly words: PreviewWords;
}

/**
 * Request: waits until the workspace has been read. The result is `false` if there is no workspace, or it can't be
 * read.
 */
export const workspaceReadMethod = 'playbook/workspaceRead';

/** What the workspace knows about a task. Columns can show it. */
export interface PreviewTask {
  /** The languages of the pages with the task, in English: `German`. */
  readonly languageNames: readonly string[];
}

export interface PreviewPage {
  readonly uri: string;
  /** The displayed path: relative to the workspace folder, or the name of a document outside a folder. */
  readonly file: string;
  readonly title: string;
  /** `de`. */
  readonly language: string;
  /** In English: `German`. */
  readonly languageName: string;
  /** Neutral ids. */
  readonly phases: readonly string[];
  /** The values of `ft.audience`. */
  readonly audience: readonly string[];
}

export interface PreviewTable {
  /** The index in `pages`. */
  readonly page: number;
  /** Starts at 0: the line of the header, or of the first row if there is no header. */
  readonly line: number;
  /** The level 2 heading of the table's section, as displayed; empty if there is none. */
  readonly section: string;
  /** The nearest heading above that isn't a heading for tasks or the section; empty if there is none. */
  readonly step: string;
  /** The values of the step's label lines; empty if there are none, and for the whole workspace. */
  readonly primaryRole: string;
  readonly appliesTo: string;
  /** The columns of the table. */
  readonly columns: readonly TaskColumnName[];
  /** The letters of the table. */
  readonly letters: { readonly mandatory: string; readonly optional: string };
}

/** A row of a task table. Positions in it are offsets from its start, in UTF-16 code units or the agreed encoding. */
export interface PreviewRow {
  /** The index in `tables`. */
  readonly table: number;
  /** The index in `tasks`; `null` if the row has no ID, or no page of the workspace is known to have the task. */
  readonly task: number | null;
  /** Starts at 0. */
  readonly line: number;
  /** The meaning of the letter in this table. */
  readonly obligation: 'mandatory' | 'optional' | null;
  /** `null` if the row doesn't have the cell, or it is unclear which cell it is. */
  readonly id: PreviewCell | null;
  readonly name: PreviewCell | null;
  readonly mo: PreviewCell | null;
  readonly role: PreviewTerms | null;
  readonly services: PreviewTerms | null;
  /** The line as written, if its cells aren't under their headers; otherwise `null`. */
  readonly broken: string | null;
  /** The problems of the row. Empty for the whole workspace, where the client knows which problems VS Code shows. */
  readonly problems: readonly PreviewProblem[];
}

export interface PreviewCell {
  /** The position of the trimmed cell. */
  readonly start: number;
  readonly end: number;
  /** The source text, without escapes for pipes: the text that the author edits. */
  readonly source: string;
  /** The displayed text, in pieces; omitted if it is the same as the source. */
  readonly parts?: readonly PreviewPart[];
}

export interface PreviewPart {
  readonly text: string;
  /**
   * The target of a link: `http:`, `https:` or `mailto:`, or a path relative to the page. Other targets aren't links.
   */
  readonly href?: string;
}

export interface PreviewTerms extends PreviewCell {
  readonly terms: readonly PreviewTerm[];
}

export interface PreviewTerm {
  /** As written. */
  readonly text: string;
  /** A neutral id; `null` for an unknown word. */
  readonly id: string | null;
}

export interface PreviewProblem {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly ruleId: string;
  readonly message: string;
  /** The column of the problem; `null` for the row as a whole. */
  readonly column: TaskColumnName | null;
}

/** The words to choose from, in the language of the page; in English for the whole workspace. */
export interface PreviewWords {
  readonly roles: readonly OfferedTerm[];
  readonly services: readonly OfferedTerm[];
  readonly phases: readonly OfferedTerm[];
  /** A regular expression, and its description in words. */
  readonly taskId: { readonly pattern: string; readonly description: string };
}

/** Request: the tables of an open page as each reader sees them. */
export const renderedTablesMethod = 'playbook/renderedTables';

export interface RenderedTablesParams {
  readonly uri: string;
}

/** `null`: the document isn't open, or isn't a playbook. */
export type RenderedTablesResult = RenderedTables | null;

export interface RenderedTables {
  readonly version: number;
  /** All tables of the page, in source order. */
  readonly tables: readonly RenderedTable[];
}

export interface RenderedTable {
  /** The nearest heading above; empty if there is none. */
  readonly heading: string;
  /** Starts at 0. */
  readonly line: number;
  readonly isTaskTable: boolean;
  /** GitHub, and the VS Code preview. */
  readonly gfm: Rendering;
  /** The published site. */
  readonly docfx: Rendering;
}

export interface Rendering {
  /** `false`: the lines are displayed as text. */
  readonly isTable: boolean;
  /** Why it isn't displayed as a table, in words; otherwise `null`. */
  readonly reason: string | null;
  /** The displayed header cells. Empty for text. */
  readonly header: readonly string[];
  readonly rows: readonly RenderedRow[];
}

export interface RenderedRow {
  /** Starts at 0. */
  readonly line: number;
  /** The displayed cells, one for each header cell. If it isn't displayed as a table, the line as text. */
  readonly cells: readonly string[];
  /** The text of the row that isn't displayed. */
  readonly lost: readonly string[];
  /** The row has fewer cells than the header, so its texts may be in the wrong columns. */
  readonly isShort?: boolean;
}

/** Request: the tasks of an open page in all its languages. */
export const taskVersionsMethod = 'playbook/taskVersions';

export interface TaskVersionsParams {
  readonly uri: string;
}

/** `null`: the document isn't open or isn't a playbook, or there is no workspace. */
export type TaskVersionsResult = TaskVersions | null;

export interface TaskVersions {
  /** English first, then sorted by name; includes the page itself. */
  readonly pages: readonly VersionPage[];
  /** In the order of the first page, followed by tasks that only other pages have. */
  readonly tasks: readonly VersionedTask[];
}

export interface VersionPage extends PreviewPage {
  /** Whether it is the requested page. */
  readonly isOwn: boolean;
}

export interface VersionedTask {
  readonly id: string;
  /** One for each page: `null` if it doesn't have the task. */
  readonly versions: readonly (TaskVersion | null)[];
}

export interface TaskVersion {
  /** Starts at 0. */
  readonly line: number;
  /** The cells of the row can't be told apart, so only its ID is known, and sometimes its name. */
  readonly isBroken: boolean;
  readonly name: string;
  readonly letter: string;
  readonly obligation: 'mandatory' | 'optional' | null;
  readonly role: string;
  readonly services: string;
  /** The fields that differ from the English page; empty for that page itself. */
  readonly differs: readonly ('mo' | 'role' | 'services')[];
}

/** Request: the problems that an edit of a row would cause, including other pages as far as they are known. */
export const tryEditMethod = 'playbook/tryEdit';

/** Takes the same parameters as {@link editMethod}. */
export type TryEditResult = TriedEdit | { readonly refused: string };

export interface TriedEdit {
  /** The problems of the row at `range` after the edit. */
  readonly problems: readonly PreviewProblem[];
}

/** Request: the known tasks for the ID cell of a row, those that the page is most likely to need first. */
export const rowOffersMethod = 'playbook/rowOffers';

export interface RowOffersParams {
  readonly uri: string;
  /** What the author has typed so far: a part of an ID or of a name. */
  readonly typed: string;
  /** The current ID of the row; empty if it has none. */
  readonly ownId: string;
}

/** Not all if there are many: more typing finds the rest. */
export type RowOffersResult = readonly RowOffer[];

export interface RowOffer {
  readonly id: string;
  /** In the language of the page if possible; empty if it is unknown. */
  readonly name: string;
}
