import matter from 'gray-matter';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Alias,
  type Document,
  type Pair,
  type YAMLError,
} from 'yaml';
import { defineMessages, type Message } from '../../messages/index.js';
import type { Field, FieldValue, FrontMatter, YamlError } from '../model/front-matter.js';
import { shift, trimmed, type Span } from '../text/span.js';
import { readYamlSuppressions, shiftSuppression } from './comments.js';
import { afterLineEnd, lineEnd, linesOf } from './lines.js';
import { readPlainFields } from './plain-front-matter.js';
import { appendAll } from '../text/lists.js';

const texts = defineMessages('parse/front-matter', {
  tooLong: { text: 'it is too long', note: "A reason after a colon: The front matter can't be read: it is too long." },
  tooDeep: {
    text: 'it is nested too deeply',
    note: "A reason after a colon: The front matter can't be read: it is nested too deeply.",
  },
  notFields: {
    text: 'it isn\'t a list of "key: value" lines',
    note: 'A reason after a colon: The front matter can\'t be read: it isn\'t a list of "key: value" lines.',
  },
  unknownAnchor: {
    text: 'no value is marked {anchor}',
    note: "A reason after a colon: The front matter can't be read: no value is marked &name. {anchor}: &name.",
  },
});

/** Front matter that was parsed before, and its text. */
interface Previous {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
}

/**
 * Parses the front matter of `text`; `undefined` if there is none. Never fails, and runs no code from the file. The
 * same object as in `previous` as long as nothing in it changes.
 */
export function readFrontMatter(text: string, previous?: Previous): FrontMatter | undefined {
  const fences = findFences(text);
  if (fences === undefined) return undefined;
  const { opening, content, closed, indented, span } = fences;
  const old = previous?.frontMatter;
  if (old !== undefined && old.closed === closed && sameSource(old.span, previous?.text ?? '', span, text)) return old;
  const source = text.slice(content.start, content.end);
  const { fields, errors } = isYamlFence(opening) ? readFields(source, content.start) : { fields: [], errors: [] };
  return {
    span,
    content,
    opening: { value: text.slice(opening.span.start, opening.span.end), span: opening.span },
    closed,
    indented,
    fields,
    errors,
    suppressions: readYamlSuppressions(source).map((comment) => shiftSuppression(comment, content.start)),
  };
}

function sameSource(a: Span, aText: string, b: Span, bText: string): boolean {
  return a.start === b.start && a.end === b.end && aText.slice(a.start, a.end) === bText.slice(b.start, b.end);
}

interface Fences {
  readonly opening: { readonly info: string; readonly span: Span };
  readonly content: Span;
  readonly span: Span;
  readonly closed: boolean;
  readonly indented: boolean;
}

const OPENING = /^---(?!-)(.*)$/;
const CLOSING = /^---[ \t]*$/;
/** A line that was meant to close the block, but doesn't. */
const NEAR_CLOSING = /^(?:[ \t]+---|[ \t]*(?:--|----+|[–—]+|___+|\*\*\*+|\.\.\.))[ \t]*$/;
const FIELD_LINE = /^[\w.-]+[ \t]*:(?:[ \t]|$)/;
/** Lines that aren't YAML: the text of the page has begun. */
const BODY_LINE = /^(?:#{2,6}[ \t]|\||\[!INCLUDE|>[ \t]|(?:[-*+]|\d+\.)[ \t]+\[)/i;

/**
 * The fences, which we find ourselves: gray-matter accepts `----` as a closing fence, an open block as closed, and a
 * horizontal rule as front matter.
 */
function findFences(text: string): Fences | undefined {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const start = skipBlankLines(text, bom);
  const openEnd = lineEnd(text, start);
  const match = OPENING.exec(text.slice(start, openEnd));
  if (match === null) return undefined;
  const opening = { info: (match[1] ?? '').trim(), span: trimmed(text, { start, end: openEnd }) };
  const contentStart = afterLineEnd(text, openEnd);
  const indented = start > bom;
  const scan = scanContent(text, contentStart);
  if (!scan.hasField && (indented || !scan.closed || scan.hasText)) return undefined;
  const content = { start: contentStart, end: scan.contentEnd };
  return { opening, content, closed: scan.closed, indented, span: { start, end: scan.end } };
}

interface ContentScan {
  readonly contentEnd: number;
  readonly end: number;
  readonly closed: boolean;
  readonly hasField: boolean;
  /** Lines that are neither fields nor comments nor blank. */
  readonly hasText: boolean;
}

function scanContent(text: string, from: number): ContentScan {
  let hasField = false;
  let hasText = false;
  let afterBlank = false;
  let contentEnd = from;
  let nearEnd: number | undefined;
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (CLOSING.test(line)) return { contentEnd: at, end: at + 3, closed: true, hasField, hasText };
    const isBlank = line.trim() === '';
    if (hasField && NEAR_CLOSING.test(line)) nearEnd ??= contentEnd;
    if (!isBlank && (BODY_LINE.test(line) || (afterBlank && isProse(line)))) break;
    if (FIELD_LINE.test(line)) hasField = true;
    else if (!isBlank && !line.startsWith('#')) hasText = true;
    at = afterLineEnd(text, end);
    if (!isBlank) contentEnd = at;
    afterBlank = isBlank;
  }
  const end = nearEnd ?? contentEnd;
  return { contentEnd: end, end, closed: false, hasField, hasText };
}

/** After a blank line: a heading, or a line without a colon at the margin. */
function isProse(line: string): boolean {
  return (
    /^#[ \t]+\S/.test(line) ||
    (/^\S/.test(line) && !/[:：]/.test(line) && !line.startsWith('#') && !line.startsWith('-'))
  );
}

function skipBlankLines(text: string, from: number): number {
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    if (text.slice(at, end).trim() !== '') return at;
    at = afterLineEnd(text, end);
  }
  return from;
}

function isYamlFence({ info }: Fences['opening']): boolean {
  return info === '' || /^ya?ml$/i.test(info);
}

/** More than any page has; a parser shouldn't have to parse the rest of a page as YAML. */
const MAX_LENGTH = 16 * 1024;
const MAX_LINES = 500;
/** More levels than anyone nests. The parser is recursive, and a stack overflow can end the process. */
const MAX_DEPTH = 64;

interface FieldsAndErrors {
  readonly fields: readonly Field[];
  readonly errors: readonly YamlError[];
}

/** The fields and errors of the YAML in `source`, which starts at `offset` in the file. */
function readFields(source: string, offset: number): FieldsAndErrors {
  const refusal = refusalOf(source);
  if (refusal !== undefined) {
    const start = refusal.at + offset;
    return {
      fields: [],
      errors: [
        { code: refusal.code, message: refusal.message, span: { start, end: lineEnd(source, refusal.at) + offset } },
      ],
    };
  }
  const plain = readPlainFields(source, offset);
  return plain === undefined ? readByYaml(source, offset) : { fields: plain, errors: [] };
}

/** The same with the YAML parser. */
export function readByYaml(source: string, offset: number): FieldsAndErrors {
  const document = readYaml(source);
  const errors = document.errors.map((error): YamlError => ({
    code: error.code,
    message: reasonOf(error),
    span: shift({ start: error.pos[0], end: Math.max(error.pos[0], Math.min(error.pos[1], source.length)) }, offset),
  }));
  const contents = document.contents;
  if (contents !== null && !isMap(contents)) {
    const span = trimmed(source, { start: contents.range[0], end: contents.range[1] });
    return {
      fields: [],
      errors: [{ code: 'NOT_A_MAP', message: texts.notFields, span: shift(span, offset) }, ...errors],
    };
  }
  for (const pair of contents?.items ?? [])
    if (isAlias(pair.value)) appendAll(errors, unknownAnchor(pair.value, document, offset));
  const isFlow = contents?.flow === true;
  const fields = (contents?.items ?? []).flatMap((pair) => toField(pair as Pair, isFlow, source, offset));
  return { fields, errors: errors.sort((a, b) => a.span.start - b.span.start) };
}

/** The parser's message, in a form that can follow a colon. */
function reasonOf({ message }: YAMLError): string {
  const plain = message.replace(/[.\s]+$/, '').replace(/\s+/g, ' ');
  return `${plain[0]?.toLowerCase() ?? ''}${plain.slice(1)}`;
}

/** `*name` refers to the value marked with `&name`, which the parser doesn't check. */
function unknownAnchor(alias: Alias, document: Document.Parsed, offset: number): YamlError[] {
  if (alias.range == null || alias.resolve(document) !== undefined) return [];
  return [
    {
      code: 'UNKNOWN_ANCHOR',
      message: texts.unknownAnchor({ anchor: `&${alias.source}` }),
      span: shift({ start: alias.range[0], end: alias.range[1] }, offset),
    },
  ];
}

interface Refusal {
  readonly code: 'TOO_LONG' | 'TOO_DEEP';
  readonly message: Message;
  readonly at: number;
}

/** Why `source` isn't passed to the parser. */
function refusalOf(source: string): Refusal | undefined {
  if (source.length > MAX_LENGTH || linesOf(source).length > MAX_LINES)
    return { code: 'TOO_LONG', message: texts.tooLong, at: 0 };
  const at = tooDeepAt(source);
  return at === undefined ? undefined : { code: 'TOO_DEEP', message: texts.tooDeep, at };
}

/**
 * The start of the first line that can nest deeper than the limit: by brackets, or by `- - -` and similar markers
 * within a line. Quotes are ignored, since no real file comes near the limit. Nesting by indentation alone can't get
 * deep within `MAX_LENGTH`.
 */
function tooDeepAt(source: string): number | undefined {
  let brackets = 0;
  for (const { start, end } of linesOf(source)) {
    let indicators = 0;
    for (let at = start; at < end; at++) {
      const character = source[at] ?? '';
      if (character === '[' || character === '{') brackets++;
      else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
      else if ((character === '-' || character === '?' || character === ':') && /\s/.test(source[at + 1] ?? ' '))
        indicators++;
      if (brackets > MAX_DEPTH || indicators > MAX_DEPTH) return start;
    }
  }
  return undefined;
}

/**
 * gray-matter, made safe: its YAML engine is `parseDocument` of `yaml`, which keeps positions, reports every error and
 * expands nothing; every other engine is refused; options are always passed, so that its cache is never used.
 */
function readYaml(source: string): Document.Parsed {
  let document: Document.Parsed | undefined;
  const yaml = {
    // gray-matter includes the line ending of the opening fence, and ends the block at a line such as `---x`.
    parse(text: string): object {
      if (text.slice(1) === source) document = parseYaml(source);
      return {};
    },
  };
  // We add the fences, so that the file can't select an engine.
  matter(`---\n${source}\n---\n`, {
    language: 'yaml',
    engines: { yaml, javascript: refused, js: refused, json: refused, coffee: refused },
  });
  return document ?? parseYaml(source);
}

const refused = {
  parse(): object {
    throw new Error('Only YAML front matter is read');
  },
};

function parseYaml(source: string): Document.Parsed {
  // In YAML, a lone `\r` isn't a line ending; replacing it with `\n` keeps every offset. With the log level `silent`, a
  // second document would be an error.
  return parseDocument(source.replace(/\r(?!\n)/g, '\n'), {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
}

function toField(pair: Pair, isFlow: boolean, source: string, offset: number): Field[] {
  const key = pair.key;
  if (!isScalar(key) || key.range == null) return [];
  const keySpan = { start: key.range[0], end: key.range[1] };
  const value = toValue(pair.value, source, keySpan.end);
  const end = Math.max(value.span.end, keySpan.end);
  // `{title: x, author: y}`: the rest of the line belongs to other fields.
  const span = isFlow
    ? { start: keySpan.start, end }
    : { start: withQuestionMark(source, keySpan.start), end: endOfLines(source, end) };
  return [
    {
      key: { value: String(key.value), span: shift(keySpan, offset) },
      value: { ...value, span: shift(value.span, offset) },
      span: shift(span, offset),
    },
  ];
}

/** The start of a key at `at`, including a `?` marker: `? title`. */
function withQuestionMark(source: string, at: number): number {
  const start = at === 0 ? 0 : Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1;
  return source[start] === '?' && source.slice(start + 1, at).trim() === '' ? start : at;
}

/** The end of the lines up to `end`: a block scalar (`|`) ends with its line ending. */
function endOfLines(source: string, end: number): number {
  return /[\r\n]/.test(source[end - 1] ?? '') ? end : afterLineEnd(source, lineEnd(source, end));
}

function toValue(node: unknown, source: string, keyEnd: number): FieldValue {
  const colon = source.slice(keyEnd, lineEnd(source, keyEnd)).indexOf(':');
  const missing = { start: keyEnd + colon + 1, end: keyEnd + colon + 1 };
  if (isScalar(node) && node.range != null) {
    const span = { start: node.range[0], end: node.range[1] };
    return span.start === span.end
      ? { kind: 'missing', text: '', span: missing }
      : { kind: 'scalar', text: String(node.value), span };
  }
  if ((isMap(node) || isSeq(node) || isAlias(node)) && node.range != null) {
    const kind = isMap(node) ? 'map' : isSeq(node) ? 'list' : 'alias';
    return { kind, text: '', span: trimmed(source, { start: node.range[0], end: node.range[1] }) };
  }
  return { kind: 'missing', text: '', span: missing };
}
