/** As LSP has it: lines and characters count from 0, characters in the encoding that was agreed on. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}
