import type { Span } from '../text/span.js';
import { INVISIBLE } from '../text/spelling.js';
import type { TextEdit } from '../text/text-edit.js';

/** Front matter that no tool recognizes, because its first line isn't `---`. */
export interface DamagedFence {
  /** `fence`: the opening line is misspelled. `missing`: there is none. `comment`: a comment precedes it. */
  readonly kind: 'fence' | 'missing' | 'comment';
  /** The line that is wrong, or the position where it's missing. Offsets in the file. */
  readonly span: Span;
  /** The edits that fix it; empty if only a person can tell where the front matter ends. */
  readonly edits: readonly TextEdit[];
}

/**
 * The damaged fence at the top of `text`; `undefined` if the lines after it don't look like the fields of a playbook.
 */
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
/** Any number of dashes of any kind, and other characters that people draw lines with. */
const DASHES = /^(?:[-\u2010-\u2015\u2212\u2500\u30FC\uFE58\uFE63\uFF0D]{1,80}|[_*=~.]{3,80})$/;
/** Opening lines of front matter in other tools, or of a code block. */
const OTHER_FENCE = /^(?:\+{3,}|(?:`{3,}|~{3,})[ \t]*(?:ya?ml)?)$/i;

/** Moves the comments at the top to after the front matter. */
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
/** A field, the continuation of its value, a comment, or a blank line. */
const YAML_LINE = /^(?:[\w.-]+[ \t]*:(?:[ \t]|$)|[ \t]|-[ \t]|#|$)/;

/**
 * The lines from `start` that are fields, if they belong to a playbook: one key that only playbooks have, or two common
 * ones.
 */
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
  /** The offset of the next line. */
  readonly next: number;
}

/** The line at `start`, and the start of the next line. */
function lineFrom(text: string, start: number): Line {
  const length = text.slice(start, start + MAX_LINE).search(/[\r\n]/);
  const end = length === -1 ? Math.min(text.length, start + MAX_LINE) : start + length;
  return { start, end, next: Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1)) };
}

/** Longer than any fence or field. */
const MAX_LINE = 2_000;

function afterBlank(text: string, from: number): number {
  const blank = /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(from, from + MAX_LINE))?.[0] ?? '';
  return from + blank.length;
}

/** The line ending at `at`; `\n` at the end of the text. */
function lineEndIn(text: string, at: number): string {
  return /^(?:\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0] ?? '\n';
}
