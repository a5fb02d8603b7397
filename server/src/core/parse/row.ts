import type { Cell, Row } from '../model/tables.js';
import { trimmed, type Span } from '../text/span.js';
import { seen } from '../text/spelling.js';
import { isConflictLine } from './comments.js';

/**
 * Parses one line of a table. Never fails: any line gives a row.
 * Cells are separated as in GitHub Flavored Markdown: at every `|` without a backslash before it, even inside
 * backticks. `width` is the number of header cells: if a line has that many cells only when its full-width pipes (`｜`)
 * count too, they were typed by mistake. 0 if no header is known.
 */
export function readRow(source: string, width: number): Row {
  const row = cutRow(source, false);
  if (!source.includes(FULL_WIDTH) || (row.cells.length >= width && width > 0)) return row;
  const wider = cutRow(source, true);
  return width === 0 || wider.cells.length === width ? wider : row;
}

const FULL_WIDTH = '｜';
const PIPE = 0x7c;
const FULL_WIDTH_PIPE = FULL_WIDTH.charCodeAt(0);
const BACKSLASH = 0x5c;

function cutRow(source: string, withFullWidth: boolean): Row {
  const text = rowSpan(source);
  const pipes = pipesIn(source, text, withFullWidth);
  const leadingPipe = pipes[0] === text.start;
  const closingPipe = pipes.length > (leadingPipe ? 1 : 0) && pipes[pipes.length - 1] === text.end - 1;
  const cells: Cell[] = [];
  let start = leadingPipe ? text.start + 1 : text.start;
  for (const pipe of leadingPipe ? pipes.slice(1) : pipes) {
    cells.push(readCell(source, { start, end: pipe }));
    start = pipe + 1;
  }
  if (!closingPipe && text.end > text.start)
    cells.push(readCell(source, { start: Math.min(start, text.end), end: text.end }));
  return {
    source,
    cells,
    leadingPipe,
    closingPipe,
    fullWidthPipes: withFullWidth ? pipes.filter((pipe) => source.charCodeAt(pipe) === FULL_WIDTH_PIPE) : [],
    delimiter: delimiterOf(cells),
    isConflictMarker: isConflictLine(source),
  };
}

/**
 * The row without the surrounding white space, and without a comment after its closing pipe. A lone pipe opens the row.
 */
function rowSpan(source: string): Span {
  const whole = trimmed(source, { start: 0, end: source.length });
  const row = trimmed(source, withoutComment(source, whole));
  const closes = row.end - row.start > 1 && source.charCodeAt(row.end - 1) === PIPE;
  return row.end < whole.end && closes ? row : whole;
}

function pipesIn(source: string, { start, end }: Span, withFullWidth: boolean): number[] {
  const pipes: number[] = [];
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === PIPE || (withFullWidth && code === FULL_WIDTH_PIPE)) pipes.push(at);
    else if (code === BACKSLASH) {
      const next = source.charCodeAt(at + 1);
      if (next === PIPE || next === BACKSLASH) at++;
    }
  }
  return pipes;
}

function readCell(source: string, outer: Span): Cell {
  const span = trimmed(source, withoutComment(source, outer));
  if (span.start === span.end) {
    const middle = (outer.start + outer.end) >> 1;
    return { text: '', span: { start: middle, end: middle }, outer };
  }
  const raw = source.slice(span.start, span.end);
  return { text: raw.includes('\\|') ? raw.replaceAll('\\|', '|') : raw, span, outer };
}

/** Comments at the end of a cell are for the linter and translators, not for readers. */
function withoutComment(source: string, { start, end }: Span): Span {
  let left = end;
  for (let count = 0; count < MOST_COMMENTS; count++) {
    const comment = source.slice(start, left).lastIndexOf('<!--');
    if (comment === -1 || !COMMENT.test(source.slice(start + comment, left))) return { start, end: left };
    left = start + comment;
  }
  return { start, end: left };
}

/** A line of nothing but comments must not cost more than its length. */
const MOST_COMMENTS = 4;

const COMMENT = /^<!--[^>]*-->[ \t]*$/;

const DELIMITER_CELL = /^:?-+:?$/;
/** What Word, an input method or a translation tool makes of `---`. */
const BROKEN_DELIMITER_CELL = /^[:：]?[-—–―─－ー_=]+[:：]?$/;

function delimiterOf(cells: readonly Cell[]): Row['delimiter'] {
  const first = cells[0];
  if (first === undefined || !isEmptyOrDashes(first)) return undefined;
  if (cells.every((cell) => DELIMITER_CELL.test(cell.text))) return 'valid';
  return cells.every(isEmptyOrDashes) && cells.some(({ text }) => seen(text) !== '') ? 'broken' : undefined;
}

/** As authors see it, without invisible characters. */
function isEmptyOrDashes({ text }: Cell): boolean {
  const shown = seen(text);
  return shown === '' || BROKEN_DELIMITER_CELL.test(shown);
}
