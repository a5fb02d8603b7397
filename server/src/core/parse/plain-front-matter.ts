import type { Field, FieldValue } from '../model/front-matter.js';
import { afterLineEnd, lineEnd } from './lines.js';

/**
 * The fields of the YAML in `source`, which starts at `offset` in the file, if it consists of lines that every YAML
 * parser reads in the same way: `key: value` with a plain or quoted value, comments and blank lines. `undefined` if it
 * needs the parser.
 * Almost all pages are of this kind, and it takes a hundredth of the parser's time; a test compares the results.
 */
export function readPlainFields(source: string, offset: number): Field[] | undefined {
  const fields: Field[] = [];
  for (let start = 0; start < source.length;) {
    const end = lineEnd(source, start);
    const next = afterLineEnd(source, end);
    // In YAML, a lone `\r` isn't a line ending.
    if (source[end] === '\r' && next !== end + 2) return undefined;
    if (end > start && source[start] !== '#') {
      const field = readField(source, start, end, next, offset);
      if (field === undefined) return undefined;
      fields.push(field);
    }
    start = next;
  }
  return fields;
}

const KEY = /[A-Za-z][\w.-]{0,99}(?=:)/y;

/** The field in the line from `start` to `end`. */
function readField(source: string, start: number, end: number, next: number, offset: number): Field | undefined {
  KEY.lastIndex = start;
  const key = KEY.exec(source)?.[0];
  if (key === undefined) return undefined;
  const colon = start + key.length;
  const value = readValue(source, colon + 1, end, offset);
  return (
    value && {
      key: { value: key, span: { start: start + offset, end: colon + offset } },
      value,
      span: { start: start + offset, end: next + offset },
    }
  );
}

/** A value without the signs that have a meaning in YAML at the start, or without quotes and escapes inside. */
const PLAIN = /^[\p{L}\p{N}/(](?:[^\t:#]|:(?! |$)|(?<! )#)*$/u;
const QUOTED = /^(?:"[^"\\\t]*"|'[^'\t]*')$/;
/** Characters that the parser may handle in its own way. */
const ODD = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\uFEFF]/;

function readValue(source: string, afterColon: number, lineEndAt: number, offset: number): FieldValue | undefined {
  let start = afterColon;
  let end = lineEndAt;
  while (start < end && source[start] === ' ') start++;
  while (end > start && source[end - 1] === ' ') end--;
  if (start === end)
    return { kind: 'missing', text: '', span: { start: afterColon + offset, end: afterColon + offset } };
  if (start === afterColon) return undefined;
  const text = source.slice(start, end);
  const span = { start: start + offset, end: end + offset };
  if (ODD.test(text)) return undefined;
  if (QUOTED.test(text)) return { kind: 'scalar', text: text.slice(1, -1), span };
  return PLAIN.test(text) ? { kind: 'scalar', text, span } : undefined;
}
