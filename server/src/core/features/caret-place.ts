import type { LabelLine } from '../model/labels.js';
import type { Column, PlacedTable, Row } from '../model/tables.js';
import type { Placed, Span } from '../text/span.js';
import type { TermPart } from '../vocabulary/term-set.js';
import type { LabelId } from '../vocabulary/vocabulary.js';

/**
 * What the caret is in. All spans count from the start of the file.
 * Determined from the lines as written, even if incomplete: while typing, a row has no last pipe, a key no colon, and a
 * value no closing `**`.
 */
export type CaretPlace =
  | KeyPlace
  | ValuePlace
  | LabelPlace
  | LabelValuePlace
  | CellPlace
  | RowEndPlace
  | HeadingPlace
  | AlertPlace
  | SuppressionPlace
  | MentionPlace
  | TextPlace
  | CodePlace;

/** A key of the front matter, or a blank line where a key can go. */
export interface KeyPlace {
  readonly kind: 'key';
  readonly key: string;
  /** The typed part of the key; on a blank line, the spaces of the line. */
  readonly span: Span;
  readonly hasColon: boolean;
}

/** The text after the colon of a key, without quotes. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly key: string;
  readonly value: Span;
  /** The value at the caret among several, which are separated by commas; empty after a comma. */
  readonly part: Span;
}

/** The word of a label line. */
export interface LabelPlace {
  readonly kind: 'label';
  readonly id: LabelId;
  readonly label: Placed<LabelLine>;
  readonly span: Span;
}

/** The text after the colon of a label line, without bold markers. */
export interface LabelValuePlace {
  readonly kind: 'label-value';
  readonly id: LabelId;
  readonly label: Placed<LabelLine>;
  readonly value: Span;
  /** The individual values, without the bold markers between them. */
  readonly parts: readonly TermPart[];
  /** The value at the caret; empty after a separator. */
  readonly part: Span;
  /** Whether there is `**` directly before and directly after the value. */
  readonly bold: { readonly opens: boolean; readonly closes: boolean };
}

/** A row of a table. */
interface InRow {
  readonly placed: PlacedTable;
  /** The index in the rows of the table. */
  readonly index: number;
  readonly row: Row;
  /** The offset of the row. */
  readonly start: number;
  /** `header` and `delimiter` also for rows that aren't complete yet. */
  readonly part: 'header' | 'delimiter' | 'body';
}

/** A cell of a table row, including the last cell of a row without a closing pipe. */
export interface CellPlace extends InRow {
  readonly kind: 'cell';
  /** The index of the cell in its row; the number of cells for a new cell after a pipe at the end. */
  readonly cell: number;
  readonly column: Column | undefined;
  /** The text of the cell, without spaces; in an empty cell, the empty span at the caret. */
  readonly span: Span;
  /** From pipe to pipe, or to the end of the line. */
  readonly outer: Span;
}

/** Before the first pipe of a row, or after the last one if the row has all its cells. */
export interface RowEndPlace extends InRow {
  readonly kind: 'row';
}

/** The text of an ATX heading. */
export interface HeadingPlace {
  readonly kind: 'heading';
  readonly level: number;
  /** Empty if there is no text yet. */
  readonly span: Span;
}

/** The word between `> [!` and `]`. */
export interface AlertPlace {
  readonly kind: 'alert';
  readonly span: Span;
  readonly isClosed: boolean;
}

/** A suppression comment: its `playbook-lint-disable-line`, one of its rule IDs, or its reason. */
export interface SuppressionPlace {
  readonly kind: 'suppression';
  readonly part: 'action' | 'rule' | 'reason';
  readonly span: Span;
  /** If it's known; empty while it's being typed. */
  readonly action: string;
  /** The other rules that the comment names. */
  readonly named: readonly string[];
}

/** The number of a task in text or in a refresh log, even if incomplete. */
export interface MentionPlace {
  readonly kind: 'mention';
  readonly where: 'text' | 'refresh-log';
  readonly span: Span;
}

/** Any other text. */
export interface TextPlace {
  readonly kind: 'text';
  /** Without the line ending. */
  readonly line: Span;
}

/** Code or HTML, which is ignored. */
export interface CodePlace {
  readonly kind: 'code';
}
