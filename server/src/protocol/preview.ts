import type { TaskColumnName } from './edits.js';
import type { OfferedTerm } from './guided-input.js';
import type { NotCheckedReason } from './host.js';

/** Request: the tasks of an open page, as the task preview shows them. */
export const taskPreviewMethod = 'playbook/taskPreview';

export interface TaskPreviewParams {
  readonly uri: string;
}

/** `null`: the document is not open. */
export type TaskPreviewResult = TaskPreview | { readonly notChecked: NotCheckedReason } | null;

/** Request: the tasks of every playbook of the workspace. Tells how far it is, as {@link checkWorkspaceMethod} does, and can be cancelled. */
export const workspaceTasksMethod = 'playbook/workspaceTasks';

export interface WorkspaceTasksParams {
  readonly workDoneToken?: string | number;
}

/** `null`: there is no workspace, or it can not be read. */
export type WorkspaceTasksResult = TaskPreview | null;

export interface TaskPreview {
  /** Of the document; `null` for the whole workspace. */
  readonly version: number | null;
  /** Whether the problems of the rows are known. A preview runs no rule: it has those of the last check of the page. */
  readonly hasAllProblems: boolean;
  readonly pages: readonly PreviewPage[];
  /** Every task table, with rows or without, in source order. */
  readonly tables: readonly PreviewTable[];
  /** The body rows of all of them, in source order. */
  readonly rows: readonly PreviewRow[];
  readonly words: PreviewWords;
}

export interface PreviewPage {
  readonly uri: string;
  /** For people: relative to the workspace folder, or the name of a document that has no folder. */
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
  /** Index in `pages`. */
  readonly page: number;
  /** Counted from 0: of the header, or of the first row where there is none. */
  readonly line: number;
  /** The heading of level 2 around the table, as a reader sees it; empty without one. */
  readonly section: string;
  /** The nearest heading above that is no heading for tasks, where it is not the section; empty without one. */
  readonly step: string;
  /** What the label lines of the step say; empty without them, and for the whole workspace. */
  readonly primaryRole: string;
  readonly appliesTo: string;
  /** The columns that the table has. */
  readonly columns: readonly TaskColumnName[];
  /** The letters of the table. */
  readonly letters: { readonly mandatory: string; readonly optional: string };
}

/** A line of a task table. Places in it are UTF-16 offsets from its start, or what else was agreed on. */
export interface PreviewRow {
  /** Index in `tables`. */
  readonly table: number;
  /** Counted from 0. */
  readonly line: number;
  /** What the letter means in this table. */
  readonly obligation: 'mandatory' | 'optional' | null;
  /** `null` where the row has no such cell, or where nobody knows which it is. */
  readonly id: PreviewCell | null;
  readonly name: PreviewCell | null;
  readonly mo: PreviewCell | null;
  readonly role: PreviewTerms | null;
  readonly services: PreviewTerms | null;
  /** The line as written, of a row whose cells do not stand under their headers; else `null`. */
  readonly broken: string | null;
  /** What the rules say of the row. Empty for the whole workspace: there the client knows what VS Code shows. */
  readonly problems: readonly PreviewProblem[];
}

export interface PreviewCell {
  /** Of the trimmed cell. */
  readonly start: number;
  readonly end: number;
  /** As the author wrote it, but for escaped pipes: what an author edits. */
  readonly source: string;
  /** As a reader sees it, in pieces; left out where that is the source. */
  readonly parts?: readonly PreviewPart[];
}

export interface PreviewPart {
  readonly text: string;
  /** Where a link leads: `http:`, `https:` or `mailto:`, or a path relative to the page. Nothing else is a link. */
  readonly href?: string;
}

export interface PreviewTerms extends PreviewCell {
  readonly terms: readonly PreviewTerm[];
}

export interface PreviewTerm {
  /** As written. */
  readonly text: string;
  /** Neutral; `null` for a word that nobody knows. */
  readonly id: string | null;
}

export interface PreviewProblem {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly ruleId: string;
  readonly message: string;
  /** The column it lies in; `null` for the row as a whole. */
  readonly column: TaskColumnName | null;
}

/** The words to choose from, in the language of the page; English for the whole workspace. */
export interface PreviewWords {
  readonly roles: readonly OfferedTerm[];
  readonly services: readonly OfferedTerm[];
  readonly phases: readonly OfferedTerm[];
  /** A regular expression, and what it asks for as a person would say it. */
  readonly taskId: { readonly pattern: string; readonly description: string };
}

/** Request: what each reader would see of the tables of an open page. */
export const renderedTablesMethod = 'playbook/renderedTables';

export interface RenderedTablesParams {
  readonly uri: string;
}

/** `null`: the document is not open, or is no playbook. */
export type RenderedTablesResult = RenderedTables | null;

export interface RenderedTables {
  readonly version: number;
  /** Every table of the page, in source order. */
  readonly tables: readonly RenderedTable[];
}

export interface RenderedTable {
  /** The nearest heading above; empty without one. */
  readonly heading: string;
  /** Counted from 0. */
  readonly line: number;
  readonly isTaskTable: boolean;
  /** GitHub, and the preview of VS Code. */
  readonly gfm: Rendering;
  /** The published site. */
  readonly docfx: Rendering;
}

export interface Rendering {
  /** `false`: the lines run together as text. */
  readonly isTable: boolean;
  /** Why it is no table, as a person would say it; else `null`. */
  readonly reason: string | null;
  /** The header cells that a reader sees. Empty for text. */
  readonly header: readonly string[];
  readonly rows: readonly RenderedRow[];
}

export interface RenderedRow {
  /** Counted from 0. */
  readonly line: number;
  /** As a reader sees them, one for each header cell; the line as it runs on in the text where it is no table. */
  readonly cells: readonly string[];
  /** What stands in the row and is not shown. */
  readonly lost: readonly string[];
}

/** Request: the tasks of an open page in every language that the page is there in. */
export const taskVersionsMethod = 'playbook/taskVersions';

export interface TaskVersionsParams {
  readonly uri: string;
}

/** `null`: the document is not open, is no playbook, or there is no workspace to look in. */
export type TaskVersionsResult = TaskVersions | null;

export interface TaskVersions {
  /** English first, then by name; the page itself is among them. */
  readonly pages: readonly VersionPage[];
  /** In the order of the first page; then what only others have. */
  readonly tasks: readonly VersionedTask[];
}

export interface VersionPage extends PreviewPage {
  /** Whether it is the page that was asked about. */
  readonly isOwn: boolean;
}

export interface VersionedTask {
  readonly id: string;
  /** One for each page: `null` where it lacks the task. */
  readonly versions: readonly (TaskVersion | null)[];
}

export interface TaskVersion {
  /** Counted from 0. */
  readonly line: number;
  readonly name: string;
  readonly letter: string;
  readonly obligation: 'mandatory' | 'optional' | null;
  readonly role: string;
  readonly services: string;
  /** What says something else than the English page does; none on that page itself. */
  readonly differs: readonly ('mo' | 'role' | 'services')[];
}

/** Request: what the rules would say of a row after an edit of it, other pages included as far as they are known. */
export const tryEditMethod = 'playbook/tryEdit';

/** Takes what {@link editMethod} takes. */
export type TryEditResult = TriedEdit | { readonly refused: string };

export interface TriedEdit {
  /** Of the row that `range` lies in, after the edit. */
  readonly problems: readonly PreviewProblem[];
}
