import type { Span } from '../text/span.js';
import { applyEdits, type TextEdit } from '../text/text-edit.js';
import type { Fix, Problem } from './rule.js';

/** A rule reported something outside its input. The finding is dropped: its fix would change unrelated text. */
export class MisplacedFinding extends Error {}

/**
 * `found`, ready to be shown: without fixes that don't change `source`, the text that was passed to the check.
 * Throws `MisplacedFinding` when a span or an edit lies outside `source`, or two edits of a fix overlap.
 */
export function checkedFinding(found: Problem, source: string): Problem {
  const spans = [found.span, ...found.related.flatMap(({ path, span }) => (path === undefined ? [span] : []))];
  for (const span of spans) if (!isIn(span, source)) throw outside(found, 'span', span, source);
  for (const { edits } of found.fixes) checkEdits(found, edits, source);
  const fixes = found.fixes.filter((fix) => changesText(fix, source));
  return fixes.length === found.fixes.length ? found : { ...found, fixes };
}

function checkEdits(found: Problem, edits: readonly TextEdit[], source: string): void {
  for (const { span } of edits) if (!isIn(span, source)) throw outside(found, 'edit', span, source);
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const [index, { span }] of ordered.entries()) {
    if (span.start < (ordered[index - 1]?.span.end ?? 0))
      throw new MisplacedFinding(`"${found.message.id}" has a fix whose edits overlap at offset ${span.start}`);
  }
}

function isIn({ start, end }: Span, { length }: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;
}

function outside(
  { message }: Problem,
  what: 'span' | 'edit',
  { start, end }: Span,
  { length }: string,
): MisplacedFinding {
  return new MisplacedFinding(
    `"${message.id}" has the ${what} ${start} to ${end}, outside the ${length} characters that the check was given`,
  );
}

function changesText({ edits }: Fix, source: string): boolean {
  const changing = edits.filter(({ span, newText }) => source.slice(span.start, span.end) !== newText);
  if (changing.length < 2) return changing.length > 0;
  // Only edits that remove as much as they add can cancel each other out.
  const grown = changing.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  return grown !== 0 || applyEdits(source, changing) !== source;
}
