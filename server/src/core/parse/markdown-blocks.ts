import { linesOf } from './lines.js';

/** A fence, an indented heading, a heading inside a list or a quote, code directly after a list marker. */
const FENCE_OR_HEADING =
  /^ {0,3}(?:~~~|```)|^ {1,3}#|^[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t>*+-]*#{1,6}[ \t]|^[ \t>]*(?:[*+-]|\d{1,9}[.)])(?: {5}|\t)/m;
/** A line of `=` or `-`: after a line of text, it makes that line a heading. */
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/gm;
const INDENTED = /^(?: {4}|\t| {1,3}\t)/m;

/**
 * Whether `source` could contain a block other than a paragraph, a list, a quote, a thematic break or a heading at the
 * margin: code or a setext heading. False positives are fine, false negatives aren't.
 */
export function mayHoldMarkdownBlocks(source: string): boolean {
  return (
    FENCE_OR_HEADING.test(source) || mayHoldSetext(source) || (INDENTED.test(source) && mayHoldIndentedCode(source))
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
const BLANK = /^\s*$|^ {0,3}>[> ]*$/;
const LIST_ITEM = /^( *)(?:[-*+]|\d{1,9}[.)])( +)/;

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
    const indent = line.length - line.trimStart().length;
    if (line.slice(0, indent).includes('\t')) return true;
    if (afterBlank) while (offsets.length > 0 && (offsets[offsets.length - 1] ?? 0) > indent) offsets.pop();
    const item = LIST_ITEM.exec(line);
    // An item that begins with a blank line ends there.
    if (item !== null && item[0].length === line.length) return true;
    const base = item === null ? offsets : offsets.filter((offset) => offset <= indent);
    const depth = indent - (base[base.length - 1] ?? 0);
    if (afterBlank && depth >= 4) return true;
    // A heading ends every list, and code can follow it.
    afterBlank = line.startsWith('#');
    if (afterBlank) offsets.length = 0;
    if (item === null || depth >= 4) continue;
    if ((item[2]?.length ?? 0) > 4) return true;
    while (offsets.length > 0 && (offsets[offsets.length - 1] ?? 0) > indent) offsets.pop();
    offsets.push(item[0].length);
  }
  return false;
}
