import { linesOf } from './lines.js';

/** Fences, headings that aren't at the margin, and code directly after the marker of a quote or a list item. */
const FENCE_HEADING_OR_CODE =
  /^[ \t]+#|^(?:[ \t>*+-]|\d{1,9}[.)])*(?:~~~|```|[>*+-][ \t]*#{1,6}[ \t]|\d[.)][ \t]*#{1,6}[ \t]|(?:[>*+-]|\d[.)])(?: {5}| {0,4}\t))/m;
/** A line of `=` or `-`: after a line of text, it makes that line a heading. */
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/gm;
const INDENTED = /^(?: {4}|\t| {1,3}\t)/m;

/**
 * Whether `source` could contain a block other than a paragraph, a list, a quote, a thematic break or a heading at the
 * margin: code or a setext heading. False positives are fine, false negatives aren't.
 */
export function mayHoldMarkdownBlocks(source: string): boolean {
  return (
    FENCE_HEADING_OR_CODE.test(source) ||
    mayHoldSetext(source) ||
    (INDENTED.test(source) && mayHoldIndentedCode(source))
  );
}

function mayHoldSetext(source: string): boolean {
  for (const { index } of source.matchAll(UNDERLINE)) {
    const above = source.slice(0, index).trimEnd().length;
    // With a blank line between them, the text stays a paragraph.
    if (above > 0 && (source.slice(above, index).match(/\r\n|\n|\r/g)?.length ?? 0) < 2) return true;
  }
  return false;
}

/** A quote ends the lists before it, or is inside one; it's safer to forget them. */
const QUOTE = /^ {0,3}>/;
/** In a quote, a line without text counts as blank. */
const BLANK = /^[ \t]*$|^ {0,3}>[> ]*$/;
const LIST_ITEM = /^( *)(?:[-*+]|\d{1,9}[.)])( +)/;
/** List items, and quotes, that begin with something else than text: no line can continue them. */
const CONTAINER_WITHOUT_TEXT =
  /^ *(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*)+(?:$|#|~~~|([-*_=])(?:[ \t]*\1)+[ \t]*$)/;
/** Headings and thematic breaks end every list, and code can follow them. */
const BREAK = /^#|^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;

/** After a blank line, four more columns of indentation than the enclosing list item's text make code. */
function mayHoldIndentedCode(source: string): boolean {
  const offsets: number[] = [];
  let afterBlank = true;
  for (const { start, end } of linesOf(source)) {
    const line = source.slice(start, end);
    if (QUOTE.test(line)) offsets.length = 0;
    if (BLANK.test(line)) {
      afterBlank = true;
      continue;
    }
    const indent = line.search(/[^ \t]/);
    if (line.slice(0, indent).includes('\t') || CONTAINER_WITHOUT_TEXT.test(line)) return true;
    if (afterBlank) while (offsets.length > 0 && (offsets[offsets.length - 1] ?? 0) > indent) offsets.pop();
    const item = LIST_ITEM.exec(line);
    const base = item === null ? offsets : offsets.filter((offset) => offset <= indent);
    const depth = indent - (base[base.length - 1] ?? 0);
    if (afterBlank && depth >= 4) return true;
    afterBlank = BREAK.test(line);
    if (afterBlank) offsets.length = 0;
    if (afterBlank || item === null || depth >= 4) continue;
    if ((item[2]?.length ?? 0) > 4) return true;
    while (offsets.length > 0 && (offsets[offsets.length - 1] ?? 0) > indent) offsets.pop();
    offsets.push(item[0].length);
  }
  return false;
}
