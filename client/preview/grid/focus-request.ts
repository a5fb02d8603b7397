/** Somebody wants the focus in the grid. A new object each time. */
export interface FocusRequest {
  /** On the row of this line of the page; `null`: where it was. */
  readonly line: number | null;
}
