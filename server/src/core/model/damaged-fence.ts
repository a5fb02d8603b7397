import type { Span } from '../text/span.js';
import { INVISIBLE } from '../text/spelling.js';
import type { TextEdit } from '../text/text-edit.js';

/** Front matter that no tool reads, since its first line is not `---`. */
export interface DamagedFence {
  /** `fence`: the line is written otherwise. `missing`: there is none. `comment`: a comment stands above it. */
  readonly kind: 'fence' | 'missing' | 'comment';
  /** The line that is wrong, or stands where it belongs. Offsets into the file. */
  readonly span: Span;
  /** What makes it right where it stands; empty where a person has to tell where the front matter ends. */
  readonly edits: readonly TextEdit[];
}

/** The damaged fence at the top of `text`; `undefined` where nothing below looks like the fields of a playbook. */
export function damagedFenceOf(text: string): DamagedFence | undefined {
  const top = lineFrom(text, afterBlank(text, text.charCodeAt(0) === 0xfeff ? 1 : 0));
  if (text.startsWith('<!--', top.start)) return belowComment(text, top.start);
  const line = text.slice(top.start, top.end);
  if (PLAIN_FENCE.test(line)) return undefined;
  if (isField(line) || /^#\s/.test(line)) {
    const fields = fieldsFrom(text, top.start);
    return fields === undefined
      ? undefined
      : {
          kind: 'missing',
          span: top,
          edits: [{ span: { start: top.start, end: top.start }, newText: `---${lineEndIn(text, top.end)}` }],
        };
  }
  const shown = line.replace(INVISIBLE, '').trim();
  if (!DASHES.test(shown) && !PLAIN_FENCE.test(shown) && !OTHER_FENCE.test(shown)) return undefined;
  const fields = fieldsFrom(text, top.next);
  if (fields === undefined) return undefined;
  const closing = lineFrom(text, fields.end);
  const isSameKind =
    OTHER_FENCE.test(shown) && text.slice(closing.start, closing.end).trim() === (/^\W+/.exec(shown)?.[0] ?? '').trim();
  return {
    kind: 'fence',
    span: top,
    edits: [{ span: top, newText: '---' }, ...(isSameKind ? [{ span: closing, newText: '---' }] : [])],
  };
}

const PLAIN_FENCE = /^---(?!-)/;
/** Dashes of any kind and number, and what else is used to draw a line. */
const DASHES = /^(?:[-\u2010-\u2015\u2212\u2500\u30FC\uFE58\uFE63\uFF0D]{1,80}|[_*=~.]{3,80})$/;
/** What opens front matter elsewhere, or a block of code. */
const OTHER_FENCE = /^(?:\+{3,}|(?:`{3,}|~{3,})[ \t]*(?:ya?ml)?)$/i;

/** Moves the comments at the top below the front matter that follows them. */
function belowComment(text: string, start: number): DamagedFence | undefined {
  let at = start;
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at);
    if (end === -1) return undefined;
    at = afterBlank(text, end + 3);
  }
  const fence = lineFrom(text, at);
  const fields = text.slice(fence.start, fence.end).trimEnd() === '---' ? fieldsFrom(text, fence.next) : undefined;
  if (fields === undefined) return undefined;
  const closing = lineFrom(text, fields.end);
  const isClosed = text.slice(closing.start, closing.end).trimEnd() === '---';
  const comment = text.slice(start, fence.start).trimEnd();
  const eol = lineEndIn(text, fence.end);
  const edits = [
    { span: { start, end: fence.start }, newText: '' },
    { span: { start: closing.end, end: closing.end }, newText: `${eol}${eol}${comment}` },
  ];
  return { kind: 'comment', span: { start: fence.start, end: fence.end }, edits: isClosed ? edits : [] };
}

/** More lines than any front matter has. */
const MAX_LINES = 100;
const OWN_KEY = /^(?:ms|ft)\.[\w-]+[ \t]*:/;
const COMMON_KEY = /^(?:title|description|author|manager)[ \t]*:/;
/** A field, more of its value, a comment, or nothing. */
const YAML_LINE = /^(?:[\w.-]+[ \t]*:(?:[ \t]|$)|[ \t]|-[ \t]|#|$)/;

/** The lines from `start` on that are fields, if they are those of a playbook: with a key of its own, or two that many pages have. */
function fieldsFrom(text: string, start: number): Span | undefined {
  let own = 0;
  let common = 0;
  let at = start;
  for (let count = 0; at < text.length && count < MAX_LINES; count++) {
    const line = lineFrom(text, at);
    const source = text.slice(line.start, line.end);
    if (!YAML_LINE.test(source) || /^##/.test(source)) break;
    if (OWN_KEY.test(source)) own++;
    if (COMMON_KEY.test(source)) common++;
    at = line.next;
  }
  return own > 0 || common > 1 ? { start, end: at } : undefined;
}

function isField(line: string): boolean {
  return OWN_KEY.test(line) || COMMON_KEY.test(line);
}

interface Line extends Span {
  /** Offset of the next line. */
  readonly next: number;
}

/** The line that starts at `start`, and where the next one does. */
function lineFrom(text: string, start: number): Line {
  const length = text.slice(start, start + MAX_LINE).search(/[\r\n]/);
  const end = length === -1 ? Math.min(text.length, start + MAX_LINE) : start + length;
  return { start, end, next: Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1)) };
}

/** No fence or field is longer. */
const MAX_LINE = 2_000;

function afterBlank(text: string, from: number): number {
  const blank = /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(from, from + MAX_LINE))?.[0] ?? '';
  return from + blank.length;
}

/** The line end at `at`; a plain one at the end of the text. */
function lineEndIn(text: string, at: number): string {
  return /^(?:\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0] ?? '\n';
}
