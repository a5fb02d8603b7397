import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import { trimmed, type Span } from '../text/span.js';
import { partAround } from './caret-part.js';
import { lineSpanAt } from './caret-line.js';
import type { CaretPlace } from './caret-place.js';
import { placeAt } from './place-at.js';

/**
 * The ranges for expanding the selection at `offset`, innermost first: a value, the cell, the row, the table, the
 * sections, the document. Each span contains the previous one, and all are different.
 */
export function selectionSpans(playbook: Playbook, offset: number): readonly Span[] {
  const { text, frontMatter } = playbook;
  const place = placeAt(playbook, offset);
  const inFrontMatter = frontMatter !== undefined && frontMatter.span.start <= offset && offset <= frontMatter.span.end;
  const around = inFrontMatter
    ? [frontMatter.content, frontMatter.span]
    : [...linesAround(place, playbook, offset), ...sectionsAround(playbook, offset)];
  return growing(
    [...spansOf(place, playbook, offset), line(playbook, offset), ...around, { start: 0, end: text.length }],
    offset,
  );
}

/** The parts of the place, innermost first. */
function spansOf(place: CaretPlace, playbook: Playbook, offset: number): Span[] {
  switch (place.kind) {
    case 'value':
      return [place.part, place.value];
    case 'label-value':
      return [
        place.part,
        place.value,
        { start: place.value.start - (place.bold.opens ? 2 : 0), end: place.value.end + (place.bold.closes ? 2 : 0) },
      ];
    case 'cell':
      return [...partOfCell(place, playbook, offset), place.span, place.outer];
    case 'suppression':
    case 'key':
    case 'label':
    case 'heading':
    case 'alert':
    case 'mention':
      return [place.span];
    case 'row':
    case 'text':
    case 'code':
      return [];
  }
}

/** One of several roles or services. */
function partOfCell(
  { column, part, span }: CaretPlace & { readonly kind: 'cell' },
  { vocabulary, text }: Playbook,
  offset: number,
): Span[] {
  const terms = column?.id === 'role' ? vocabulary.roles : column?.id === 'services' ? vocabulary.services : undefined;
  if (terms === undefined || part !== 'body') return [];
  const parts = terms
    .split(text.slice(span.start, span.end))
    .map((one) => ({ start: one.span.start + span.start, end: one.span.end + span.start }));
  return [partAround(text, span, parts, offset)];
}

function line(playbook: Playbook, offset: number): Span {
  const span = lineSpanAt(playbook, offset);
  const words = trimmed(playbook.text, span);
  return words.start <= offset && offset <= words.end ? words : span;
}

/** The table, or the lines of text up to the next blank lines. */
function linesAround(place: CaretPlace, { lines, text }: Playbook, offset: number): Span[] {
  if (place.kind === 'cell' || place.kind === 'row') return [spanOfTable(place.placed)];
  const isBlank = (at: number): boolean => lines.lineText(at).trim() === '';
  let first = lines.lineAt(offset);
  let last = first;
  if (isBlank(first)) return [];
  while (first > 0 && !isBlank(first - 1)) first--;
  while (last + 1 < lines.lineCount && !isBlank(last + 1)) last++;
  return [trimmed(text, { start: lines.startOf(first), end: lines.lineSpan(last).end })];
}

function spanOfTable({ table, start }: PlacedTable): Span {
  const last = table.rows.length - 1;
  return { start, end: start + (table.rowStarts[last] ?? 0) + (table.rows[last]?.source.length ?? 0) };
}

function sectionsAround({ sections, text }: Playbook, offset: number): Span[] {
  const holds = ({ start, end }: Span): boolean => start <= offset && (offset < end || end === text.length);
  return sections.flatMap(({ span }) => (holds(span) ? [span] : [])).reverse();
}

function growing(spans: readonly Span[], offset: number): Span[] {
  const grown: Span[] = [];
  for (const span of spans) {
    const inner = grown[grown.length - 1];
    if (span.start > offset || span.end < offset || (inner === undefined && span.start === span.end)) continue;
    if (
      inner !== undefined &&
      (span.start > inner.start || span.end < inner.end || span.end - span.start === inner.end - inner.start)
    )
      continue;
    grown.push(span);
  }
  return grown;
}
