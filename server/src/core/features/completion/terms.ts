import type { Span } from '../../text/span.js';
import type { TextEdit } from '../../text/text-edit.js';
import type { Language } from '../../vocabulary/language.js';
import { bestMatch, type TermPart, type TermSet } from '../../vocabulary/term-set.js';

/** A value that is made of terms: the whole of it, its parts, and the one that is being written. */
export interface TermValue {
  readonly text: string;
  readonly offset: number;
  /** Spans as in `text`. */
  readonly parts: readonly TermPart[];
  readonly part: Span;
}

/** A term that can be written at the caret. */
export interface OfferedTerm {
  readonly id: string;
  readonly spelling: string;
  /** English where the page is not; else what kind of term it is. */
  readonly detail: string;
  readonly filterText: string;
  /** What the spelling takes the place of. */
  readonly span: Span;
}

/** What stands for nobody and nothing. */
export const NONE_ID = 'none';

/** The terms that the page's language has a word for, without those that the value names already. */
export function offeredTerms(terms: TermSet, kind: string, language: Language, value: TermValue): OfferedTerm[] {
  const others = value.parts.filter(({ span }) => span.end < value.part.start || span.start > value.part.end);
  const named = new Set(others.flatMap(({ matches }) => bestMatch(matches, language)?.id ?? []));
  const wanted = terms
    .ids()
    .filter((id) => terms.has(id, language) && !named.has(id) && (id !== NONE_ID || others.length === 0));
  // Nobody and nothing come last, wherever the data has them.
  return [...wanted.filter((id) => id !== NONE_ID), ...wanted.filter((id) => id === NONE_ID)].map((id) => {
    const spelling = terms.spelling(id, language);
    const english = terms.spelling(id, 'en');
    const isTranslated = spelling !== english;
    return {
      id,
      spelling,
      detail: isTranslated ? `${kind}: ${english}` : kind,
      filterText: isTranslated ? `${spelling} ${english}` : spelling,
      span: spanFor(spelling, value),
    };
  });
}

/** A name such as `Classroom/SDS` goes on behind what looks like a separator. */
function spanFor(spelling: string, { text, parts, part, offset }: TermValue): Span {
  if (!SEPARATOR.test(spelling)) return part;
  const longest = parts.find(
    ({ span }) =>
      span.end < part.start && spelling.toLowerCase().startsWith(text.slice(span.start, offset).toLowerCase()),
  );
  return longest === undefined ? part : { start: longest.span.start, end: part.end };
}

const SEPARATOR = /[/,;&、，；]/;

/** How a value stands between its neighbours. */
export interface Joint {
  /** What belongs right before it. */
  readonly before: string;
  /** What belongs right behind it. */
  readonly behind: string;
  /** What belongs before the separator in front of it and is not there. */
  readonly edits: readonly TextEdit[];
}

/** How a value in the place of `span` is joined to those around it; `separator` is that of the language. */
export function jointAt({ text, parts }: TermValue, span: Span, separator: string): Joint {
  return { ...jointBefore(text, span.start, separator), behind: jointBehind(text, parts, span, separator) };
}

/** Blanks as the separator of the language has them, whatever separator is there. */
export function jointBefore(text: string, start: number, separator: string): Omit<Joint, 'behind'> {
  const mark = text[start - 1] ?? '';
  if (mark === ',' || mark === ';') return { before: ' ', edits: [] };
  if ((mark !== '/' && mark !== '&') || !separator.endsWith(' ')) return { before: '', edits: [] };
  const at = start - 1;
  return { before: ' ', edits: /\s/.test(text[at - 1] ?? ' ') ? [] : [{ span: { start: at, end: at }, newText: ' ' }] };
}

/** A new value right before another one needs a separator of its own. */
function jointBehind(text: string, parts: TermValue['parts'], { start, end }: Span, separator: string): string {
  const next = parts.find((part) => part.span.start >= end);
  if (start !== end || next === undefined || text.slice(end, next.span.start).trim() !== '') return '';
  return /\s/.test(text[end] ?? '') ? separator.trimEnd() : separator;
}
