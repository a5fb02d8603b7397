import { defineMessages } from '../../messages/index.js';
import type { LabelLine } from '../model/labels.js';
import type { Playbook } from '../model/playbook.js';
import type { Placed, Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import { TERMS_OF_LABEL, type LabelId, type SectionId } from '../vocabulary/vocabulary.js';
import type { LabelPlace, TextPlace } from '../features/caret-place.js';
import { lastStarting } from '../features/lookup.js';
import { LABEL_PURPOSES } from '../features/purposes.js';
import { all, NO_COMPLETIONS, type Completion, type CompletionRequest, type Completions } from './completion.js';
import { missingSections, sectionItem } from './headings.js';
import { largest, smallest } from '../text/lists.js';

const texts = defineMessages('labels', {
  label: { text: 'label', note: 'A suggested label: the words before a colon in a line such as Primary Role: SME.' },
  translatedLabel: { text: 'label: {english}', note: 'A suggested label. "english" is the label in English.' },
});

/** Other labels that fit the value of an existing label line. */
export function labelCompletions(
  { span, id, label }: LabelPlace,
  { playbook, offset }: CompletionRequest,
): Completions {
  const { vocabulary, language } = playbook;
  const { parts } = label.value.value;
  const fits = (other: LabelId): boolean =>
    parts.every(({ text }) => vocabulary[TERMS_OF_LABEL[other]].lookup(text).length > 0);
  const wanted = [id, ...missingLabels(playbook, offset).filter((other) => other !== id && fits(other))];
  return all(
    wanted.map((one) => ({
      ...labelItem(one, playbook),
      edit: { span, newText: vocabulary.labels.spelling(one, language) },
    })),
  );
}

/**
 * The beginnings of a line: the next labels of a step, or the next heading. Only on a blank line, or after the first
 * letters of an item at the start of a line; everything else is prose.
 */
export function lineCompletions({ line }: TextPlace, { playbook, offset }: CompletionRequest): Completions {
  const { text } = playbook;
  const typed = LINE_START.exec(text.slice(line.start, offset))?.[1];
  if (typed === undefined || text.slice(offset, line.end).trim() !== '') return NO_COMPLETIONS;
  const span = { start: offset - typed.length, end: offset };
  const labels =
    typed !== '' || belongsBelowHeading(playbook, line)
      ? missingLabels(playbook, offset).map((id) => labelLine(id, span, line, playbook))
      : [];
  const sections =
    span.start === line.start && hasSkeleton(playbook)
      ? missingSections(playbook, offset).map((id): Completion => headingLine(id, span, playbook))
      : [];
  return all(
    [...labels, ...sections].filter(({ label, filterText = label }) =>
      filterText.toLowerCase().startsWith(typed.toLowerCase()),
    ),
  );
}

/** Longer than any label or section. */
const LINE_START = /^[ \t]*(?:[-*+][ \t]+)?([^\s#>|*+-][^#>|]{0,40}|)$/;

/** Whether the page is becoming a process playbook; other pages have different headings. */
function hasSkeleton({ labels, headings }: Playbook): boolean {
  return (
    labels.some(({ value }) => value.id === 'phase') ||
    headings.some(({ value }) => value.level === 2 && value.matches.length > 0)
  );
}

function labelItem(id: LabelId, { vocabulary: { labels }, language }: Playbook): Omit<Completion, 'edit'> {
  const [spelling, english] = [labels.spelling(id, language), labels.spelling(id, 'en')];
  return {
    label: spelling,
    kind: 'label',
    detail: spelling === english ? texts.label : texts.translatedLabel({ english }),
    documentation: LABEL_PURPOSES[id],
    ...(spelling !== english && { filterText: `${spelling} ${english}` }),
  };
}

function labelLine(id: LabelId, span: Span, line: Span, playbook: Playbook): Completion {
  const above = hardBreakAbove(playbook, line);
  return {
    ...labelItem(id, playbook),
    edit: { span, newText: playbook.vocabulary.labels.spelling(id, playbook.language) + colonOf(playbook) },
    ...(above !== undefined && { additionalEdits: [above] }),
    goesOn: true,
  };
}

function headingLine(id: SectionId, span: Span, playbook: Playbook): Completion {
  return {
    ...sectionItem(id, playbook),
    edit: { span, newText: `## ${playbook.vocabulary.sections.spelling(id, playbook.language)}` },
  };
}

/** The colon of the page's other labels; a full-width colon includes its space. */
function colonOf({ labels }: Playbook): string {
  return labels[0]?.value.colon.value === '：' ? '：' : ': ';
}

/** Two trailing spaces for the previous label line, without which both would be shown on one line. */
function hardBreakAbove({ text, lines, labels }: Playbook, line: Span): TextEdit | undefined {
  const above = labels[lastStarting(labels, line.start - 1, ({ start, value }) => start + value.line.start)];
  if (above === undefined || above.value.hardBreak !== undefined) return undefined;
  const start = above.start + above.value.line.start;
  if (lines.lineAt(start) + 1 !== lines.lineAt(line.start)) return undefined;
  const end = above.start + above.value.line.end;
  return { span: { start: start + text.slice(start, end).trimEnd().length, end }, newText: '  ' };
}

/** The labels for `offset`: those that the step lacks, if they keep the order. */
function missingLabels(playbook: Playbook, offset: number): LabelId[] {
  const { headings, labels, vocabulary, text } = playbook;
  const index = headingAbove(playbook, offset);
  const heading = headings[index];
  if (heading === undefined || heading.value.level === 1)
    return labels.some(({ value }) => value.id === 'phase') ? [] : ['phase'];
  const next = headings[index + 1];
  const end = next === undefined ? text.length : next.start + next.value.span.start;
  const own = labels.slice(
    lastStarting(labels, heading.start + heading.value.span.start, startOf) + 1,
    lastStarting(labels, end - 1, startOf) + 1,
  );
  const line = playbook.lines.lineAt(offset);
  const others = own.filter((label) => playbook.lines.lineAt(startOf(label)) !== line);
  const placeOf = ({ value }: Placed<LabelLine>): number => vocabulary.labelOrder.indexOf(value.id);
  const above = Math.max(-1, largest(others.filter((label) => startOf(label) < offset).map(placeOf)));
  const below = Math.min(
    vocabulary.labelOrder.length,
    smallest(others.filter((label) => startOf(label) > offset).map(placeOf)),
  );
  return vocabulary.labelOrder.filter((_, place) => place > above && place < below);
}

function startOf({ start, value }: Placed<LabelLine>): number {
  return start + value.line.start;
}

/** The index of the heading before `offset`; -1 before the first one. */
function headingAbove({ headings }: Playbook, offset: number): number {
  return lastStarting(headings, offset, ({ start, value }) => start + value.span.start);
}

/** Steps have level 3; the phase follows the title. */
const LEVELS_WITH_LABELS: ReadonlySet<number> = new Set([1, 3]);

/** Whether only label lines are between the line and a heading that has some. */
function belongsBelowHeading(playbook: Playbook, line: Span): boolean {
  const heading = playbook.headings[headingAbove(playbook, line.start)];
  if (heading === undefined || !LEVELS_WITH_LABELS.has(heading.value.level)) return false;
  const { lines, labels } = playbook;
  const last = lines.lineAt(line.start);
  const first = lines.lineAt(heading.start + heading.value.span.end - 1) + 1;
  if (last - first > MOST_LINES_BELOW) return false;
  const labelled = new Set(
    labels
      .slice(Math.max(0, lastStarting(labels, line.start, startOf) - MOST_LINES_BELOW))
      .map((label) => lines.lineAt(startOf(label))),
  );
  for (let at = first; at < last; at++) if (lines.lineText(at).trim() !== '' && !labelled.has(at)) return false;
  return true;
}

/** The maximum distance between a label line and its heading. */
const MOST_LINES_BELOW = 10;
