import type { LabelLine } from '../model/labels.js';
import type { Span } from '../text/span.js';
import { bestMatch, TermSet, type TermPart } from '../vocabulary/term-set.js';
import { LANGUAGES } from '../vocabulary/language.js';
import { TERMS_OF_LABEL, type LabelId, type TermSetName, type Vocabulary } from '../vocabulary/vocabulary.js';
import type { ReadingContext } from './reading-context.js';

/**
 * The single values of a label line that rules about terms can check, without the bold markers between them. Items of a
 * list in parentheses, as in `Get Modern (Windows, Intune)`, are excluded.
 */
export function valuesOf(source: string, label: LabelLine, page: ReadingContext): readonly TermPart[] {
  if (isBroken(source, label, page)) return [];
  // The last value of a wrapped line may continue on the next one.
  const parts = label.value.wrapped ? label.value.parts.slice(0, -1) : label.value.parts;
  return parts
    .map((part) => withoutMarkers(part, labelTerms(label, page)))
    .filter(({ text }) => text !== '' && text.length <= LONGEST_VALUE && unmatchedParenthesis(text) === undefined);
}

/** The terms that the values of a label line are taken from. */
export function labelTerms(label: LabelLine, page: ReadingContext): TermSet {
  return page.vocabulary[TERMS_OF_LABEL[label.id]];
}

/** The language-neutral IDs of the known values of a label line. */
export function labelTermIds(label: LabelLine, { language }: ReadingContext): string[] {
  return label.value.parts.flatMap(({ matches }) => bestMatch(matches, language)?.id ?? []);
}

/** The noun for one value of a label line. */
export const KIND_OF_TERM: Readonly<Record<TermSetName, 'role' | 'service' | 'phase' | 'motion'>> = {
  roles: 'role',
  services: 'service',
  phases: 'phase',
  motions: 'motion',
};

/** A second label in the middle of a line. Spans are relative to the block. */
export interface FusedLabel {
  readonly id: LabelId;
  readonly label: Span;
  /** The colon after it. */
  readonly colon: number;
  /** The correct label: the source text, or the whole label if only its last word is left. */
  readonly spelling: string;
}

/** The label that starts inside the value of `label`, as in `Primary Role: FE Applies To: Exchange`. */
export function fusedLabelIn(source: string, label: LabelLine, page: ReadingContext): FusedLabel | undefined {
  const { start } = label.value.span;
  const value = source.slice(start, label.value.span.end);
  for (const colon of value.matchAll(/[:：]/g)) {
    const from = Math.max(0, colon.index - LONGEST_LABEL);
    const before = folded(value.slice(from, colon.index)).trimEnd();
    const found = spellingAtEnd(before, page.vocabulary) ?? (label.boldLabel ? lastWordAtEnd(before, page) : undefined);
    if (found === undefined) continue;
    const end = start + from + before.length;
    const span = { start: end - found.length, end };
    return {
      id: found.id,
      label: span,
      colon: start + colon.index,
      spelling: found.spelling ?? source.slice(span.start, span.end),
    };
  }
  return undefined;
}

/** The marker and the colon of `Primary Role**: FastTrack Manager**`, whose bold text starts in front of the colon. */
export function colonInBold(source: string, { label, colon, value, boldLabel }: LabelLine): Span | undefined {
  const between = source.slice(label.span.end, colon.span.start);
  if (boldLabel || !/^\s*\*\*\s*$/.test(between) || value.span.start === value.span.end) return undefined;
  const isClosed = source.startsWith('**', value.span.end) && !value.text.includes('**');
  return isClosed ? { start: label.span.end + between.indexOf('**'), end: colon.span.end } : undefined;
}

/** No label or value of a label line is longer: a guard against generated lines. */
const LONGEST_LABEL = 80;
const LONGEST_VALUE = 400;

/** The first parenthesis in the text without a matching one, half-width or full-width, with its offset in the text. */
export function unmatchedParenthesis(text: string): { readonly at: number; readonly character: string } | undefined {
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '(' || character === '（') open.push(at);
    else if ((character === ')' || character === '）') && open.pop() === undefined) return { at, character };
  }
  const first = open[0];
  return first === undefined ? undefined : { at: first, character: text[first] ?? '(' };
}

/** Whether the value is invalid: another rule reports it, and its words have no meaning. */
function isBroken(source: string, label: LabelLine, page: ReadingContext): boolean {
  const { bold, text } = label.value;
  return (
    (bold === 'unclosed' && colonInBold(source, label) === undefined) ||
    unmatchedParenthesis(text) !== undefined ||
    fusedLabelIn(source, label, page) !== undefined
  );
}

function withoutMarkers(part: TermPart, terms: TermSet): TermPart {
  if (part.text.length > LONGEST_VALUE) return part;
  const lead = /^[\s*\u00a0]*/.exec(part.text)?.[0].length ?? 0;
  const text = part.text.slice(lead).replace(/[\s*\u00a0]+$/, '');
  const start = part.span.start + lead;
  return text === part.text ? part : { text, span: { start, end: start + text.length }, matches: terms.lookup(text) };
}

interface LabelAtEnd {
  readonly id: LabelId;
  /** Its length in the text. */
  readonly length: number;
  readonly spelling?: string;
}

function spellingAtEnd(before: string, vocabulary: Vocabulary): LabelAtEnd | undefined {
  let longest: LabelAtEnd | undefined;
  for (const { id, spelling } of labelSpellings(vocabulary)) {
    if (before.endsWith(folded(spelling)) && spelling.length > (longest?.length ?? 0))
      longest = { id, length: spelling.length };
  }
  return longest;
}

/** The last word of a label of several words, as in `FastTrack Engineer für: Office 365`. */
function lastWordAtEnd(before: string, { vocabulary, language }: ReadingContext): LabelAtEnd | undefined {
  const word = /(?<=\s)\S+$/.exec(before)?.[0];
  if (word === undefined) return undefined;
  for (const id of vocabulary.labels.ids()) {
    const spelling = vocabulary.labels.spelling(id, language);
    if (folded(spelling).endsWith(` ${word}`)) return { id, length: word.length, spelling };
  }
  return undefined;
}

function* labelSpellings({ labels }: Vocabulary): Iterable<{ id: LabelId; spelling: string }> {
  for (const id of labels.ids()) {
    for (const language of LANGUAGES) {
      const spellings = labels.data[id][language];
      for (const spelling of spellings === undefined ? [] : [spellings.canonical, ...(spellings.aliases ?? [])])
        yield { id, spelling };
    }
  }
}

/** Ignores case and kinds of spaces, and keeps the offset of every character. */
function folded(text: string): string {
  return text.replace(/\u00a0/g, ' ').toLowerCase();
}
