/** As in LSP: lines and characters start at 0; characters are in the agreed encoding. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}
