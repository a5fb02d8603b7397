import type { LabelLine } from '../model/labels.js';
import type { Column, PlacedTable, Row } from '../model/tables.js';
import type { Placed, Span } from '../text/span.js';
import type { TermPart } from '../vocabulary/term-set.js';
import type { LabelId } from '../vocabulary/vocabulary.js';

/**
 * What the caret is in. All spans count from the start of the file.
 *
 * Told from the lines as they stand, not from what is right: a row without its last pipe, a key without its colon and a
 * value without its last `**` are what an author has while typing.
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

/** A key of the front matter, or a blank line of it, where a key could stand. */
export interface KeyPlace {
  readonly kind: 'key';
  readonly key: string;
  /** The key as far as it is typed; on a blank line, the blanks of the line. */
  readonly span: Span;
  readonly hasColon: boolean;
}

/** What stands behind the colon of a key, quotes not included. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly key: string;
  readonly value: Span;
  /** The one of several values, parted by commas, that the caret is in; empty behind a comma. */
  readonly part: Span;
}

/** The word of a label line. */
export interface LabelPlace {
  readonly kind: 'label';
  readonly id: LabelId;
  readonly label: Placed<LabelLine>;
  readonly span: Span;
}

/** What stands behind the colon of a label line, bold markers not included. */
export interface LabelValuePlace {
  readonly kind: 'label-value';
  readonly id: LabelId;
  readonly label: Placed<LabelLine>;
  readonly value: Span;
  /** The single values, without the bold markers between them. */
  readonly parts: readonly TermPart[];
  /** The one of them that the caret is in; empty behind a separator. */
  readonly part: Span;
  /** Whether `**` stands right before and right behind the value. */
  readonly bold: { readonly opens: boolean; readonly closes: boolean };
}

/** A row of a table. */
interface InRow {
  readonly placed: PlacedTable;
  /** Index in the rows of the table. */
  readonly index: number;
  readonly row: Row;
  /** Offset of the row. */
  readonly start: number;
  /** `header` and `delimiter` also for rows that are only about to become one. */
  readonly part: 'header' | 'delimiter' | 'body';
}

/** A cell of a table row, the last one of a row that is still without its closing pipe included. */
export interface CellPlace extends InRow {
  readonly kind: 'cell';
  /** Place of the cell in its row: the number of cells for one that has only begun, behind a pipe at the end. */
  readonly cell: number;
  readonly column: Column | undefined;
  /** What is written in the cell, without blanks; where nothing is, the empty span at the caret. */
  readonly span: Span;
  /** From pipe to pipe, or to the end of the line. */
  readonly outer: Span;
}

/** Before the first pipe of a row, or behind the last one when the row has all its cells. */
export interface RowEndPlace extends InRow {
  readonly kind: 'row';
}

/** The text of an ATX heading. */
export interface HeadingPlace {
  readonly kind: 'heading';
  readonly level: number;
  /** Empty where nothing is written yet. */
  readonly span: Span;
}

/** The word between `> [!` and `]`. */
export interface AlertPlace {
  readonly kind: 'alert';
  readonly span: Span;
  readonly isClosed: boolean;
}

/** A comment for the checks: its `playbook-lint-disable-line`, or one of the rules that it names. */
export interface SuppressionPlace {
  readonly kind: 'suppression';
  readonly part: 'action' | 'rule';
  readonly span: Span;
  /** As far as it is known; empty while it is being typed. */
  readonly action: string;
  /** The other rules that the comment names. */
  readonly named: readonly string[];
}

/** The number of a task in text or in a refresh log, also while it is being typed. */
export interface MentionPlace {
  readonly kind: 'mention';
  readonly where: 'text' | 'refresh-log';
  readonly span: Span;
}

/** Any other text. */
export interface TextPlace {
  readonly kind: 'text';
  /** Without line end. */
  readonly line: Span;
}

/** Code or HTML: nothing in here is ours. */
export interface CodePlace {
  readonly kind: 'code';
}
