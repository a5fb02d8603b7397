import { defineMessages, type Message } from '../../messages/index.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Language } from '../vocabulary/language.js';
import { bestMatch, type TermPart, type TermSet } from '../vocabulary/term-set.js';

const texts = defineMessages('terms', {
  kind: {
    text: '{kind, select, role {role} service {service} phase {phase} other {motion}}',
    note: 'What a suggested word is: a role, a service, a phase of the work with a customer, or a motion (a kind of activity).',
  },
  translated: {
    text: '{kind, select, role {role: {english}} service {service: {english}} phase {phase: {english}} other {motion: {english}}}',
    note: 'What a suggested word is. "english" is the word in English.',
  },
});

type TermKind = 'role' | 'service' | 'phase' | 'motion';

/** A value that consists of terms: its span, its parts, and the part at the caret. */
export interface TermValue {
  readonly text: string;
  readonly offset: number;
  /** Spans as in `text`. */
  readonly parts: readonly TermPart[];
  readonly part: Span;
}

/** A term to insert at the caret. */
export interface OfferedTerm {
  readonly id: string;
  readonly spelling: string;
  /** The English name if the page isn't in English; otherwise the kind of term. */
  readonly detail: Message;
  readonly filterText: string;
  /** The span that the spelling replaces. */
  readonly span: Span;
}

/** The term for "none". */
export const NONE_ID = 'none';

/** The terms that have a word in the page's language, without those that the value already has. */
export function offeredTerms(terms: TermSet, kind: TermKind, language: Language, value: TermValue): OfferedTerm[] {
  const others = value.parts.filter(({ span }) => span.end < value.part.start || span.start > value.part.end);
  const named = new Set(others.flatMap(({ matches }) => bestMatch(matches, language)?.id ?? []));
  const wanted = terms
    .ids()
    .filter((id) => terms.has(id, language) && !named.has(id) && (id !== NONE_ID || others.length === 0));
  // "None" comes last, wherever the data has it.
  return [...wanted.filter((id) => id !== NONE_ID), ...wanted.filter((id) => id === NONE_ID)].map((id) => {
    const spelling = terms.spelling(id, language);
    const english = terms.spelling(id, 'en');
    const isTranslated = spelling !== english;
    return {
      id,
      spelling,
      detail: isTranslated ? texts.translated({ kind, english }) : texts.kind({ kind }),
      filterText: isTranslated ? `${spelling} ${english}` : spelling,
      span: spanFor(spelling, value),
    };
  });
}

/** A name such as `Classroom/SDS` continues after an apparent separator. */
function spanFor(spelling: string, { text, parts, part, offset }: TermValue): Span {
  if (!SEPARATOR.test(spelling)) return part;
  const longest = parts.find(
    ({ span }) =>
      span.end < part.start && spelling.toLowerCase().startsWith(text.slice(span.start, offset).toLowerCase()),
  );
  return longest === undefined ? part : { start: longest.span.start, end: part.end };
}

const SEPARATOR = /[/,;&、，；]/;

/** How a value is separated from its neighbors. */
export interface Joint {
  /** The text to insert directly before it. */
  readonly before: string;
  /** The text to insert directly after it. */
  readonly after: string;
  /** The missing text before the preceding separator. */
  readonly edits: readonly TextEdit[];
}

/** How a value at `span` is joined to its neighbors; `separator` is the separator of the language. */
export function jointAt({ text, parts }: TermValue, span: Span, separator: string): Joint {
  return { ...jointBefore(text, span.start, separator), after: jointAfter(text, parts, span, separator) };
}

/** Spaces like those of the language's separator, whatever the actual separator. */
export function jointBefore(text: string, start: number, separator: string): Omit<Joint, 'after'> {
  const mark = text[start - 1] ?? '';
  if (mark === ',' || mark === ';') return { before: ' ', edits: [] };
  if ((mark !== '/' && mark !== '&') || !separator.endsWith(' ')) return { before: '', edits: [] };
  const at = start - 1;
  return { before: ' ', edits: /\s/.test(text[at - 1] ?? ' ') ? [] : [{ span: { start: at, end: at }, newText: ' ' }] };
}

/** A new value directly before another one needs a separator. */
function jointAfter(text: string, parts: TermValue['parts'], { start, end }: Span, separator: string): string {
  const next = parts.find((part) => part.span.start >= end);
  if (start !== end || next === undefined || text.slice(end, next.span.start).trim() !== '') return '';
  return /\s/.test(text[end] ?? '') ? separator.trimEnd() : separator;
}
