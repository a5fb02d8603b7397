/**
 * How many pages of a request about the workspace are done. The server adds it to the reports that it sends with
 * `$/progress`; other editors read their `percentage`.
 */
export interface PagesDone {
  readonly done: number;
  readonly total: number;
}
