/** The white space at the start of a line. */
export interface Indentation {
  /** A tab extends to the next multiple of four. */
  readonly columns: number;
  /** The offset of the first character after it. */
  readonly length: number;
}

/** With this much more indentation than the text around it, a line is code. */
export const CODE_INDENT = 4;

/** The white space from offset `from`, which is in column `columnsBefore`. */
export function indentationOf(line: string, from = 0, columnsBefore = 0): Indentation {
  let columns = columnsBefore;
  let length = from;
  for (; length < line.length; length++) {
    const code = line.charCodeAt(length);
    if (code === TAB) columns += TAB_WIDTH - (columns % TAB_WIDTH);
    else if (code === SPACE) columns++;
    else break;
  }
  return { columns, length };
}

const TAB = 0x09;
const SPACE = 0x20;
const TAB_WIDTH = 4;
