import type { Span } from './span.js';
import type { TextChange } from './text-change.js';

/** Zero-based line and UTF-16 column. Only LSP and the command line use it. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * The line starts of one text: the only converter between offsets and lines. `\n`, `\r\n` and a lone `\r` end a line.
 */
export class LineMap {
  readonly #text: string;
  readonly #starts: readonly number[];

  private constructor(text: string, starts: readonly number[]) {
    this.#text = text;
    this.#starts = starts;
  }

  static of(text: string): LineMap {
    const starts = [0];
    pushLineStarts(text, 0, text.length, starts);
    return new LineMap(text, starts);
  }

  /** The map of `text`, which differs from this map's text only by `change`. */
  updated(text: string, change: TextChange): LineMap {
    // One more character on both sides, because `\r` and `\n` are one line ending only together.
    const from = Math.max(0, change.start - 1);
    const starts = this.#starts.slice(0, this.lineAt(from) + 1);
    const delta = change.newEnd - change.oldEnd;
    const to = Math.min(text.length, change.newEnd + 1);
    pushLineStarts(text, starts[starts.length - 1] ?? 0, to, starts);
    const old = this.#starts;
    for (let line = this.lineAt(to - delta) + 1; line < old.length; line++) starts.push((old[line] ?? 0) + delta);
    return new LineMap(text, starts);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset of the first character of `line`; the end of the text for a line after the last one. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The line that contains `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  lineColumnAt(offset: number): LineColumn {
    const line = this.lineAt(offset);
    return { line, column: offset - this.startOf(line) };
  }

  /** Clamped to the line, as LSP requires. */
  offsetAt({ line, column }: LineColumn): number {
    if (line >= this.lineCount) return this.#text.length;
    return Math.min(this.startOf(line) + column, this.lineSpan(line).end);
  }

  /** The line without its line ending. */
  lineSpan(line: number): Span {
    const start = this.startOf(line);
    let end = this.startOf(line + 1);
    if (end > start && this.#text.charCodeAt(end - 1) === LF) end--;
    if (end > start && this.#text.charCodeAt(end - 1) === CR) end--;
    return { start, end };
  }

  lineText(line: number): string {
    const { start, end } = this.lineSpan(line);
    return this.#text.slice(start, end);
  }
}

const LF = 10;
const CR = 13;

/** Adds the start of every line that begins in `(from, to]`. */
function pushLineStarts(text: string, from: number, to: number, starts: number[]): void {
  // One search per kind of line ending is much faster than testing every character.
  let nextLf = text.indexOf('\n', from);
  let nextCr = text.indexOf('\r', from);
  for (;;) {
    const isCr = nextCr !== -1 && (nextLf === -1 || nextCr < nextLf);
    const at = isCr ? nextCr : nextLf;
    if (at === -1 || at >= to) return;
    const end = isCr && nextLf === at + 1 ? at + 2 : at + 1;
    if (end > to) return;
    starts.push(end);
    if (nextLf !== -1 && nextLf < end) nextLf = text.indexOf('\n', end);
    if (nextCr !== -1 && nextCr < end) nextCr = text.indexOf('\r', end);
  }
}
