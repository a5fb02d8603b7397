/** What the task preview and the extension tell each other. Nothing in here knows VS Code, so both sides may use it. */
import type {
  NotCheckedReason,
  PreviewProblem,
  RenderedTables,
  TaskColumnName,
  TaskPreview,
  TaskVersions,
} from '../../../../server/src/protocol';

export type {
  OfferedTerm,
  PreviewCell,
  PreviewPage,
  PreviewPart,
  PreviewProblem,
  PreviewRow,
  PreviewTable,
  PreviewTerm,
  PreviewTerms,
  PreviewWords,
  RenderedRow,
  RenderedTable,
  RenderedTables,
  Rendering,
  TaskColumnName,
  TaskPreview,
  TaskVersion,
  TaskVersions,
  VersionedTask,
  VersionPage,
} from '../../../../server/src/protocol';

/** Whose tasks: of the page that the panel follows, or of every playbook of the workspace. */
export type PreviewScope = 'page' | 'workspace';

/** What is shown of them: the grid, the tables as each reader sees them, or the tasks in all languages. Of a workspace only the grid. */
export type PreviewView = 'tasks' | 'readers' | 'languages';

/** To the panel. */
export type ToPreview =
  /** Something is on its way. What is shown stays. `done` of `total` pages have been read, where that is known. */
  | { readonly type: 'loading'; readonly done: number | null; readonly total: number | null }
  | TasksMessage
  | { readonly type: 'readers'; readonly rendered: RenderedTables }
  | { readonly type: 'languages'; readonly versions: TaskVersions }
  /** There is nothing to show. */
  | { readonly type: 'nothing'; readonly reason: NothingReason; readonly file: string }
  | { readonly type: 'failed'; readonly message: string }
  /** The panel follows the active editor, or stays with its page. */
  | { readonly type: 'locked'; readonly isLocked: boolean }
  /** The line, from 0, that the caret is in, in the editor of the page. */
  | { readonly type: 'caret'; readonly line: number }
  /** Takes the focus to the row of the line; `null`: to where it was. */
  | { readonly type: 'focus'; readonly line: number | null }
  /** The edit with that number was not made. */
  | { readonly type: 'refused'; readonly request: number }
  /** The answer to a `try` with the same number. */
  | {
      readonly type: 'tried';
      readonly request: number;
      readonly problems: readonly PreviewProblem[];
      readonly refused: string | null;
    }
  /** What became of an edit, an export or an import: to be read out. */
  | { readonly type: 'said'; readonly message: string; readonly isError: boolean };

export interface TasksMessage {
  readonly type: 'tasks';
  readonly scope: PreviewScope;
  readonly preview: TaskPreview;
  /** Whether the page can be edited: not a file that is read-only, and not a whole workspace. */
  readonly isEditable: boolean;
  /** Why nobody can change the page, and what helps; `null` for a page that can be changed, and for a workspace. */
  readonly readOnly: string | null;
  /** Whether the problems of every row are known: in a workspace, only of pages that VS Code shows problems of. */
  readonly hasAllProblems: boolean;
  /** Edits that the panel sent, and whose outcome is in `preview` for the first time. */
  readonly made: readonly MadeEdit[];
}

export interface MadeEdit {
  readonly request: number;
  /** The row that was changed, or that was added; `null` when it is not there any more. */
  readonly row: number | null;
}

/** A row of the preview that was sent with that version, or the row that the edit with that number adds. */
export type RowReference = { readonly version: number; readonly row: number } | { readonly added: number };

/**
 * `no-page`: no playbook has been in front yet. `no-playbook`, `ignored`, `switched-off`: the page is not checked. `gone`: the file was deleted.
 * `no-workspace`: there is no folder. `cancelled`: somebody stopped the reading.
 */
export type NothingReason = 'no-page' | NotCheckedReason | 'gone' | 'no-workspace' | 'cancelled';

/** From the panel. Rows go by their index in the preview that was sent, whose version is told; the panel names no files. */
export type FromPreview =
  | { readonly type: 'ready' | 'refresh' | 'cancel' | 'import' | 'check' }
  | { readonly type: 'insertTable' | 'undo' | 'redo' | 'save' }
  | { readonly type: 'show'; readonly scope: PreviewScope; readonly view: PreviewView }
  | { readonly type: 'lock'; readonly isLocked: boolean }
  /** Shows the row in an editor; the cell of the column where there is one. `takesFocus`: the author goes on there. */
  | {
      readonly type: 'reveal';
      readonly row: number;
      readonly column: TaskColumnName | null;
      readonly takesFocus: boolean;
    }
  /** Shows a line of a page of the `languages` view, by its index there, or of the page itself in the `readers` view. */
  | { readonly type: 'revealLine'; readonly page: number | null; readonly line: number }
  | { readonly type: 'openLink'; readonly row: number; readonly column: TaskColumnName; readonly part: number }
  /** The numbers of the requests of one page in a panel go up. */
  | ({ readonly type: 'edit'; readonly request: number; readonly edit: PreviewEdit } & RowReference)
  /** Asks what the rules would say of the edit. */
  | ({ readonly type: 'try'; readonly request: number; readonly edit: PreviewEdit } & RowReference)
  /** `rows`: those to take, in the order on the screen; `null`: all, in the order of the pages. */
  | {
      readonly type: 'export';
      readonly format: PreviewFormat;
      readonly target: 'file' | 'clipboard';
      readonly rows: readonly number[] | null;
    };

export type PreviewEdit =
  | { readonly command: 'setCell'; readonly column: TaskColumnName; readonly text: string | readonly string[] }
  | { readonly command: 'insertRow' | 'deleteRow' | 'moveRowUp' | 'moveRowDown' | 'toggleMandatory' };

/** `tsv`: as a spreadsheet takes it from the clipboard. */
export type PreviewFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'markdown';

/** What is kept of a panel while it is hidden, and when the window is loaded again. */
export interface SavedState {
  /** The page that the panel shows; empty before there was one. */
  readonly uri: string;
  readonly isLocked: boolean;
  readonly scope: PreviewScope;
  readonly view: PreviewView;
  /** What the panel keeps for itself: filters, order, groups. Only the panel reads it, and takes anything. */
  readonly look: unknown;
}

const SCOPES: readonly unknown[] = ['page', 'workspace'] satisfies readonly PreviewScope[];
const VIEWS: readonly unknown[] = ['tasks', 'readers', 'languages'] satisfies readonly PreviewView[];
const COLUMNS: readonly unknown[] = [
  'task-id',
  'task-name',
  'mo',
  'role',
  'services',
] satisfies readonly TaskColumnName[];
const FORMATS: readonly unknown[] = ['csv', 'tsv', 'xlsx', 'json', 'markdown'] satisfies readonly PreviewFormat[];
const ROW_COMMANDS: readonly unknown[] = ['insertRow', 'deleteRow', 'moveRowUp', 'moveRowDown', 'toggleMandatory'];
const PLAIN: readonly unknown[] = [
  'ready',
  'refresh',
  'cancel',
  'undo',
  'redo',
  'save',
  'insertTable',
  'import',
  'check',
];

/** Reads what an earlier version, or nobody, has stored. */
export function savedStateOf(stored: unknown): SavedState {
  const { uri, isLocked, scope, view, look } = isObject(stored) ? stored : {};
  return {
    uri: typeof uri === 'string' ? uri : '',
    isLocked: isLocked === true,
    scope: isScope(scope) ? scope : 'page',
    view: isView(view) ? view : 'tasks',
    look,
  };
}

/** `undefined` for what no panel of ours sends. */
export function fromPreview(message: unknown): FromPreview | undefined {
  if (!isObject(message)) return undefined;
  if (PLAIN.includes(message['type'])) return { type: message['type'] } as FromPreview;
  switch (message['type']) {
    case 'show':
      return isScope(message['scope']) && isView(message['view'])
        ? { type: 'show', scope: message['scope'], view: message['view'] }
        : undefined;
    case 'lock':
      return typeof message['isLocked'] === 'boolean' ? { type: 'lock', isLocked: message['isLocked'] } : undefined;
    case 'reveal':
      return revealOf(message);
    case 'revealLine': {
      const { page, line } = message;
      return (page === null || isIndex(page)) && isIndex(line) ? { type: 'revealLine', page, line } : undefined;
    }
    case 'openLink': {
      const { row, column, part } = message;
      return isIndex(row) && isColumn(column) && isIndex(part) ? { type: 'openLink', row, column, part } : undefined;
    }
    case 'edit': {
      const asked = askedOf(message);
      return asked && { type: 'edit', ...asked };
    }
    case 'try': {
      const asked = askedOf(message);
      return asked && { type: 'try', ...asked };
    }
    case 'export':
      return exportOf(message);
    default:
      return undefined;
  }
}

/** An edit of a row, to be made or to be tried. */
function askedOf(
  message: Record<string, unknown>,
): ({ readonly request: number; readonly edit: PreviewEdit } & RowReference) | undefined {
  const { request } = message;
  const [of, edit] = [referenceOf(message), editOf(message['edit'])];
  return isIndex(request) && of && edit ? { request, ...of, edit } : undefined;
}

function referenceOf({ version, row, added }: Record<string, unknown>): RowReference | undefined {
  if (isIndex(added)) return { added };
  return isIndex(version) && isIndex(row) ? { version, row } : undefined;
}

function revealOf({ row, column, takesFocus }: Record<string, unknown>): FromPreview | undefined {
  if (!isIndex(row) || typeof takesFocus !== 'boolean' || !(column === null || isColumn(column))) return undefined;
  return { type: 'reveal', row, column, takesFocus };
}

function exportOf({ format, target, rows }: Record<string, unknown>): FromPreview | undefined {
  if (!isFormat(format) || !(target === 'file' || target === 'clipboard')) return undefined;
  if (rows !== null && !(Array.isArray(rows) && rows.every(isIndex))) return undefined;
  return { type: 'export', format, target, rows };
}

function editOf(value: unknown): PreviewEdit | undefined {
  if (!isObject(value)) return undefined;
  const { command, column, text } = value;
  if (ROW_COMMANDS.includes(command)) return { command } as PreviewEdit;
  if (command !== 'setCell' || !isColumn(column)) return undefined;
  const isText = typeof text === 'string' || (Array.isArray(text) && text.every((one) => typeof one === 'string'));
  return isText ? { command, column, text: text as string | readonly string[] } : undefined;
}

function isScope(value: unknown): value is PreviewScope {
  return SCOPES.includes(value);
}

function isView(value: unknown): value is PreviewView {
  return VIEWS.includes(value);
}

function isColumn(value: unknown): value is TaskColumnName {
  return COLUMNS.includes(value);
}

function isFormat(value: unknown): value is PreviewFormat {
  return FORMATS.includes(value);
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
