/**
 * `text` as the source of a cell: on one line, without white space around it, with pipes escaped. A pipe that is
 * escaped already stays as it is.
 */
export function cellSource(text: string, lineBreak: string): string {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  return escapePipes(lines.filter((line) => line !== '').join(lineBreak));
}

/** Like the row parser: a backslash escapes a pipe or another backslash. */
function escapePipes(text: string): string {
  return text.replace(/\\[\\|]|\|/g, (mark) => (mark === '|' ? '\\|' : mark));
}

/** Replaces line breaks: a task is one line; in other tables, pages use `<br />`. */
export function lineBreakIn(kind: 'task' | 'refresh' | 'other'): string {
  return kind === 'task' ? ' ' : '<br />';
}
