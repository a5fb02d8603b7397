import { KIND_OF_TERM } from '../dialect/label-lines.js';
import type { Span } from '../text/span.js';
import { TERMS_OF_LABEL } from '../vocabulary/vocabulary.js';
import type { LabelValuePlace } from '../features/caret-place.js';
import { all, type CompletionRequest, type Completions } from './completion.js';
import { jointAt, NONE_ID, offeredTerms } from './terms.js';

/** The terms for a label line, in bold if the value is empty. */
export function labelValueCompletions(place: LabelValuePlace, request: CompletionRequest): Completions {
  const { playbook, offset } = request;
  const { text, vocabulary, language } = playbook;
  const set = TERMS_OF_LABEL[place.id];
  const value = { text, offset, parts: place.parts, part: place.part };
  const offered = offeredTerms(vocabulary[set], KIND_OF_TERM[set], language, value);
  return all(
    offered.map(({ id, spelling, detail, filterText, span }) => {
      const range = { start: Math.min(span.start, offset), end: Math.max(span.end, offset) };
      const joint = jointAt(value, range, vocabulary.separators[language]);
      const before = text.slice(range.start, span.start) || blankAfterColon(text, range.start) || joint.before;
      const words = id === NONE_ID && !place.bold.opens ? spelling : inBold(place, range, spelling, text);
      return {
        label: spelling,
        kind: 'term',
        detail,
        filterText,
        edit: { span: range, newText: before + words + joint.after + hardBreak(place, range, text) },
        ...(joint.edits.length > 0 && { additionalEdits: joint.edits }),
      };
    }),
  );
}

/** A full-width colon includes its space. */
function blankAfterColon(text: string, offset: number): string {
  return text[offset - 1] === ':' ? ' ' : '';
}

/** The value is bold as a whole: if another part of it exists, the markers are there, or the author left them out. */
function inBold({ label, value, bold }: LabelValuePlace, span: Span, spelling: string, text: string): string {
  const isLast = text.slice(span.end, value.end).trim() === '';
  if (bold.opens) return bold.closes || !isLast ? spelling : `${spelling}**`;
  const isWhole = isLast && text.slice(value.start, span.start).trim() === '';
  return !isWhole || bold.closes || label.value.boldLabel ? spelling : `**${spelling}**`;
}

/** Two trailing spaces, so that the next label line is shown on a separate line. The phase is a single line. */
function hardBreak({ id, label }: LabelValuePlace, span: Span, text: string): string {
  const rest = text.slice(span.end, label.start + label.value.line.end);
  return rest.trim() !== '' || (id === 'phase' && !label.value.beforeLabel) ? '' : '  '.slice(rest.length);
}
