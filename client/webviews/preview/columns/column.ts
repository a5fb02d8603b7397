import type { Message } from '../../../../server/src/messages/index';
import type {
  OfferedTerm,
  PreviewCell,
  PreviewRow,
  PreviewTerms,
  PreviewWords,
  TaskColumnName,
  TaskPreview,
} from '../protocol/messages';
import type { PlacedRow } from './placed-row';

/** Everything that is specific to a column. The grid, the filters, the cell editor and the export read it here. */
export interface Column<Name extends string> {
  readonly id: Name;
  /** The header, and the name of the filter and of the cell editor. */
  readonly title: Message;
  /** Whether the column says something about these tasks. */
  readonly isShown: (preview: TaskPreview) => boolean;
  /** The text of a cell, which the column makes room for. */
  readonly text: (placed: PlacedRow) => string;
  readonly look: CellLook;
  readonly width: WidthLimits;
  /** Texts, or numbers, which come first. `null`: the column can't be sorted. */
  readonly sortKey: ((placed: PlacedRow) => string | number) | null;
  /** Whether the text filter searches the column. */
  readonly isSearched: boolean;
  readonly filter: ColumnFilter | null;
  readonly exported: ExportedColumn | null;
}

/** A column of task tables. The author edits its cells. */
export interface TaskColumn<Name extends TaskColumnName = TaskColumnName> extends Column<Name> {
  /** `null` if the row doesn't have the cell. */
  readonly cell: (row: PreviewRow) => PreviewCell | null;
  readonly editor: CellEditor;
}

/** How the cells are displayed. `source`: with the links of the page; `letter`: mandatory or optional. */
export type CellLook =
  | { readonly kind: 'text' | 'path' | 'source' | 'letter' | 'problems' | 'actions' }
  | { readonly kind: 'words'; readonly terms: WordsIn };

/** How the cells are edited. `task`: with the known tasks; `choice`: mandatory or optional. */
export type CellEditor =
  | { readonly kind: 'text' | 'task' | 'choice' }
  | {
      readonly kind: 'words';
      readonly terms: WordsIn;
      /** The suggested words. */
      readonly offered: (words: PreviewWords) => readonly OfferedTerm[];
    };

export type WordsIn = (row: PreviewRow) => PreviewTerms | null;

/** How wide a column is, in digits. */
export interface WidthLimits {
  /** In a panel that is too narrow for `least`, this is enough to distinguish rows. */
  readonly tight: number;
  /** Enough for a single word, or a letter with its meaning. */
  readonly least: number;
  /** Longer texts are cut off. */
  readonly most: number;
  /** The share of the remaining space. */
  readonly share: number;
}

export interface ColumnFilter {
  /** A page may show the filter without the column. */
  readonly isShown: (preview: TaskPreview) => boolean;
  /** The values of a row; empty if it has none. */
  readonly values: (placed: PlacedRow) => readonly string[];
  /** The displayed names of values that aren't words of the page. */
  readonly labels: ReadonlyMap<string, Message>;
}

/** A column of exported files. */
export interface ExportedColumn {
  /** Always in English, because the import recognizes columns by their names. */
  readonly name: string;
  /** Whether the import ignores the column. */
  readonly isForInformation: boolean;
  /** `format`: makes sentences for authors. */
  readonly cell: (row: ExportedRow, format: (message: Message) => string) => string | number;
}

export interface ExportedRow extends PlacedRow {
  /** The number of the row on its page, starting at 1; empty if it is unknown. */
  readonly number: number | '';
}

export function always(): boolean {
  return true;
}

/** For values that are the same for all tasks of a page. */
export function inWorkspace({ version }: TaskPreview): boolean {
  return version === null;
}

/** For values that are words of the page. */
export const NO_LABELS: ReadonlyMap<string, Message> = new Map();
