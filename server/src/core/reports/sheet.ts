/** A table of plain values, as a spreadsheet holds it. */
export interface Sheet {
  readonly name: string;
  /** The header row. */
  readonly columns: readonly string[];
  /** What stands below the header; as a rule each row has one cell for every column. */
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A text, or a number to calculate with. What only looks like a number, such as the task ID `0983`, is a text. */
export type SheetCell = string | number;
