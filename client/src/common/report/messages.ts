/** What the panel of a report and the extension tell each other. Nothing in here knows VS Code, so both sides may use it. */
import type { Report, ReportFormat, ReportKind } from '../../../../server/src/protocol';

/** To the panel. */
export type ToPanel =
  | { readonly type: 'reading' }
  | { readonly type: 'report'; readonly table: ReportTable }
  | { readonly type: 'failed'; readonly message: string };

/** From the panel. */
export type FromPanel =
  | { readonly type: 'ready' | 'refresh' }
  | { readonly type: 'export'; readonly format: ReportFormat }
  /** Show what the row is about. The row is the index in the report as it was sent. */
  | { readonly type: 'open'; readonly row: number };

/** What the panel shows of a report. Where the rows lead stays with the extension: a panel names rows, never files. */
export type ReportTable = Pick<Report, 'columns' | 'rows' | 'sortKeys'>;

/** What the panel says, in the language of VS Code. `{0}` stands for a number. */
export interface PanelTexts {
  readonly title: string;
  readonly filter: string;
  readonly filterHint: string;
  readonly exportCsv: string;
  readonly exportXlsx: string;
  readonly refresh: string;
  readonly reading: string;
  readonly rows: string;
  readonly oneRow: string;
  readonly someRows: string;
  readonly noRows: string;
  readonly noneFound: string;
  readonly keys: string;
}

/** What is kept of a panel while it is hidden, and when the window is loaded again. */
export interface PanelState {
  readonly kind: ReportKind;
  readonly filter: string;
  readonly sorting: Sorting | null;
}

/** The column goes by its name: the next report may have others. */
export interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** Reads what an earlier version, or nobody, has stored. `undefined` where it does not even say which report. */
export function panelStateOf(stored: unknown): PanelState | undefined {
  if (!isObject(stored) || !isReportKind(stored['kind'])) return undefined;
  const { kind, filter, sorting } = stored;
  return { kind, filter: typeof filter === 'string' ? filter : '', sorting: isSorting(sorting) ? sorting : null };
}

export function isReportKind(value: unknown): value is ReportKind {
  return value === 'tasks' || value === 'translations' || value === 'metadata';
}

/** `undefined` for what no panel of ours sends. */
export function fromPanel(message: unknown): FromPanel | undefined {
  if (!isObject(message)) return undefined;
  const { type, format, row } = message;
  if (type === 'ready' || type === 'refresh') return { type };
  if (type === 'export' && (format === 'csv' || format === 'xlsx')) return { type, format };
  if (type === 'open' && typeof row === 'number') return { type, row };
  return undefined;
}

function isSorting(value: unknown): value is Sorting {
  return (
    isObject(value) &&
    typeof value['column'] === 'string' &&
    (value['direction'] === 'ascending' || value['direction'] === 'descending')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
