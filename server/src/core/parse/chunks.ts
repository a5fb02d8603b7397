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
    for (;;) {
      const end = lineEnd(this.#text, this.#at);
      const line = this.#text.slice(this.#at, end);
      const closed = state.closed;
      if (!isFirst && closed && this.#startsChunk(line, previous, state)) break;
      const wasInTable = inTable;
      inTable = closed && (inTable ? goesOnTable(line) : this.#startsTable(line, end, state, previous));
      if (inTable && !wasInTable) parts.startTable(this.#at);
      else parts.add(inTable || (parts.kind === 'table' && isBlank(line)) ? 'table' : 'text', this.#at);
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

  /** A line that starts with a pipe; without one, or in a list item, only before a delimiter row. */
  #startsTable(line: string, end: number, state: OpenBlocks, previous: string): boolean {
    if (isBlank(line) || isHeading(line)) return false;
    const { columns, length } = indentOf(line);
    const inItem = state.isInItem(columns, previous);
    if (state.isCodeAt(columns) || (inItem && line[0] === ' ')) return false;
    const first = line[length];
    if ((first === '|' || first === '｜') && (columns === 0 || !inItem)) return true;
    if (!line.includes('|') || INTERRUPTS_TABLE.test(line)) return false;
    const next = this.#text.slice(afterLineEnd(this.#text, end), lineEnd(this.#text, afterLineEnd(this.#text, end)));
    return next.includes('|') && readRow(next, 0).delimiter === 'valid';
  }
}

function goesOnTable(line: string): boolean {
  // A fast path for almost every line of a table.
  if (line.charCodeAt(0) === PIPE) return true;
  if (isBlank(line) || isHeading(line)) return false;
  return indentOf(line).columns >= CODE_INDENT || !INTERRUPTS_TABLE.test(line);
}

const PIPE = 0x7c;
const TAB = 0x09;
const SPACE = 0x20;
/** After a blank line, a line with this much more indentation than the text around it is code. */
const CODE_INDENT = 4;

/**
 * The white space at the start of a line: its length in characters and in columns. A tab extends to the next multiple
 * of four.
 */
function indentOf(line: string, from = 0, columnsBefore = 0): { readonly columns: number; readonly length: number } {
  let columns = columnsBefore;
  let at = from;
  for (; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === TAB) columns += CODE_INDENT - (columns % CODE_INDENT);
    else if (code === SPACE) columns++;
    else break;
  }
  return { columns, length: at };
}

/** Collects the parts of a chunk, line by line. */
class Parts {
  kind: ChunkPart['kind'] | undefined;
  readonly #parts: ChunkPart[] = [];
  #start: number;

  constructor(start: number) {
    this.#start = start;
  }

  add(kind: ChunkPart['kind'], at: number): void {
    if (this.kind !== undefined && kind !== this.kind) this.#close(at);
    this.kind = kind;
  }

  /** A separate table, even directly after another one and its blank lines. */
  startTable(at: number): void {
    this.#close(at);
    this.kind = 'table';
  }

  finish(end: number): readonly ChunkPart[] {
    this.#close(end);
    return this.#parts;
  }

  #close(end: number): void {
    if (this.kind !== undefined && end > this.#start) this.#parts.push({ kind: this.kind, start: this.#start, end });
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
    const around = this.#items.filter((start) => start <= columns);
    return columns - (around[around.length - 1] ?? 0) >= CODE_INDENT;
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
    const { columns, length } = indentOf(line);
    const marker = this.isCodeAt(columns) ? undefined : ITEM_MARKER.exec(line.slice(length, length + 12))?.[0];
    if (marker === undefined && !isBlank(previous)) return;
    this.#items = this.#items.filter((start) => start <= columns);
    if (marker === undefined) return;
    const afterMarker = columns + marker.length;
    const text = indentOf(line, length + marker.length, afterMarker);
    // An item without text, or with code directly after its marker, starts one column after the marker.
    const isPlain = text.length < line.length && text.columns - afterMarker <= CODE_INDENT;
    this.#items.push(isPlain ? text.columns : afterMarker + 1);
  }
}

const ITEM_MARKER = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;
const INTERRUPTS_TABLE =
  /^ {0,3}(?:>(?!>{6})|`{3,}[^`]*$|~{3,}|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^(?:\\.|[^\[\]\s\\])+\]:|<(?:!--|[?!/]|(?:script|pre|style|textarea|div|table|ul|ol|details|section|h[1-6]|hr|form|center)\b))/i;

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
