import type { LabelLine, LabelValue } from '../model/labels.js';
import { trimmed, type Span } from '../text/span.js';
import type { TermMatch } from '../vocabulary/term-set.js';
import { TERMS_OF_LABEL, type LabelId, type Vocabulary } from '../vocabulary/vocabulary.js';

/** `[- ][**]Label[**] : value`. The label is short, so that a sentence with a colon costs nothing. */
const LABEL_LINE = /^([ \t]*(?:[-*+][ \t]+)?)(\*\*)?([^\s:：*|#>[][^:：*|\r\n]{0,40}?)(\*\*)?(\s*)([:：])/;

/** Whether `line` is a label line of the dialect, and the meaning of its label. */
function matchLabel(
  line: string,
  vocabulary: Vocabulary,
): { match: RegExpExecArray; matches: readonly TermMatch<LabelId>[] } | undefined {
  const match = LABEL_LINE.exec(line);
  if (match?.[3] === undefined) return undefined;
  const matches = vocabulary.labels.lookup(match[3]);
  return matches.length === 0 ? undefined : { match, matches };
}

/**
 * The label lines among `lines` of a block. `isCode` identifies lines to ignore. Spans count from the start of
 * `source`.
 */
export function readLabels(
  source: string,
  lines: readonly Span[],
  vocabulary: Vocabulary,
  isCode: (offset: number) => boolean,
): LabelLine[] {
  const labels: LabelLine[] = [];
  for (const [index, line] of lines.entries()) {
    const text = source.slice(line.start, line.end);
    if (!/[:：]/.test(text)) continue;
    const found = matchLabel(text, vocabulary);
    if (found === undefined || isCode(line.start)) continue;
    const next = lines[index + 1];
    const nextText = next === undefined ? '' : source.slice(next.start, next.end);
    labels.push(toLabelLine(source, line, next, found, vocabulary, matchLabel(nextText, vocabulary) !== undefined));
  }
  return labels;
}

function toLabelLine(
  source: string,
  line: Span,
  next: Span | undefined,
  { match, matches }: { match: RegExpExecArray; matches: readonly TermMatch<LabelId>[] },
  vocabulary: Vocabulary,
  beforeLabel: boolean,
): LabelLine {
  const [whole, lead = '', open = '', label = '', close = '', gap = '', colon = ':'] = match;
  const labelStart = line.start + lead.length + open.length;
  const colonStart = labelStart + label.length + close.length + gap.length;
  const id = (matches.find((m) => m.kind !== 'error') ?? matches[0])?.id ?? 'phase';
  const valueSpan = trimmed(source, { start: line.start + whole.length, end: line.end });
  const closesAfterColon =
    open !== '' &&
    close === '' &&
    source.startsWith('**', valueSpan.start) &&
    !source.startsWith('****', valueSpan.start);
  return {
    id,
    label: { value: label.trim(), span: { start: labelStart, end: labelStart + label.trimEnd().length } },
    matches,
    colon: { value: colon, span: { start: colonStart, end: colonStart + 1 } },
    value: readValue(
      source,
      closesAfterColon ? trimmed(source, { ...valueSpan, start: valueSpan.start + 2 }) : valueSpan,
      next,
      id,
      vocabulary,
    ),
    line,
    hardBreak: hardBreakOf(source.slice(line.start, line.end)),
    beforeLabel,
    inList: /[-*+]/.test(lead),
    boldLabel: open !== '',
  };
}

function readValue(
  source: string,
  whole: Span,
  next: Span | undefined,
  id: LabelId,
  vocabulary: Vocabulary,
): LabelValue {
  const raw = source.slice(whole.start, whole.end).replace(/(?:\\|<br ?\/?>)$/, '');
  const opens = raw.startsWith('**');
  const closes = raw.length > 2 && raw.endsWith('**');
  const start = whole.start + (opens ? 2 : 0);
  const end = Math.max(start, whole.start + raw.length - (closes ? 2 : 0));
  const span = trimmed(source, { start, end });
  const wrapped = opens && !closes && next !== undefined && source.slice(next.start, next.end).includes('**');
  const text = source.slice(span.start, span.end);
  const parts = vocabulary[TERMS_OF_LABEL[id]].split(text).map((part) => ({
    ...part,
    span: { start: part.span.start + span.start, end: part.span.end + span.start },
  }));
  return { span, text, bold: boldOf(raw, opens, closes, wrapped), wrapped, parts };
}

function boldOf(raw: string, opens: boolean, closes: boolean, wrapped: boolean): LabelValue['bold'] {
  if (!opens && !closes) return 'no';
  if ((opens && closes) || wrapped || raw.slice(2).includes('**')) return 'yes';
  return 'unclosed';
}

function hardBreakOf(line: string): LabelLine['hardBreak'] {
  if (line.endsWith('  ')) return 'spaces';
  if (line.endsWith('\\')) return 'backslash';
  return /<br ?\/?>\s*$/i.test(line) ? 'html' : undefined;
}
