/**
 * The messages between the task preview and the extension. This file doesn't use VS Code, so both sides can import it.
 */
import type {
  NotCheckedReason,
  PreviewProblem,
  RenderedTables,
  RowOffer,
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
  PreviewTask,
  PreviewTerm,
  PreviewTerms,
  PreviewWords,
  RenderedRow,
  RenderedTable,
  RenderedTables,
  Rendering,
  RowOffer,
  TaskColumnName,
  TaskPreview,
  TaskVersion,
  TaskVersions,
  VersionedTask,
  VersionPage,
} from '../../../../server/src/protocol';

/** Whose tasks are shown: those of the page that the panel follows, or of all playbooks in the workspace. */
export type PreviewScope = 'page' | 'workspace';

/**
 * The view: the grid, the tables as each reader sees them, or the tasks in all languages. For a workspace, only the
 * grid.
 */
export type PreviewView = 'tasks' | 'readers' | 'languages';

/** Messages to the panel. */
export type ToPreview =
  /** Something is being read. The panel keeps what it shows. `done` of `total` pages have been read, if known. */
  | { readonly type: 'loading'; readonly done: number | null; readonly total: number | null }
  | TasksMessage
  | { readonly type: 'readers'; readonly rendered: RenderedTables }
  | { readonly type: 'languages'; readonly versions: TaskVersions }
  /** There is nothing to show. */
  | { readonly type: 'nothing'; readonly reason: NothingReason; readonly file: string }
  | { readonly type: 'failed'; readonly message: string }
  /** The panel follows the active editor, or is locked to its page. */
  | { readonly type: 'locked'; readonly isLocked: boolean }
  /** The line of the caret in the editor of the page, starting at 0. */
  | { readonly type: 'caret'; readonly line: number }
  /** Moves the focus to the row of the line; `null`: to where it was. */
  | { readonly type: 'focus'; readonly line: number | null }
  /** The edit with that number failed. */
  | { readonly type: 'refused'; readonly request: number }
  /** The answer to a `try` with the same number. */
  | {
      readonly type: 'tried';
      readonly request: number;
      readonly problems: readonly PreviewProblem[];
      readonly refused: string | null;
    }
  /** The answer to an `offer` with the same number. */
  | { readonly type: 'offered'; readonly request: number; readonly tasks: readonly RowOffer[] }
  /** The result of an edit, an export or an import, for screen readers. */
  | { readonly type: 'said'; readonly message: string; readonly isError: boolean };

export interface TasksMessage {
  readonly type: 'tasks';
  readonly scope: PreviewScope;
  readonly preview: TaskPreview;
  /** Whether the page can be edited: it isn't a read-only file or a whole workspace. */
  readonly isEditable: boolean;
  /** Why the page is read-only, and what to do; `null` for an editable page and for a workspace. */
  readonly readOnly: string | null;
  /** Whether the problems of all rows are known. In a workspace, only checked pages have problems. */
  readonly hasAllProblems: boolean;
  /** Edits from the panel whose result is in `preview` for the first time. */
  readonly made: readonly MadeEdit[];
}

export interface MadeEdit {
  readonly request: number;
  /** The row that was changed or added; `null` if it no longer exists. */
  readonly row: number | null;
}

/** A row of the preview with that version, or the row that the edit with that number adds. */
export type RowReference = { readonly version: number; readonly row: number } | { readonly added: number };

/**
 * `no-page`: no playbook was active yet. `no-playbook`, `ignored`, `switched-off`: the page isn't checked. `gone`: the
 * file was deleted. `no-workspace`: no folder is open. `cancelled`: somebody canceled the reading.
 */
export type NothingReason = 'no-page' | NotCheckedReason | 'no-workspace' | 'cancelled';

/** Messages from the panel. They refer to rows by index in a version of the preview, and never name files. */
export type FromPreview =
  | { readonly type: 'ready' | 'refresh' | 'cancel' | 'import' | 'check' }
  | { readonly type: 'insertTable' | 'undo' | 'redo' | 'save' }
  | { readonly type: 'show'; readonly scope: PreviewScope; readonly view: PreviewView }
  | { readonly type: 'lock'; readonly isLocked: boolean }
  /**
   * Shows the row in an editor, or the cell of the column if the row has it. `takesFocus`: moves the focus to the
   * editor.
   */
  | {
      readonly type: 'reveal';
      readonly row: number;
      readonly column: TaskColumnName | null;
      readonly takesFocus: boolean;
    }
  /**
   * Shows a line of a page of the `languages` view, by its index there, or of the page itself in the `readers` view.
   */
  | { readonly type: 'revealLine'; readonly page: number | null; readonly line: number }
  | { readonly type: 'openLink'; readonly row: number; readonly column: TaskColumnName; readonly part: number }
  /** Request numbers of a page in a panel always increase. */
  | ({ readonly type: 'edit'; readonly request: number; readonly edit: PreviewEdit } & RowReference)
  /** Asks for the problems that the edit would cause. */
  | ({ readonly type: 'try'; readonly request: number; readonly edit: PreviewEdit } & RowReference)
  /** Asks for the known tasks that match the text typed into the ID cell of the row with `ownId`. */
  | { readonly type: 'offer'; readonly request: number; readonly typed: string; readonly ownId: string }
  /** `rows`: the rows to export, in displayed order; `null`: all rows, in page order. */
  | {
      readonly type: 'export';
      readonly format: PreviewFormat;
      readonly target: 'file' | 'clipboard';
      readonly rows: readonly number[] | null;
    };

export type PreviewEdit =
  | {
      readonly command: 'setCell';
      readonly column: TaskColumnName;
      readonly text: string | readonly string[];
      /** Also fills the empty cells of the row with what the known task with that ID has. */
      readonly fillsRow?: boolean;
    }
  | { readonly command: 'insertRow' | 'deleteRow' | 'moveRowUp' | 'moveRowDown' | 'toggleMandatory' };

/** `tsv`: the clipboard format of spreadsheets. */
export type PreviewFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'markdown';

/** The state of a panel that is kept while it is hidden and when the window is reloaded. */
export interface SavedState {
  /** The page that the panel shows; empty before the first page. */
  readonly uri: string;
  readonly isLocked: boolean;
  readonly scope: PreviewScope;
  readonly view: PreviewView;
  /** The panel's own state: filters, order, groups. Only the panel reads it, and it accepts any value. */
  readonly look: unknown;
}

const SCOPES: readonly unknown[] = ['page', 'workspace'] satisfies readonly PreviewScope[];
const VIEWS: readonly unknown[] = ['tasks', 'readers', 'languages'] satisfies readonly PreviewView[];
const TASK_COLUMNS: readonly unknown[] = [
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

/** Parses stored state, which may be missing or from an earlier version. */
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

/** `undefined` if the message isn't from one of our panels. */
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
      return isIndex(row) && isTaskColumn(column) && isIndex(part)
        ? { type: 'openLink', row, column, part }
        : undefined;
    }
    case 'edit': {
      const asked = askedOf(message);
      return asked && { type: 'edit', ...asked };
    }
    case 'try': {
      const asked = askedOf(message);
      return asked && { type: 'try', ...asked };
    }
    case 'offer': {
      const { request, typed, ownId } = message;
      return isIndex(request) && typeof typed === 'string' && typeof ownId === 'string'
        ? { type: 'offer', request, typed, ownId }
        : undefined;
    }
    case 'export':
      return exportOf(message);
    default:
      return undefined;
  }
}

/** An edit of a row, to be made or tried. */
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
  if (!isIndex(row) || typeof takesFocus !== 'boolean' || !(column === null || isTaskColumn(column))) return undefined;
  return { type: 'reveal', row, column, takesFocus };
}

function exportOf({ format, target, rows }: Record<string, unknown>): FromPreview | undefined {
  if (!isFormat(format) || !(target === 'file' || target === 'clipboard')) return undefined;
  if (rows !== null && !(Array.isArray(rows) && rows.every(isIndex))) return undefined;
  return { type: 'export', format, target, rows };
}

function editOf(value: unknown): PreviewEdit | undefined {
  if (!isObject(value)) return undefined;
  const { command, column, text, fillsRow } = value;
  if (ROW_COMMANDS.includes(command)) return { command } as PreviewEdit;
  if (command !== 'setCell' || !isTaskColumn(column)) return undefined;
  const isText = typeof text === 'string' || (Array.isArray(text) && text.every((one) => typeof one === 'string'));
  return isText
    ? { command, column, text: text as string | readonly string[], ...(fillsRow === true && { fillsRow }) }
    : undefined;
}

function isScope(value: unknown): value is PreviewScope {
  return SCOPES.includes(value);
}

function isView(value: unknown): value is PreviewView {
  return VIEWS.includes(value);
}

export function isTaskColumn(value: unknown): value is TaskColumnName {
  return TASK_COLUMNS.includes(value);
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
