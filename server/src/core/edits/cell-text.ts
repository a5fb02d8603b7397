/**
 * `text` as the source of a cell: on one line, without white space around it, with pipes escaped. A pipe that is
 * escaped already stays as it is.
 */
export function cellSource(text: string, lineBreak: string): string {
  return escapePipes(lineOf(text, lineBreak));
}

/** `text` on one line, without white space around it, and without the start of a comment that would hide the page. */
export function lineOf(text: string, lineBreak = ' '): string {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  return escapeOpenComments(lines.filter((line) => line !== '').join(lineBreak));
}

/** Comments that are closed stay, such as the mark of a text to translate, and so does code. */
function escapeOpenComments(text: string): string {
  if (!text.includes('<!--')) return text;
  const lastEnd = text.lastIndexOf('-->');
  return text.replace(/`[^`]*`|\\[^]|<!--/g, (mark, offset: number) =>
    mark === '<!--' && offset + 2 > lastEnd ? '\\<!--' : mark,
  );
}

/** Like the row parser: a backslash escapes a pipe or another backslash. */
function escapePipes(text: string): string {
  return text.replace(/\\[\\|]|\|/g, (mark) => (mark === '|' ? '\\|' : mark));
}

/** Replaces line breaks: a task is one line; in other tables, pages use `<br />`. */
export function lineBreakIn(kind: 'task' | 'refresh' | 'other'): string {
  return kind === 'task' ? ' ' : '<br />';
}
