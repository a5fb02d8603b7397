import { afterLineEnd, lineEnd } from './lines.js';
import { readRow } from './row.js';

/**
 * A stretch of the body that nothing from above can reach into: it may be read alone, and stays read while it does not
 * change.
 */
export interface Chunk {
  /** Offset of the first character in the file. */
  readonly start: number;
  readonly end: number;
  /** Runs of table lines and of other lines, in order; they tile the chunk. Offsets into the file. */
  readonly parts: readonly ChunkPart[];
}

export interface ChunkPart {
  readonly kind: 'text' | 'table';
  readonly start: number;
  readonly end: number;
}

/** Cuts `text` into chunks from offset `from`, which must be a place where a chunk starts. */
export function* chunksFrom(text: string, from: number): Generator<Chunk> {
  const cutter = new Cutter(text, from);
  while (!cutter.done) yield cutter.next();
}

/**
 * Walks the lines of a file and says where nothing is open.
 *
 * A cut is safe before an ATX heading at the margin, after one, and before a line at the margin that follows a blank
 * line and does not go on a list; never inside a fence or an HTML block.
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
      inTable = closed && this.#isTableLine(line, end, inTable, state);
      parts.add(inTable || (parts.kind === 'table' && line.trim() === '') ? 'table' : 'text', this.#at);
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
    if (previous.trim() !== '' || line === '' || /^\s/.test(line)) return false;
    return !(state.inList && LIST_ITEM.test(line));
  }

  /** Blank lines below a heading belong to it, so that the next chunk starts with something to read. */
  #skipBlankLines(): void {
    while (!this.done) {
      const end = lineEnd(this.#text, this.#at);
      if (this.#text.slice(this.#at, end).trim() !== '') return;
      this.#at = afterLineEnd(this.#text, end);
    }
  }

  #isTableLine(line: string, end: number, inTable: boolean, state: OpenBlocks): boolean {
    // Nearly every line of a table: worth a look before anything is matched.
    if (inTable && line.charCodeAt(0) === PIPE) return true;
    const margin = /^ {0,3}(?! )/.exec(line)?.[0].length ?? 4;
    if (line.trim() === '' || isHeading(line)) return false;
    if (inTable) return margin === 4 || !INTERRUPTS_TABLE.test(line);
    if (margin === 4 || (state.inList && margin > 0)) return false;
    const first = line[margin];
    if (first === '|' || first === '｜') return true;
    if (!line.includes('|') || INTERRUPTS_TABLE.test(line)) return false;
    const next = this.#text.slice(afterLineEnd(this.#text, end), lineEnd(this.#text, afterLineEnd(this.#text, end)));
    return next.includes('|') && readRow(next, 0).delimiter === 'valid';
  }
}

const PIPE = 0x7c;

/** Collects the parts of a chunk line by line. */
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

  finish(end: number): readonly ChunkPart[] {
    this.#close(end);
    return this.#parts;
  }

  #close(end: number): void {
    if (this.kind !== undefined && end > this.#start) this.#parts.push({ kind: this.kind, start: this.#start, end });
    this.#start = end;
  }
}

/** What is open at the end of a line: a fence, an HTML block, a list. */
class OpenBlocks {
  inList = false;
  #fence: RegExp | undefined;
  #fenceIndented = false;
  #htmlEnd: RegExp | undefined;

  get closed(): boolean {
    return this.#fence === undefined && this.#htmlEnd === undefined;
  }

  read(line: string, inTable: boolean, previous: string): void {
    if (this.#fence !== undefined) this.#readInFence(line);
    else if (this.#htmlEnd !== undefined) {
      if (this.#htmlEnd.test(line)) this.#htmlEnd = undefined;
    } else if (!inTable) this.#readOpen(line, previous);
  }

  #readInFence(line: string): void {
    // A fence inside a list item ends with the item, at the first line back at the margin.
    const leavesItem = this.#fenceIndented && /^\S/.test(line);
    if (this.#fence?.test(line) === true || leavesItem) this.#fence = undefined;
    if (leavesItem) this.#readOpen(line, '');
  }

  #readOpen(line: string, previous: string): void {
    if (LIST_ITEM.test(line)) this.inList = true;
    else if (previous.trim() === '' && /^\S/.test(line)) this.inList = false;
    const fence = FENCE.exec(line);
    if (fence?.[2] !== undefined) {
      const mark = fence[2][0] === '`' ? '`' : '~';
      this.#fence = new RegExp(`^ {0,3}${mark}{${fence[2].length},}[ \\t]*$`);
      this.#fenceIndented = this.inList && fence[1] !== '';
      return;
    }
    this.#htmlEnd = htmlBlockEnd(line, previous.trim() !== '');
  }
}

const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;
const INTERRUPTS_TABLE = /^ {0,3}(?:>(?!>{6})|`{3,}[^`]*$|~{3,}|[-*+][ \t]|\d{1,9}[.)][ \t]|<(?:!--|[?!/]|(?:script|pre|style|textarea|div|table|ul|ol|details|section|h[1-6]|hr|form|center)\b))/i;

/** An ATX heading at the margin. */
function isHeading(line: string): boolean {
  return line.charCodeAt(0) === 0x23 && /^#{1,6}(?:[ \t]|$)/.test(line);
}

/** By CommonMark's seven kinds: what the start of an HTML block looks like, and what the line that ends it holds. */
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
const BLANK = /^\s*$/;

function htmlBlockEnd(line: string, inParagraph: boolean): RegExp | undefined {
  if (!/^ {0,3}</.test(line)) return undefined;
  for (const [start, end] of HTML_TO_MARKER) {
    const opened = start.exec(line);
    // A comment may close on the line that opens it.
    if (opened !== null) return end.test(line.slice(opened[0].length)) ? undefined : end;
  }
  if (HTML_BLOCK_TAG.test(line) || (!inParagraph && HTML_LONE_TAG.test(line))) return BLANK;
  return undefined;
}
