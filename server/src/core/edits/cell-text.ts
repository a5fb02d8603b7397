/**
 * `text` as the source of a cell: on one line, without white space around it, and without a pipe that ends the cell.
 * A pipe that is escaped already stays so.
 */
export function cellSource(text: string, lineBreak: string): string {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  return escapePipes(lines.filter((line) => line !== '').join(lineBreak));
}

/** As the reader of rows sees it: a backslash escapes a pipe or another backslash. */
function escapePipes(text: string): string {
  return text.replace(/\\[\\|]|\|/g, (mark) => (mark === '|' ? '\\|' : mark));
}

/** What stands for a line break: a task is one line; elsewhere the pages have `<br />`. */
export function lineBreakIn(kind: 'task' | 'refresh' | 'other'): string {
  return kind === 'task' ? ' ' : '<br />';
}
