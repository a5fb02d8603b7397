import type { Field, FrontMatter } from '../../model/front-matter.js';
import { lineEnd } from '../../parse/lines.js';
import { sliceOf, trimmed, type Span } from '../../text/span.js';

/** Text after a colon that YAML doesn't read as a part of the value. */
export interface LostValue {
  readonly kind: 'comment' | 'mark';
  /** `#2`, `&Plan`. */
  readonly text: string;
  /** Everything that the author wrote as the value. */
  readonly whole: Span;
}

/** What the author wrote as the value of `field` and YAML reads as a comment, a tag or an anchor. */
export function lostIn(field: Field, { content }: FrontMatter, text: string): LostValue | undefined {
  const after = afterColon(field, text);
  const source = sliceOf(text, after);
  const { value } = field;
  if (value.kind !== 'scalar' && value.kind !== 'missing') return undefined;
  // A block, or a value in quotes, is written with care, and so are its comments.
  if (/^["'|>]/.test(source)) return undefined;
  const comment = COMMENT.exec(source);
  if (comment !== null) return { kind: 'comment', text: comment[0].trim(), whole: after };
  const mark = MARK.exec(source)?.[0];
  if (mark === undefined || sliceOf(text, content).includes(`*${mark.slice(1)}`)) return undefined;
  return { kind: 'mark', text: mark, whole: after };
}

/** `Wave #2`: a `#` directly before a letter or a digit was meant as text. Comments for people start with a space. */
const COMMENT = /(?<=^|[ \t])#(?=[\p{L}\p{N}])(?!playbook-?lint).*$/iu;
/** `&Plan`, `!Plan`, but not the tag of a type: `!!str`. */
const MARK = /^[&!][^\s!]+(?=[ \t]|$)/;

/** The rest of the first line after the colon. */
function afterColon({ key, span }: Field, text: string): Span {
  const end = Math.min(span.end, lineEnd(text, key.span.end));
  const colon = text.indexOf(':', key.span.end);
  return trimmed(text, { start: colon === -1 || colon >= end ? end : colon + 1, end });
}
