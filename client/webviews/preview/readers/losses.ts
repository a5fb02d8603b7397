import type { RenderedRow, RenderedTable, RenderedTables, Rendering } from '../protocol/messages';

/** GitHub and the VS Code preview, or the published site. */
export type Reader = 'gfm' | 'docfx';
export const READERS: readonly Reader[] = ['gfm', 'docfx'];

export type WhichTables = 'task tables' | 'all tables';

/** What a reader doesn't see of some tables. */
export interface Losses {
  readonly tables: number;
  /** Tables with text that isn't displayed. */
  readonly losing: number;
  /** Tables that are displayed as text. */
  readonly notTables: number;
  /** Rows with too few cells. */
  readonly shortRows: number;
}

/** A place where a reader doesn't see something: the first such row of a table, or the whole table. */
export interface Stop {
  /** The index in `RenderedTables.tables`. */
  readonly table: number;
  readonly reader: Reader;
  readonly kind: 'losing' | 'not-table';
  /** The index in the rows of the rendering. */
  readonly row: number;
}

/** Indices of the tables to check. Task tables by default. */
export function tablesToShow({ tables }: RenderedTables, which: WhichTables): number[] {
  return [...tables.keys()].filter((index) => which === 'all tables' || tables[index]?.isTaskTable);
}

export function lossesOf(rendered: RenderedTables, shown: readonly number[], reader: Reader): Losses {
  const stops = stopsOf(rendered, shown, [reader]);
  const losing = stops.filter(({ kind }) => kind === 'losing').length;
  const shortRows = shown.reduce((sum, table) => sum + shortRowsOf(rendered.tables[table]?.[reader]), 0);
  return { tables: shown.length, losing, notTables: stops.length - losing, shortRows };
}

/** In source order; within a table, in the order of the readers. */
export function stopsOf({ tables }: RenderedTables, shown: readonly number[], readers: readonly Reader[]): Stop[] {
  return shown.flatMap((table) => readers.flatMap((reader) => stopIn(tables[table], table, reader)));
}

/** Indices of the rows that lose text, without the header. */
export function losingRows({ rows }: Rendering): number[] {
  return [...rows.keys()].filter((index) => losesText(rows[index]));
}

/** The number of rows whose texts may be in the wrong columns, because they have too few cells. */
export function shortRowsOf(rendering: Rendering | undefined): number {
  return rendering?.rows.filter(({ isShort }) => isShort).length ?? 0;
}

function stopIn(table: RenderedTable | undefined, index: number, reader: Reader): Stop[] {
  if (table === undefined) return [];
  const { isTable, rows } = table[reader];
  if (!isTable) return [{ table: index, reader, kind: 'not-table', row: 0 }];
  const row = rows.findIndex(losesText);
  return row === -1 ? [] : [{ table: index, reader, kind: 'losing', row }];
}

function losesText(row: RenderedRow | undefined): boolean {
  return row !== undefined && row.lost.length > 0;
}
