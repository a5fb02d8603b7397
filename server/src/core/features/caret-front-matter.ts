import type { Playbook } from '../model/playbook.js';
import { trimmed, type Span } from '../text/span.js';
import { partAround } from './caret-part.js';
import { lineSpanAt } from './caret-line.js';
import type { CaretPlace, KeyPlace, TextPlace, ValuePlace } from './caret-place.js';
import { yamlSuppressionPlaceAt } from './caret-suppression.js';

/** The caret place in the front matter; `undefined` outside it and in its fences. */
export function frontMatterPlaceAt(playbook: Playbook, offset: number): CaretPlace | undefined {
  const line = lineSpanAt(playbook, offset);
  if (!isInside(playbook, offset) && !isBegun(playbook, line)) return undefined;
  return (
    yamlSuppressionPlaceAt(playbook, offset) ??
    keyAt(playbook, offset, line) ??
    valueAt(playbook, offset, line) ??
    textIn(line)
  );
}

function isInside({ frontMatter, text }: Playbook, offset: number): boolean {
  if (frontMatter === undefined) return false;
  const { content, closed } = frontMatter;
  if (offset < content.start || offset > content.end) return false;
  // An unclosed block ends where the page begins; the line there may become its next line.
  return closed ? offset < content.end : offset < content.end || KEY_LINE.test(lineFrom(text, offset));
}

/** More lines than anyone types before the first key is recognized. */
const MOST_LINES = 50;
const FENCE = /^\uFEFF?---[ \t]*$/;
const KEY_LINE = /^[\w.-]*[ \t]*(?::.*)?$/;

/** Whether the line belongs to front matter that isn't recognized yet: after a fence, with at most keys in between. */
function isBegun({ frontMatter, lines }: Playbook, line: Span): boolean {
  if (frontMatter !== undefined) return false;
  const last = lines.lineAt(line.start);
  if (
    last === 0 ||
    last > MOST_LINES ||
    !FENCE.test(lines.lineText(0)) ||
    !KEY_LINE.test(lines.lineText(last)) ||
    FENCE.test(lines.lineText(last))
  )
    return false;
  for (let above = 1; above < last; above++)
    if (!BEGUN_LINE.test(lines.lineText(above)) || FENCE.test(lines.lineText(above))) return false;
  return true;
}

const BEGUN_LINE = /^(?:[\w.-]+[ \t]*(?::.*)?|#.*)$/;

function lineFrom(text: string, offset: number): string {
  return /^[^\r\n]*/.exec(text.slice(offset, offset + LONGEST_KEY))?.[0] ?? '';
}

const LONGEST_KEY = 200;

/** On the key, before its colon, or on a blank line. */
function keyAt({ text }: Playbook, offset: number, line: Span): KeyPlace | undefined {
  const [whole = '', key = '', colon] = /^([\w.-]*)[ \t]*(:)?/.exec(text.slice(line.start, line.end)) ?? [];
  if (line.start + whole.length < line.end && colon === undefined) return undefined;
  const end = line.start + whole.length - (colon ?? '').length;
  if (offset > end) return undefined;
  return {
    kind: 'key',
    key,
    span: { start: line.start, end: key === '' ? end : line.start + key.length },
    hasColon: colon !== undefined,
  };
}

function valueAt({ text }: Playbook, offset: number, line: Span): ValuePlace | undefined {
  const [head, key = ''] = /^([\w.-]+)[ \t]*:/.exec(text.slice(line.start, line.end)) ?? [];
  if (head === undefined) return undefined;
  const rest = { start: line.start + head.length, end: line.end };
  const value = valueIn(text, rest);
  if (offset < rest.start || offset > endOfBlanks(text, value.end, line.end)) return undefined;
  return { kind: 'value', key, value, part: partAround(text, value, commaParts(text, value), offset) };
}

/** The value without spaces, quotes and a following comment. */
function valueIn(text: string, rest: Span): Span {
  const source = text.slice(rest.start, rest.end);
  const start = rest.start + (/^[ \t]*/.exec(source)?.[0].length ?? 0);
  const quote = text[start];
  if (start < rest.end && (quote === '"' || quote === "'")) {
    const close = text.indexOf(quote, start + 1);
    return { start: start + 1, end: close === -1 || close >= rest.end ? rest.end : close };
  }
  const comment = source.search(/(?:^|[ \t])#/);
  return trimmed(text, { start, end: Math.max(start, comment === -1 ? rest.end : rest.start + comment) });
}

function endOfBlanks(text: string, from: number, to: number): number {
  let end = from;
  while (end < to && (text[end] === ' ' || text[end] === '\t')) end++;
  return end;
}

function commaParts(text: string, value: Span): Span[] {
  return [...text.slice(value.start, value.end).matchAll(/[^,;]+/g)].flatMap(({ 0: part, index }) => {
    const span = trimmed(text, { start: value.start + index, end: value.start + index + part.length });
    return span.start === span.end ? [] : [span];
  });
}

function textIn(line: Span): TextPlace {
  return { kind: 'text', line };
}
