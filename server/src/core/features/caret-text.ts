import type { LabelLine } from '../model/labels.js';
import type { Playbook } from '../model/playbook.js';
import { shift, trimmed, type Placed, type Span } from '../text/span.js';
import type { TermPart } from '../vocabulary/term-set.js';
import { TERMS_OF_LABEL, type Vocabulary } from '../vocabulary/vocabulary.js';
import { isInCodeOrHtml } from './caret-code.js';
import { mentionAt } from './caret-mention.js';
import { partAround } from './caret-part.js';
import { lineSpanAt } from './caret-line.js';
import type { AlertPlace, CaretPlace, HeadingPlace, LabelPlace, LabelValuePlace } from './caret-place.js';
import { lastStarting } from './lookup.js';

/** The caret place in a line that isn't in a table. */
export function textPlaceAt(playbook: Playbook, offset: number): CaretPlace {
  if (isInCodeOrHtml(playbook, offset)) return { kind: 'code' };
  const line = lineSpanAt(playbook, offset);
  return (
    headingAt(playbook, offset, line) ??
    alertAt(playbook, offset, line) ??
    labelAt(playbook, offset) ??
    mentionAt(playbook, line, offset, 'text') ?? { kind: 'text', line }
  );
}

function headingAt({ text }: Playbook, offset: number, line: Span): HeadingPlace | undefined {
  const [head, marks = '', blanks = ''] = /^ {0,3}(#{1,6})(?!#)([ \t]*)/.exec(text.slice(line.start, line.end)) ?? [];
  // `#1` at the start of a line is a number.
  if (head === undefined || (blanks === '' && marks.length === 1) || offset < line.start + head.length - blanks.length)
    return undefined;
  const content = trimmed(text, { start: line.start + head.length, end: line.end });
  const closing = /[ \t]+#+$/.exec(text.slice(content.start, content.end));
  const span = closing === null ? content : { start: content.start, end: content.start + closing.index };
  return {
    kind: 'heading',
    level: marks.length,
    span:
      span.start === span.end
        ? { start: offset, end: offset }
        : { start: Math.min(span.start, offset), end: Math.max(span.end, offset) },
  };
}

const ALERT = /^[ \t]*>[ \t]*\[!([\p{L}\d_-]*)(\])?/u;

function alertAt({ text }: Playbook, offset: number, line: Span): AlertPlace | undefined {
  const [whole, kind = '', close] = ALERT.exec(text.slice(line.start, line.end)) ?? [];
  if (whole === undefined || /^include$/i.test(kind)) return undefined;
  const end = line.start + whole.length - (close ?? '').length;
  const span = { start: end - kind.length, end };
  return span.start <= offset && offset <= end ? { kind: 'alert', span, isClosed: close !== undefined } : undefined;
}

function labelAt({ labels, text, vocabulary }: Playbook, offset: number): LabelPlace | LabelValuePlace | undefined {
  const label = labels[lastStarting(labels, offset, ({ start, value }) => start + value.line.start)];
  if (label === undefined) return undefined;
  const { start, value: parts } = label;
  if (offset > start + parts.line.end) return undefined;
  const colonEnd = start + parts.colon.span.end;
  const word = shift(parts.label.span, start);
  if (offset < colonEnd)
    return offset >= word.start && offset <= word.end ? { kind: 'label', id: parts.id, label, span: word } : undefined;
  const value = shift(parts.value.span, start);
  const opens = !parts.boldLabel && text.slice(colonEnd, value.start).includes('**');
  const closes = /^[ \t]*\*\*/.test(text.slice(value.end, Math.min(start + parts.line.end, value.end + LOOK_AHEAD)));
  // A caret in or after the outer `**` isn't in a value.
  if (
    (opens && offset < value.start && text.slice(offset, value.start).includes('*')) ||
    text.slice(value.end, Math.max(value.end, offset)).trim() !== ''
  )
    return undefined;
  const values = valuesIn(label, vocabulary);
  return {
    kind: 'label-value',
    id: parts.id,
    label,
    value,
    parts: values,
    part: partAround(
      text,
      value,
      values.map(({ span }) => span),
      offset,
    ),
    bold: { opens, closes },
  };
}

/** The individual values of a label line; bold can begin and end at any of them. */
function valuesIn({ start, value: { id, value } }: Placed<LabelLine>, vocabulary: Vocabulary): TermPart[] {
  return value.parts.flatMap(({ text, span }) => {
    const lead = /^[\s*]*/.exec(text)?.[0].length ?? 0;
    const words = text.slice(lead).replace(/[\s*]+$/, '');
    const from = start + span.start + lead;
    return words === ''
      ? []
      : [
          {
            text: words,
            span: { start: from, end: from + words.length },
            matches: vocabulary[TERMS_OF_LABEL[id]].lookup(words),
          },
        ];
  });
}

const LOOK_AHEAD = 20;
