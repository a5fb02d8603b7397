import { defineMessages, type Message } from '../../../messages/index.js';
import type { FrontMatter, YamlError } from '../../model/front-matter.js';
import { afterLineEnd, lineEnd, linesOf } from '../../parse/lines.js';
import type { Span } from '../../text/span.js';
import { INVISIBLE, nearest } from '../../text/spelling.js';
import type { TextEdit } from '../../text/text-edit.js';
import type { FrontMatterSpec } from '../../vocabulary/vocabulary.js';
import { playbookKeys } from '../../dialect/front-matter.js';
import { inTypographicQuotes } from '../../dialect/typographic-quotes.js';
import { titles } from './fixes.js';
import { startOfLine } from './whole-lines.js';

const texts = defineMessages('yaml-lines', {
  removeIndentation: { text: 'Remove the indentation', note: 'Title of a fix: deletes the white space before a key.' },
  writeKey: {
    text: 'Write "{key}: "',
    note: 'Title of a fix. {key}: a key of the front matter, before a colon and a space.',
  },
  makeComment: { text: 'Turn the line into a comment', note: 'Title of a fix: YAML then ignores the line.' },
  closeQuote: { text: 'Insert the closing {quote}', note: 'Title of a fix. {quote}: a quotation mark.' },
});

/** A mistake in a line that YAML can't read, in terms that authors understand. */
export type LineMistake = ValueMistake | OtherMistake;

interface MistakeBase {
  /** The text to quote. */
  readonly text: string;
  readonly span: Span;
  /** The fix, if there is an obvious one. */
  readonly fix?: { readonly title: Message; readonly edit: TextEdit };
}

/** The line is `key: value`, and the value can't be read. */
interface ValueMistake extends MistakeBase {
  readonly kind: 'colonInValue' | 'reservedStart' | 'openQuote' | 'textAfterQuote';
  readonly key: string;
}

interface OtherMistake extends MistakeBase {
  readonly kind: 'conflict' | 'noColon' | 'notAField' | 'colonPlace' | 'noSpace' | 'tab' | 'indent' | 'secondBlock';
}

/**
 * The mistakes in the lines of front matter that YAML can't read.
 *
 * A YAML parser stops at its first error, or reports consequences of it, often on a later line than the mistake.
 * The front matter of a playbook is a flat list of lines, so each line can be checked separately.
 */
export function mistakenLines({ content, errors }: FrontMatter, text: string, spec: FrontMatterSpec): LineMistake[] {
  if (errors.length === 0) return [];
  const keys = playbookKeys(spec);
  const source = text.slice(content.start, content.end);
  const mistakes: LineMistake[] = [];
  let inBlock = false;
  for (const { start, end } of linesOf(source)) {
    const line = new Line(
      source.slice(start, end),
      content.start + start,
      content.start + afterLineEnd(source, end),
      keys,
    );
    if (inBlock && /^(?:[ \t]|$)/.test(line.source)) continue;
    inBlock = /^[\w.-]+[ \t]*:[ \t]*(?:[|>][+-]?\d?)?[ \t]*$/.test(line.source);
    if (line.isSilent || inBlock) continue;
    const mistake = READERS.map((read) => read(line)).find((found) => found !== undefined);
    if (mistake !== undefined) mistakes.push(mistake);
  }
  return mistakes;
}

/** The `errors`, in source order, that none of the mistakes explains. */
export function unexplained(errors: readonly YamlError[], mistakes: readonly LineMistake[], text: string): YamlError[] {
  const explained = mistakes.map((mistake) => reachOf(mistake, text));
  let next = 0;
  return errors.filter(({ span }) => {
    while ((explained[next]?.end ?? Infinity) < span.start) next++;
    return (explained[next]?.start ?? Infinity) > span.end;
  });
}

/** Where YAML may report an error for a mistake: on its own line or the one below. */
function reachOf({ kind, span }: LineMistake, text: string): Span {
  const ownLine = startOfLine(text, span.start);
  // YAML reads an indented field as a continuation of the line above it.
  const start = kind === 'indent' ? startOfLine(text, Math.max(0, ownLine - 2)) : ownLine;
  // An open quotation mark includes everything that follows, and a second block ends the first.
  if (kind === 'openQuote' || kind === 'secondBlock') return { start, end: text.length };
  return { start, end: lineEnd(text, afterLineEnd(text, lineEnd(text, span.end))) };
}

class Line {
  constructor(
    readonly source: string,
    /** The offset in the file. */
    readonly start: number,
    /** The offset of the next line in the file. */
    readonly next: number,
    readonly keys: readonly string[],
  ) {}

  get isSilent(): boolean {
    return /^[ \t]*(?:#|$)/.test(this.source);
  }

  /** The span of `source.slice(from, to)` in the file, without trailing white space. */
  span(from: number, to = this.source.length): Span {
    return { start: this.start + from, end: this.start + from + this.source.slice(from, to).trimEnd().length };
  }

  isKnown(key: string): boolean {
    return this.keys.includes(key) || nearest(key, this.keys, 1).length > 0;
  }
}

type Reader = (line: Line) => LineMistake | undefined;

const CONFLICT = /^(?:<{7}|={7}|>{7})(?:[ \t].*)?$/;

function conflict(line: Line): LineMistake | undefined {
  if (!CONFLICT.test(line.source)) return undefined;
  return { kind: 'conflict', text: line.source.slice(0, 7), span: line.span(0) };
}

function secondBlock(line: Line): LineMistake | undefined {
  if (!/^(?:---|\.\.\.)(?:[ \t].*)?$/.test(line.source)) return undefined;
  const text = line.source.trim();
  return {
    kind: 'secondBlock',
    text,
    span: line.span(0),
    fix: { title: titles.delete({ text }), edit: { span: { start: line.start, end: line.next }, newText: '' } },
  };
}

function tab(line: Line): LineMistake | undefined {
  const match = /^[ ]*\t[ \t]*(?=[\w.-]+:)/.exec(line.source);
  if (match === null) return undefined;
  const span = { start: line.start, end: line.start + match[0].length };
  return {
    kind: 'tab',
    text: line.source.trim(),
    span,
    fix: { title: texts.removeIndentation, edit: { span, newText: '' } },
  };
}

/** The keys of a playbook are never nested, so spaces before a key are a mistake. */
function indent(line: Line): LineMistake | undefined {
  const match = /^([ ]+)([\w.-]+):(?:[ \t]|$)/.exec(line.source);
  if (match === null || !line.keys.includes(match[2] ?? '')) return undefined;
  const span = { start: line.start, end: line.start + (match[1] ?? '').length };
  return {
    kind: 'indent',
    text: match[2] ?? '',
    span,
    fix: { title: texts.removeIndentation, edit: { span, newText: '' } },
  };
}

/** `ms.author :value`, `title：value`, `title: value` with a no-break space, `title:value`. */
function colonPlace(line: Line): LineMistake | undefined {
  const match = /^([\w.-]+)([^\S:：]*)([:：])([^\S]*)/.exec(line.source);
  const [head = '', key = '', gap = '', colon, space = ''] = match ?? [];
  if (match === null || !line.isKnown(key)) return undefined;
  if (colon === ':' && /^(?:[ \t]|$)/.test(space) && (space !== '' || head.length === line.source.length))
    return undefined;
  const isOnlySpace = gap === '' && colon === ':';
  const span = isOnlySpace ? { start: line.start, end: line.start + head.length } : line.span(0);
  const edit = { span: { start: line.start + key.length, end: line.start + head.length }, newText: ': ' };
  return {
    kind: isOnlySpace ? 'noSpace' : 'colonPlace',
    text: line.source.trim(),
    span,
    fix: { title: texts.writeKey({ key }), edit },
  };
}

/** `author Ryan Meehan`: a key of playbooks, but no colon. */
function noColon(line: Line): LineMistake | undefined {
  const match = /^([\w.-]+)([ \t]+)(?=\S)/.exec(line.source);
  const [head = '', key = ''] = match ?? [];
  if (match === null || /^[\w.-]+[ \t]*:/.test(line.source)) return lonelyText(line);
  if (!line.keys.includes(key)) return lonelyText(line);
  const edit = { span: { start: line.start + key.length, end: line.start + head.length }, newText: ': ' };
  return {
    kind: 'noColon',
    text: line.source.trim(),
    span: line.span(0),
    fix: { title: texts.writeKey({ key }), edit },
  };
}

function lonelyText(line: Line): LineMistake | undefined {
  if (/^\s/.test(line.source) || /[:：]/.test(line.source) || /^(?:[-?]|[\]}])(?:\s|$)/.test(line.source))
    return undefined;
  const edit = { span: { start: line.start, end: line.start }, newText: '# ' };
  return {
    kind: 'notAField',
    text: line.source.trim(),
    span: line.span(0),
    fix: { title: texts.makeComment, edit },
  };
}

/** The value of a line that looks like a field. */
function valueOf(line: Line): { key: string; value: string; from: number } | undefined {
  const match = /^([\w.-]+[ \t]*):[ \t]+(?=\S)/.exec(line.source);
  if (match === null) return undefined;
  return { key: (match[1] ?? '').trim(), value: line.source.slice(match[0].length).trimEnd(), from: match[0].length };
}

function openQuote(line: Line): LineMistake | undefined {
  const field = valueOf(line);
  const quote = field?.value[0];
  if (field === undefined || (quote !== '"' && quote !== "'") || closingQuoteIn(field.value) !== -1) return undefined;
  const span = line.span(field.from);
  const edit = { span: { start: span.end, end: span.end }, newText: quote };
  return {
    kind: 'openQuote',
    text: field.value,
    key: field.key,
    span,
    fix: { title: texts.closeQuote({ quote }), edit },
  };
}

/** `title: "Plan" your migration`: YAML reads the quoted text as the whole value. */
function textAfterQuote(line: Line): LineMistake | undefined {
  const field = valueOf(line);
  if (field === undefined || !/^["']/.test(field.value)) return undefined;
  const end = closingQuoteIn(field.value);
  return end === -1 || /^[ \t]*(?:#|$)/.test(field.value.slice(end + 1))
    ? undefined
    : quoting(line, field, 'textAfterQuote');
}

/** The index of the quotation mark that closes the one at the start of `value`; -1 if there is none. */
function closingQuoteIn(value: string): number {
  const match = value.startsWith('"') ? /^"(?:[^"\\]|\\.)*"/.exec(value) : /^'(?:[^']|'')*'/.exec(value);
  return match === null ? -1 : match[0].length - 1;
}

function colonInValue(line: Line): LineMistake | undefined {
  const field = valueOf(line);
  if (
    field === undefined ||
    /^["'|>[{]/.test(field.value) ||
    !/:(?:[ \t]|$)/.test(field.value.replace(/[ \t]#.*$/, ''))
  )
    return undefined;
  return quoting(line, field, 'colonInValue');
}

/** A value that starts with a special character in YAML and continues as plain text. */
function reservedStart(line: Line): LineMistake | undefined {
  const field = valueOf(line);
  if (field === undefined) return undefined;
  const isReserved = /^[@`%]/.test(field.value) || /^[*&!]\S*[ \t]+\S/.test(field.value) || /^[*]/.test(field.value);
  const isBracketed =
    /^\[[^\]]*\][ \t]*[^ \t#]/.test(field.value) ||
    /^\{[^}]*\}[ \t]*[^ \t#]/.test(field.value) ||
    /^(?:\[[^\]]*|\{[^}]*)$/.test(field.value);
  return isReserved || isBracketed || /^[|>][ \t]*[^ \t\d+-]/.test(field.value)
    ? quoting(line, field, 'reservedStart')
    : undefined;
}

function quoting(
  line: Line,
  { key, value, from }: { key: string; value: string; from: number },
  kind: ValueMistake['kind'],
): LineMistake {
  const span = line.span(from);
  // Typographic quotation marks were meant as the ones that YAML needs.
  const meant = inTypographicQuotes(value)?.inner ?? value;
  const quoted = `"${meant.replace(/[\\"]/g, '\\$&')}"`;
  return { kind, text: value, key, span, fix: { title: titles.quoteValue, edit: { span, newText: quoted } } };
}

/** The most specific reader comes first. */
const READERS: readonly Reader[] = [
  conflict,
  secondBlock,
  tab,
  indent,
  colonPlace,
  openQuote,
  textAfterQuote,
  reservedStart,
  colonInValue,
  noColon,
];

/** The text without invisible characters, for messages that quote a line. */
export function shown(text: string): string {
  const plain = text.replace(INVISIBLE, '').replace(/\s+/g, ' ');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
