/** A table of plain values, as in a spreadsheet. */
export interface Sheet {
  readonly name: string;
  /** The header row. */
  readonly columns: readonly string[];
  /** The rows after the header; usually each row has one cell per column. */
  readonly rows: readonly (readonly SheetCell[])[];
}

/**
 * A text, or a number to calculate with. Something that only looks like a number, such as the task ID `0983`, is a
 * text.
 */
export type SheetCell = string | number;
