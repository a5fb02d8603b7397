import { CODE_INDENT, indentationOf } from '../text/indentation.js';
import { afterLineEnd, BLANK, isBlank, lineEnd } from './lines.js';
import { readRow } from './row.js';

/**
 * A stretch of the body that doesn't depend on anything before it: it can be parsed alone, and reused as long as it
 * doesn't change.
 */
export interface Chunk {
  /** The offset of the first character in the file. */
  readonly start: number;
  readonly end: number;
  /** Runs of table lines and of other lines, in order; they cover the chunk without gaps. Offsets in the file. */
  readonly parts: readonly ChunkPart[];
}

export interface ChunkPart {
  readonly kind: 'text' | 'table';
  readonly start: number;
  readonly end: number;
  /**
   * The column at which the text of the list item around the part begins: that of a table, or of the text after one. 0
   * outside of lists.
   */
  readonly margin: number;
}

/** Divides `text` into chunks from offset `from`, which must be the start of a chunk. */
export function* chunksFrom(text: string, from: number): Generator<Chunk> {
  const cutter = new Cutter(text, from);
  while (!cutter.done) yield cutter.next();
}

/**
 * Walks the lines of a file and finds where no construct is open.
 * A cut is safe before and after an ATX heading at the margin, and before a line at the margin that follows a blank
 * line and doesn't continue a list; never inside a fence or an HTML block.
 */
class Cutter {
  readonly #text: string;
  #at: number;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#at = from;
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }

  next(): Chunk {
    const start = this.#at;
    const parts = new Parts(start);
    const state = new OpenBlocks();
    let previous = '';
    let isFirst = true;
    let inTable = false;
    let margin = 0;
    for (;;) {
      const end = lineEnd(this.#text, this.#at);
      const line = this.#text.slice(this.#at, end);
      const closed = state.closed;
      if (!isFirst && closed && this.#startsChunk(line, previous, state)) break;
      const wasInTable = inTable;
      inTable =
        closed &&
        (inTable
          ? goesOnTable(line, margin) && !this.#endsAtRule(line, parts.tableStart)
          : this.#startsTable(line, end, state, parts, previous));
      if (inTable && !wasInTable) {
        margin = state.marginAt(line);
        parts.startTable(this.#at, margin);
      } else if (inTable || (parts.kind === 'table' && isBlank(line))) parts.add('table', this.#at, margin);
      else parts.add('text', this.#at, parts.kind === 'table' ? state.marginAt(line) : 0);
      state.read(line, inTable, previous);
      this.#at = afterLineEnd(this.#text, end);
      previous = line;
      isFirst = false;
      if (this.done || (closed && isHeading(line) && !inTable)) {
        this.#skipBlankLines();
        break;
      }
    }
    return { start, end: this.#at, parts: parts.finish(this.#at) };
  }

  #startsChunk(line: string, previous: string, state: OpenBlocks): boolean {
    if (isHeading(line)) return true;
    if (!isBlank(previous) || line === '' || /^\s/.test(line)) return false;
    return !(state.inList && LIST_ITEM.test(line));
  }

  /** Blank lines after a heading belong to it, so that the next chunk starts with text. */
  #skipBlankLines(): void {
    while (!this.done) {
      const end = lineEnd(this.#text, this.#at);
      if (!isBlank(this.#text.slice(this.#at, end))) return;
      this.#at = afterLineEnd(this.#text, end);
    }
  }

  /**
   * A line that starts with a pipe. Without one, or in a list item, only before a delimiter row; in a list item also
   * below another table.
   */
  #startsTable(line: string, end: number, state: OpenBlocks, parts: Parts, previous: string): boolean {
    if (isBlank(line) || isHeading(line)) return false;
    const { columns, length } = indentationOf(line);
    if (state.isCodeAt(columns)) return isBlank(previous) && line[length] === '|' && this.#isHeaderOf(end, state);
    const opens = line[length] === '|' || line[length] === '｜';
    const isOutside = columns === 0 || !state.isInItem(columns, previous);
    if (opens && (isOutside || parts.kind === 'table')) return true;
    if (!line.includes('|') || INTERRUPTS_TABLE.test(line.slice(length))) return false;
    const next = this.#lineAt(afterLineEnd(this.#text, end));
    const { delimiter } = next.includes('|') ? readRow(next, 0) : { delimiter: undefined };
    return delimiter === 'valid' || (opens && delimiter === 'broken');
  }

  /** Whether a line that is indented like code, and ends at `end`, was meant as the header of the lines below it. */
  #isHeaderOf(end: number, state: OpenBlocks): boolean {
    const start = afterLineEnd(this.#text, end);
    const next = this.#lineAt(start);
    const isInPlace = (line: string): boolean => !state.isCodeAt(indentationOf(line).columns);
    if (!next.includes('|') || readRow(next, 0).delimiter !== 'valid') return false;
    const third = this.#lineAt(afterLineEnd(this.#text, start + next.length));
    return isInPlace(next) || (third.trimStart().startsWith('|') && isInPlace(third));
  }

  /**
   * Whether the line is a thematic break below the table that starts at `table`. A line of hyphens is one only below a
   * table that GitHub displays: it turns other lines into a heading.
   */
  #endsAtRule(line: string, table: number): boolean {
    const mark = RULE.exec(line)?.[1];
    if (mark !== '-') return mark !== undefined;
    const header = this.#lineAt(table);
    const { delimiter, cells } = readRow(this.#lineAt(afterLineEnd(this.#text, table + header.length)), 0);
    return delimiter === 'valid' && cells.length === readRow(header, 0).cells.length;
  }

  #lineAt(start: number): string {
    return this.#text.slice(start, lineEnd(this.#text, start));
  }
}

/** Whether the line belongs to the table above it, in a list item whose text begins at column `margin`. */
function goesOnTable(line: string, margin: number): boolean {
  // A fast path for almost every line of a table.
  if (line.charCodeAt(0) === PIPE) return true;
  if (isBlank(line)) return false;
  const { columns, length } = indentationOf(line);
  return columns >= margin + CODE_INDENT || !INTERRUPTS_TABLE.test(line.slice(length));
}

/** A thematic break. */
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const PIPE = 0x7c;
/** Collects the parts of a chunk, line by line. */
class Parts {
  kind: ChunkPart['kind'] | undefined;
  readonly #parts: ChunkPart[] = [];
  #start: number;
  #margin = 0;

  constructor(start: number) {
    this.#start = start;
  }

  /** The offset of the last table, if that is the last part. */
  get tableStart(): number {
    return this.#start;
  }

  add(kind: ChunkPart['kind'], at: number, margin: number): void {
    if (kind === this.kind) return;
    this.#close(at);
    this.kind = kind;
    this.#margin = margin;
  }

  /** A separate table, even directly after another one and its blank lines. */
  startTable(at: number, margin: number): void {
    this.#close(at);
    this.kind = 'table';
    this.#margin = margin;
  }

  finish(end: number): readonly ChunkPart[] {
    this.#close(end);
    return this.#parts;
  }

  #close(end: number): void {
    if (this.kind !== undefined && end > this.#start)
      this.#parts.push({ kind: this.kind, start: this.#start, end, margin: this.#margin });
    this.#start = end;
  }
}

/** The open constructs at the end of a line: a fence, an HTML block, a list. */
class OpenBlocks {
  /** The columns in which the texts of the open list items start, outermost first. */
  #items: number[] = [];
  #fence: RegExp | undefined;
  #fenceIndented = false;
  #htmlEnd: RegExp | undefined;

  get closed(): boolean {
    return this.#fence === undefined && this.#htmlEnd === undefined;
  }

  get inList(): boolean {
    return this.#items.length > 0;
  }

  /**
   * Whether a line that starts in that column belongs to a list item; after a blank line, it has to be indented as far
   * as the item's text.
   */
  isInItem(columns: number, previous: string): boolean {
    return this.#items.some((start) => start <= columns) || (this.inList && !isBlank(previous));
  }

  /**
   * Whether a line that starts in that column is code or continues a paragraph: it's indented too far for anything
   * else.
   */
  isCodeAt(columns: number): boolean {
    return columns - this.#margin(columns) >= CODE_INDENT;
  }

  /** The column at which the text of the list item around the line begins; 0 outside of lists. */
  marginAt(line: string): number {
    return this.#margin(indentationOf(line).columns);
  }

  #margin(columns: number): number {
    const around = this.#items.filter((start) => start <= columns);
    return around[around.length - 1] ?? 0;
  }

  read(line: string, inTable: boolean, previous: string): void {
    if (this.#fence !== undefined) this.#readInFence(line);
    else if (this.#htmlEnd !== undefined) {
      if (this.#htmlEnd.test(line)) this.#htmlEnd = undefined;
    } else if (!inTable) this.#readOpen(line, previous);
  }

  #readInFence(line: string): void {
    // A fence inside a list item ends with the item, at the next line at the margin.
    const leavesItem = this.#fenceIndented && /^\S/.test(line);
    if (this.#fence?.test(line) === true || leavesItem) this.#fence = undefined;
    if (leavesItem) this.#readOpen(line, '');
  }

  #readOpen(line: string, previous: string): void {
    this.#readItem(line, previous);
    const fence = FENCE.exec(line);
    if (fence?.[2] !== undefined) {
      const mark = fence[2][0] === '`' ? '`' : '~';
      this.#fence = new RegExp(`^ {0,3}${mark}{${fence[2].length},}[ \\t]*$`);
      this.#fenceIndented = this.inList && fence[1] !== '';
      return;
    }
    this.#htmlEnd = htmlBlockEnd(line, !isBlank(previous));
  }

  #readItem(line: string, previous: string): void {
    if (isBlank(line)) return;
    const { columns, length } = indentationOf(line);
    const marker = this.isCodeAt(columns) ? undefined : ITEM_MARKER.exec(line.slice(length, length + 12))?.[0];
    if (marker === undefined && !isBlank(previous)) return;
    this.#items = this.#items.filter((start) => start <= columns);
    if (marker === undefined) return;
    const afterMarker = columns + marker.length;
    const text = indentationOf(line, length + marker.length, afterMarker);
    // An item without text, or with code directly after its marker, starts one column after the marker.
    const isPlain = text.length < line.length && text.columns - afterMarker <= CODE_INDENT;
    this.#items.push(isPlain ? text.columns : afterMarker + 1);
  }
}

const ITEM_MARKER = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;
/** What ends a table, from the first character after the white space. */
const INTERRUPTS_TABLE =
  /^(?:>(?!>{6})|#{1,6}(?:[ \t]|$)|`{3,}[^`]*$|~{3,}|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^(?:\\.|[^\[\]\s\\])+\]:|<(?:!--|[?!/]|(?:script|pre|style|textarea|div|table|ul|ol|details|section|h[1-6]|hr|form|center)\b))/i;

/** An ATX heading at the margin. */
function isHeading(line: string): boolean {
  return line.charCodeAt(0) === 0x23 && /^#{1,6}(?:[ \t]|$)/.test(line);
}

/** The seven kinds of HTML blocks in CommonMark: how they start, and what their last line contains. */
const HTML_TO_MARKER: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];
const HTML_BLOCK_TAG =
  /^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$)/i;
const HTML_LONE_TAG = /^ {0,3}<\/?[A-Za-z][\w-]*(?:\s[^<>]*)?\/?>\s*$/;

function htmlBlockEnd(line: string, inParagraph: boolean): RegExp | undefined {
  if (!/^ {0,3}</.test(line)) return undefined;
  for (const [start, end] of HTML_TO_MARKER) {
    const opened = start.exec(line);
    // A comment can end on its first line.
    if (opened !== null) return end.test(line.slice(opened[0].length)) ? undefined : end;
  }
  if (HTML_BLOCK_TAG.test(line) || (!inParagraph && HTML_LONE_TAG.test(line))) return BLANK;
  return undefined;
}
