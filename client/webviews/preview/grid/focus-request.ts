/** A request to focus the grid. Each request is a new object. */
export interface FocusRequest {
  /** The line of the page whose row gets the focus; `null`: where it was. */
  readonly line: number | null;
}
