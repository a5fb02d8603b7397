/**
 * The messages that our own client and server exchange on top of LSP: names and types, nothing that runs.
 * The only folder of the server that the client may import. It imports nothing.
 *
 * Another LSP client may leave all of this out: the server then reads files by itself and sends no state.
 */

//#region Client to server, once

/** What our client sends as `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers {@link readFileMethod} and {@link listFilesMethod}, so the server needs no file system of its own. */
  readonly readFile?: boolean;
}

//#endregion

//#region Client to server

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
  /** Infos and hints. */
  readonly notes: number;
}

//#endregion

//#region Reports about the whole workspace

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
  /** What changes; in the text that the editor has, where the page is open. */
  readonly range: TextRange;
  /** What stands there, and what takes its place. */
  readonly oldText: string;
  readonly newText: string;
  /** Of the open document; `null` when it is not open. */
  readonly version: number | null;
}

/** Lines and characters count from 0. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface MetadataEditProblem {
  /** As the spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly file?: string;
  readonly message: string;
}

/** Request: the place of a playbook in the other languages that the page is there in. */
export const counterpartsMethod = 'playbook/counterparts';

export interface CounterpartsParams {
  readonly uri: string;
  readonly position: PlaybookPosition;
}

/** One for each other language: the row of the same task, the heading of the same section, or the top of the page. */
export type CounterpartsResult = readonly CounterpartPlace[];

export interface CounterpartPlace {
  /** `de`. */
  readonly language: string;
  /** In English: `German`. */
  readonly languageName: string;
  readonly uri: string;
  readonly range: { readonly start: PlaybookPosition; readonly end: PlaybookPosition };
}

/** Request: the text of the cell behind or before a place in a table. */
export const nextCellMethod = 'playbook/nextCell';

export interface NextCellParams {
  readonly uri: string;
  readonly position: PlaybookPosition;
  readonly direction: 'next' | 'previous';
}

/** `null`: no table is there, or it ends there. */
export type NextCellResult = { readonly start: PlaybookPosition; readonly end: PlaybookPosition } | null;

/** A position as LSP has it. */
export interface PlaybookPosition {
  readonly line: number;
  readonly character: number;
}

//#endregion

//#region Edits that an author asks for

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
  | { readonly command: 'sortTasks' | 'moveRowUp' | 'moveRowDown' | 'deleteRow' | 'toggleMandatory' | 'escapePipe' | 'updateDate' }
  | { readonly command: 'insertRow' | 'insertTable'; readonly args?: NewTask }
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

//#endregion

//#region What guided input offers

/** Request: the words that a page can be written with. */
export const vocabularyMethod = 'playbook/vocabulary';

export interface VocabularyParams {
  /** Of a page, for the words that hold there. */
  readonly uri: string;
  /** `de`; the language of the page when left out. */
  readonly language?: string;
}

export interface OfferedVocabulary {
  readonly language: string;
  readonly languages: readonly OfferedTerm[];
  readonly roles: readonly OfferedTerm[];
  readonly services: readonly OfferedTerm[];
  readonly phases: readonly OfferedTerm[];
  readonly motions: readonly OfferedTerm[];
  readonly letters: { readonly mandatory: string; readonly optional: string };
  readonly taskId: {
    /** A regular expression. */
    readonly pattern: string;
    /** As a person would say it: `three or four digits`. */
    readonly description: string;
  };
}

export interface OfferedTerm {
  /** The same in every language: `fasttrack-manager`. */
  readonly id: string;
  /** In the language that was asked for. */
  readonly label: string;
}

/** Request: the tasks that other pages have, those first that a page is most likely to need. */
export const knownTasksMethod = 'playbook/knownTasks';

export interface KnownTasksParams {
  readonly uri: string;
}

export interface KnownTasksResult {
  readonly tasks: readonly OfferedTask[];
  /** The IDs that the page itself has in its tables. */
  readonly onPage: readonly string[];
}

export interface OfferedTask {
  readonly id: string;
  readonly name?: string;
  readonly mo?: 'mandatory' | 'optional';
  /** Neutral ids; words as they are where nobody knows them. */
  readonly roles: readonly string[];
  readonly services: readonly string[];
}

/** Request: what happened to the tasks of a page, as a line of its refresh log. */
export const refreshDraftMethod = 'playbook/refreshDraft';

export interface RefreshDraftParams {
  readonly uri: string;
  /** The text that the page had before. */
  readonly before: string;
}

export interface RefreshDraftResult {
  /** In the language of the page; empty when nothing happened. */
  readonly text: string;
}

/** Request: the text of a new page. */
export const newPageMethod = 'playbook/newPage';

export type NewPageKind = 'process' | 'approach' | 'page';

export interface NewPageParams {
  readonly kind: NewPageKind;
  /** `de`. */
  readonly language: string;
  readonly title: string;
  readonly audience: string;
  /** A neutral id such as `assess`; the first phase when left out. */
  readonly phase?: string;
  /** A mail alias. */
  readonly owner?: string;
  /** A person's name. */
  readonly author?: string;
}

export interface NewPageResult {
  readonly text: string;
}

//#endregion

//#region Fixes in many pages

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

//#endregion

//#region Which configuration holds

/** Request: what holds for one page, and which file says so. */
export const configurationMethod = 'playbook/configuration';

export interface ConfigurationParams {
  readonly uri: string;
}

export interface ConfigurationResult {
  /** The configuration files that were read, by URI; a later one counts more. */
  readonly sources: readonly string[];
  /** The path that their patterns are compared with. */
  readonly path: string;
  /** `ignored`: never checked. `included`: a playbook whatever it holds. */
  readonly page: 'ignored' | 'included' | 'as-it-is';
  readonly rules: readonly ConfiguredRule[];
}

export interface ConfiguredRule {
  readonly id: string;
  readonly severity: string;
  /** What the rule goes by, as JSON; absent for a rule that has nothing to set. */
  readonly options?: unknown;
  /** URIs of the files that say something of the rule; none: it is as it comes. */
  readonly sources: readonly string[];
}

//#endregion

//#region Server to client

/** Request: the text of one file of the workspace, as it is on disk or behind a virtual file system. */
export const readFileMethod = 'playbook/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

export interface ReadFileResult {
  /** `null`: the file is not there, can not be read, or lies outside the workspace. */
  readonly text: string | null;
}

/** Request: all files in a folder at any depth, without those in `.git` and `node_modules`. */
export const listFilesMethod = 'playbook/listFiles';

export interface ListFilesParams {
  /** A workspace folder, or a folder in one. */
  readonly folder: string;
  /** How many are too many. */
  readonly limit: number;
}

export interface ListFilesResult {
  /** `null`: the folder can not be listed, lies outside the workspace, or holds more than `limit` files. */
  readonly uris: readonly string[] | null;
}

/** Notification, after each check of a document: whether it is ours at all. */
export const playbookStateMethod = 'playbook/state';

export interface PlaybookState {
  readonly uri: string;
  readonly isPlaybook: boolean;
}

/** Notification: what the server as a whole is doing. */
export const serverStateMethod = 'playbook/serverState';

export interface ServerState {
  readonly busy: boolean;
  /** What it is busy with, for people: `Reading playbooks`. */
  readonly message?: string;
}

//#endregion
