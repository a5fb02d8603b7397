/**
 * The messages between the report panel and the extension. This file doesn't use VS Code, so both sides can import it.
 */
import type { Report, ReportFormat, ReportKind } from '../../../../server/src/protocol';

/** Messages to the panel. */
export type ToPanel =
  | { readonly type: 'reading' }
  | { readonly type: 'report'; readonly table: ReportTable }
  | { readonly type: 'failed'; readonly message: string };

/** Messages from the panel. */
export type FromPanel =
  | { readonly type: 'ready' | 'refresh' }
  | { readonly type: 'export'; readonly format: ReportFormat }
  /** Opens the page of the row. The row is the index in the report that was sent. */
  | { readonly type: 'open'; readonly row: number };

/**
 * The part of a report that the panel shows. The extension keeps the places: a panel refers to rows, never to files.
 */
export type ReportTable = Pick<Report, 'columns' | 'rows' | 'sortKeys'>;

/** The state of a panel that is kept while it is hidden and when the window is reloaded. */
export interface PanelState {
  readonly kind: ReportKind;
  readonly filter: string;
  readonly sorting: Sorting | null;
}

/** The column is stored by name, because the next report may have different columns. */
export interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** Parses stored state, which may be missing or from an earlier version. `undefined` if it doesn't name the report. */
export function panelStateOf(stored: unknown): PanelState | undefined {
  if (!isObject(stored) || !isReportKind(stored['kind'])) return undefined;
  const { kind, filter, sorting } = stored;
  return { kind, filter: typeof filter === 'string' ? filter : '', sorting: isSorting(sorting) ? sorting : null };
}

export function isReportKind(value: unknown): value is ReportKind {
  return value === 'tasks' || value === 'translations' || value === 'metadata';
}

/** `undefined` if the message isn't from one of our panels. */
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
