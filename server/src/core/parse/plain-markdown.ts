import type { HtmlTag, Inlines, Link } from '../model/inlines.js';
import type { Span } from '../text/span.js';
import { mayHoldMarkdownBlocks } from './markdown-blocks.js';

/**
 * The inlines of `source` if it contains only what every Markdown parser reads in the same way: text, and links, bold,
 * emphasis and code without nesting. `undefined` if it needs remark.
 * Most of what authors write is of this kind, and takes a hundredth of remark's time; a test compares the results.
 */
export function readPlainMarkdown(source: string): Inlines | undefined {
  if (mayHoldMarkdownBlocks(source)) return undefined;
  const reader = new PlainReader(source);
  return reader.read() ? reader : undefined;
}

/** Text without any mark that isn't escaped, over at most one line ending where a paragraph certainly continues. */
const TEXT = String.raw`(?:[^[\]<>${'`'}\\*_\r\n]|\\[!-/:;=>?@[-_{-~]|\r?\n[ \t]*(?=\p{L}|\p{N}+[^\p{N}.)]))`;
const TARGET = String.raw`\(((?:[^\s()<>${'`'}\\*[\]]|\([^\s()<>${'`'}\\*[\]]*\))+)(?:[ \t]+"[^"\\&${'`'}\r\n]*")?\)`;

/** Links and images, with bold only around the whole text. */
const LINK = new RegExp(String.raw`(!?)\[((?:\*\*)?)(${TEXT}*)\2\]${TARGET}`, 'uy');
/** An image that is a link. */
const LINKED_IMAGE = new RegExp(String.raw`\[(!\[(${TEXT}*)\]${TARGET})\]${TARGET}`, 'uy');
const BOLD_LINK = new RegExp(String.raw`\*\*(?=\[${TEXT}*\]${TARGET}\*\*)`, 'uy');
/** Brackets that aren't links can be a part of bold text. */
const BOLD_TEXT = String.raw`(?:${TEXT}|\[${TEXT}*\](?![(\[:]))`;
const STRONG = new RegExp(String.raw`\*\*(?!\s)(${BOLD_TEXT}+?)(?<!\s)\*\*(?!\*)`, 'uy');
/** Bold inside emphasis. */
const STRONG_EMPHASIS = new RegExp(String.raw`(?<!\*)\*{3}(?![\s*])(${BOLD_TEXT}+?)(?<!\s)\*{3}(?!\*)`, 'uy');
const EMPHASIS = new RegExp(String.raw`(?<!\*)\*(?![\s*])(${TEXT}+?)(?<!\s)\*(?!\*)`, 'uy');
const UNDERSCORED = new RegExp(String.raw`(?<![\p{L}\p{N}_])_(?![\s_])(${TEXT}+?)(?<!\s)_(?![\p{L}\p{N}_])`, 'uy');
const CODE = /(?<!`)`[^`\r\n]+`(?!`)/y;
const AUTOLINK = /<((?:https?|mailto):[^\s<>\\]*)>/y;
/** A tag after a word; at the start of a line or an item, it could open an HTML block. */
const TAG = /(?<=\p{L}[^\r\n]*)<\/?(?:br|b|i|sub|sup)[ \t]*\/?>/iuy;
/** `[x]`, `[!NOTE]`: brackets that aren't links, as long as the file has no link reference definitions. */
const BRACKETS = new RegExp(String.raw`\[${TEXT}*\](?![(\[:])`, 'uy');
/** Marks that only have a meaning next to others, and are plain text here. */
const HARMLESS =
  /\[(?=!INCLUDE[ \t])|\](?![(\[:])|\*(?=[ \t])|&|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])|<(?![A-Za-z/!?])|>|\\(?:[!-/:-@[-`{-~]|(?=[^!-/:-@[-`{-~]|$))/iuy;

const HEADING = /^#{1,6}(?:[ \t]|$)/m;
const MARKS = /[[\]<`\\&*_]/g;
const PUNCTUATION_OR_SPACE = /[\s\p{P}\p{S}]/u;

/** Reads left to right, and gives up at the first ambiguous mark. */
class PlainReader implements Inlines {
  readonly links: Link[] = [];
  readonly strongs: Span[] = [];
  readonly texts: Span[] = [];
  readonly opaque: Span[] = [];
  /** Tags with attributes need remark. */
  readonly tags: readonly HtmlTag[] = [];
  readonly #source: string;
  /** At the end of a heading, all open constructs end. */
  readonly #hasHeading: boolean;
  /** The offsets at which the `**` around a link close. */
  readonly #closingBold: number[] = [];
  /** The text in the last construct. */
  #inner: Span | undefined;

  constructor(source: string) {
    this.#source = source;
    this.#hasHeading = HEADING.test(source);
  }

  /** `false` if it needs remark. */
  read(): boolean {
    let textStart = 0;
    let read = 0;
    for (let at = this.#nextMark(0); at !== -1;) {
      // An escaped `!` was consumed already.
      const start = at > read && this.#source[at - 1] === '!' && this.#source[at] === '[' ? at - 1 : at;
      const constructEnd = this.#readConstruct(start);
      const end = constructEnd ?? match(HARMLESS, this.#source, at);
      if (end === undefined) return false;
      if (constructEnd !== undefined) {
        this.#pushText({ start: textStart, end: start });
        if (this.#inner !== undefined) this.#pushText(this.#inner);
        textStart = end;
      }
      read = end;
      at = this.#nextMark(end);
    }
    this.#pushText({ start: textStart, end: this.#source.length });
    return true;
  }

  /** A piece of text, which extends the last one if they are adjacent. */
  #pushText({ start, end }: Span): void {
    const last = this.texts[this.texts.length - 1];
    if (last?.end === start && end > start) this.texts[this.texts.length - 1] = { start: last.start, end };
    else if (end > start) this.texts.push({ start, end });
  }

  #nextMark(from: number): number {
    MARKS.lastIndex = from;
    return MARKS.exec(this.#source)?.index ?? -1;
  }

  /** The end of the construct that starts at `at`; `undefined` if there is none. */
  #readConstruct(at: number): number | undefined {
    this.#inner = undefined;
    const end = this.#constructAt(at);
    if (end !== undefined && this.#hasHeading && /[\r\n]/.test(this.#source.slice(at, end))) return undefined;
    return end;
  }

  #constructAt(at: number): number | undefined {
    switch (this.#source[at]) {
      case '!':
      case '[':
        return this.#readLink(at);
      case '*':
        return this.#readStrong(at) ?? this.#readStrongEmphasis(at) ?? this.#readEmphasis(EMPHASIS, at, 1);
      case '_':
        return this.#readEmphasis(UNDERSCORED, at, 1);
      case '`':
        return this.#readOpaque(CODE, at);
      case '<':
        return this.#readAutolink(at) ?? this.#readOpaque(TAG, at);
      default:
        return undefined;
    }
  }

  #readLink(at: number): number | undefined {
    LINK.lastIndex = at;
    const found = LINK.exec(this.#source);
    if (found === null) return this.#readLinkedImage(at) ?? this.#readBrackets(at);
    const [whole, bang = '', bold = '', inner = '', target = ''] = found;
    const textStart = at + bang.length + 1;
    const text = { start: textStart, end: textStart + inner.length + 2 * bold.length };
    if (bold !== '') {
      if (bang !== '' || inner === '' || /^\s|\s$/.test(inner) || !this.#binds(text.start, text.end, 2))
        return undefined;
      this.strongs.push(text);
    }
    const targetStart = text.end + 2;
    const kind = bang === '' ? 'link' : 'image';
    if (kind === 'link') this.#inner = { start: text.start + bold.length, end: text.end - bold.length };
    this.links.push({ kind, span: { start: at, end: at + whole.length }, text, target: located(target, targetStart) });
    return at + whole.length;
  }

  #readLinkedImage(at: number): number | undefined {
    LINKED_IMAGE.lastIndex = at;
    const found = LINKED_IMAGE.exec(this.#source);
    if (found === null) return undefined;
    const [whole, inner = '', alt = '', imageTarget = '', target = ''] = found;
    const end = at + whole.length;
    const image = { start: at + 1, end: at + 1 + inner.length };
    const text = { start: at + 3, end: at + 3 + alt.length };
    const linked = located(target, image.end + 2);
    this.links.push({ kind: 'link', span: { start: at, end }, text: image, target: linked });
    this.links.push({ kind: 'image', span: image, text, target: located(imageTarget, text.end + 2) });
    return end;
  }

  /** Brackets without a target are plain text. */
  #readBrackets(at: number): number | undefined {
    const end = match(BRACKETS, this.#source, at + (this.#source[at] === '!' ? 1 : 0));
    if (end !== undefined) this.#inner = { start: at, end };
    return end;
  }

  #readStrong(at: number): number | undefined {
    if (this.#closingBold[0] === at) {
      this.#closingBold.shift();
      return at + 2;
    }
    const opened = match(BOLD_LINK, this.#source, at);
    if (opened !== undefined) return this.#openBoldLink(at);
    const end = match(STRONG, this.#source, at);
    if (end === undefined || !this.#binds(at, end, 2)) return undefined;
    this.strongs.push({ start: at, end });
    this.#inner = { start: at + 2, end: end - 2 };
    return end;
  }

  #readStrongEmphasis(at: number): number | undefined {
    const end = match(STRONG_EMPHASIS, this.#source, at);
    if (end === undefined || !this.#binds(at, end, 3)) return undefined;
    this.strongs.push({ start: at + 1, end: end - 1 });
    this.#inner = { start: at + 3, end: end - 3 };
    return end;
  }

  /** `**[text](target)**`: the link is read next, and its closing `**` then. */
  #openBoldLink(at: number): number | undefined {
    LINK.lastIndex = at + 2;
    if (LINK.exec(this.#source) === null) return undefined;
    const end = LINK.lastIndex + 2;
    if (this.#source[end] === '*' || !this.#binds(at, end, 2)) return undefined;
    this.strongs.push({ start: at, end });
    this.#closingBold.push(end - 2);
    return at + 2;
  }

  #readEmphasis(pattern: RegExp, at: number, width: number): number | undefined {
    const end = match(pattern, this.#source, at);
    if (end === undefined || !this.#binds(at, end, width)) return undefined;
    this.#inner = { start: at + width, end: end - width };
    return end;
  }

  #readOpaque(pattern: RegExp, at: number): number | undefined {
    const end = match(pattern, this.#source, at);
    if (end !== undefined) this.opaque.push({ start: at, end });
    return end;
  }

  #readAutolink(at: number): number | undefined {
    const end = match(AUTOLINK, this.#source, at);
    if (end === undefined) return undefined;
    const target = located(this.#source.slice(at + 1, end - 1), at + 1);
    this.links.push({ kind: 'autolink', span: { start: at, end }, text: target.span, target });
    this.#inner = target.span;
    return end;
  }

  /**
   * The flanking rule of CommonMark: next to punctuation on the inside, a mark needs space or punctuation on the
   * outside.
   */
  #binds(start: number, end: number, width: number): boolean {
    return (
      binds(this.#source[start + width], this.#source[start - 1]) &&
      binds(this.#source[end - width - 1], this.#source[end])
    );
  }
}

function binds(inside = '', outside = '\n'): boolean {
  return !PUNCTUATION_OR_SPACE.test(inside) || PUNCTUATION_OR_SPACE.test(outside);
}

/** The end of the match of the sticky `pattern` at `at`. */
function match(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}

function located(value: string, start: number): Link['target'] {
  return { value, span: { start, end: start + value.length } };
}
