import { oneOf } from '../text/one-of.js';
import { nearest, normalized } from '../text/spelling.js';
import type { Span } from '../text/span.js';
import { inAnyLanguage, LANGUAGES, type Language } from './language.js';
import type { Spellings } from './language-pack.js';

/** The terms of a set as data: spellings by language, by ID. */
export type TermSetData<Id extends string = string> = Readonly<
  Record<Id, Readonly<Partial<Record<Language, Spellings>>>>
>;

/** A meaning of a spelling in one language. */
export interface TermMatch<Id extends string = string> {
  readonly id: Id;
  readonly language: Language;
  readonly kind: 'canonical' | 'alias' | 'error';
}

/** One of several values in a cell or label line. */
export interface TermPart<Id extends string = string> {
  /** The trimmed source of the value. */
  readonly text: string;
  /** In the text that was split. */
  readonly span: Span;
  /** Every possible meaning; empty for an unknown value. */
  readonly matches: readonly TermMatch<Id>[];
}

/** A closed set of terms in every language, with lookup by any spelling. */
export class TermSet<Id extends string = string> {
  readonly data: TermSetData<Id>;
  readonly #bySpelling = new Map<string, TermMatch<Id>[]>();
  readonly #longestWords: number;

  constructor(data: TermSetData<Id>) {
    this.data = data;
    let words = 1;
    for (const { spelling, ...match } of spellingsOf(data)) {
      const key = normalized(spelling);
      const known = this.#bySpelling.get(key);
      if (known === undefined) this.#bySpelling.set(key, [match]);
      else if (!known.some((other) => other.id === match.id && other.language === match.language)) known.push(match);
      words = Math.max(words, spelling.split(SEPARATOR).length);
    }
    this.#longestWords = words;
  }

  /** Every possible meaning of `text`, in any language. */
  lookup(text: string): readonly TermMatch<Id>[] {
    return this.#bySpelling.get(normalized(withoutMarkup(text))) ?? NO_MATCHES;
  }

  /**
   * The meaning of `text` on a page in `language`: a match in that language first, an accepted spelling before a wrong
   * one.
   */
  find(text: string, language: Language): TermMatch<Id> | undefined {
    return bestMatch(this.lookup(text), language);
  }

  /** The recommended spelling in `language`; in English if the language has none. */
  spelling(id: Id, language: Language): string {
    const spellings = this.data[id];
    return (spellings?.[language] ?? spellings?.en)?.canonical ?? id;
  }

  /** Whether the set has a spelling of `id` in `language`. */
  has(id: Id, language: Language): boolean {
    return this.data[id]?.[language] !== undefined;
  }

  /** The recommended spellings in `language`, in the order of the data. */
  spellings(language: Language): readonly string[] {
    return this.ids().map((id) => this.spelling(id, language));
  }

  ids(): readonly Id[] {
    return Object.keys(this.data) as Id[];
  }

  /**
   * The accepted spellings in `language` that `text` was probably meant to be, nearest first. Of two that are equally
   * near, the recommended one comes first.
   */
  nearest(text: string, language: Language, limit = 3): string[] {
    const spellings = this.ids().flatMap((id) => this.data[id]?.[language] ?? this.data[id]?.en ?? []);
    const aliases = spellings.flatMap((term) => term.aliases ?? []);
    return nearest(text, [...spellings.map(({ canonical }) => canonical), ...aliases], limit);
  }

  /**
   * The values in `text`, split at separators, but never inside a known name such as `Classroom/SDS`. Spans count from
   * the start of `text`.
   */
  split(text: string): readonly TermPart<Id>[] {
    const pieces = piecesOf(text);
    if (pieces.length > MAX_PARTS) return [{ text, span: { start: 0, end: text.length }, matches: NO_MATCHES }];
    const parts: TermPart<Id>[] = [];
    for (let first = 0; first < pieces.length;) {
      const last = this.#longestKnown(text, pieces, first);
      const span = { start: pieces[first]?.start ?? 0, end: pieces[last]?.end ?? 0 };
      const source = text.slice(span.start, span.end);
      if (source !== '') parts.push({ text: source, span, matches: this.lookup(source) });
      first = last + 1;
    }
    return parts;
  }

  /** The index of the last part of the longest known name that starts at part `first`; `first` if there is none. */
  #longestKnown(text: string, pieces: readonly Span[], first: number): number {
    const start = pieces[first]?.start ?? 0;
    for (let last = Math.min(first + this.#longestWords, pieces.length) - 1; last > first; last--) {
      if (this.lookup(text.slice(start, pieces[last]?.end)).length > 0) return last;
    }
    return first;
  }
}

/** The match to use on a page in `language`. */
export function bestMatch<Id extends string>(
  matches: readonly TermMatch<Id>[],
  language: Language,
): TermMatch<Id> | undefined {
  return (
    matches.find((match) => match.language === language) ??
    matches.find((match) => match.kind !== 'error') ??
    matches[0]
  );
}

const NO_MATCHES: readonly never[] = [];

/** The words that readers see: without emphasis around them, and with a space or `&` for the entity that means it. */
function withoutMarkup(text: string): string {
  if (!/[*_&]/.test(text)) return text;
  return text
    .trim()
    .replace(/^[*_]+|[*_]+$/g, '')
    .replace(/&(?:nbsp|#160|#xa0|#32|#x20);/gi, ' ')
    .replace(/&(?:amp|#38|#x26);/gi, '&');
}

/** A value with more parts than there are terms isn't a list of terms. */
const MAX_PARTS = 100;

/** The marks that separate two values, whatever the language of the page. */
const MARKS = oneOf(['/', ',', ';', '&', '、', '，', '；', ...inAnyLanguage(({ lists }) => [lists.separator.trim()])]);
/** The words that do so, in languages with and without spaces between words. */
const SPACED = oneOf(inAnyLanguage(({ lists }) => (lists.hasSpaces ? lists.conjunctions : [])));
const UNSPACED = oneOf(inAnyLanguage(({ lists }) => (lists.hasSpaces ? [] : lists.conjunctions)));
/** An ampersand or semicolon of an entity, such as `&nbsp;`, separates nothing; only `&amp;` is an ampersand. */
const ENTITY = String.raw`&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,9})`;
const MARK = String.raw`&(?:amp|#38|#x26);|(?!${ENTITY};|(?<=${ENTITY});)${MARKS}`;
const SEPARATOR = new RegExp(String.raw`\s*(?:${MARK}|\s${SPACED}\s|${UNSPACED})\s*`, 'u');

function piecesOf(text: string): Span[] {
  const pieces: Span[] = [];
  const separators = new RegExp(SEPARATOR, 'gu');
  let start = 0;
  for (const separator of text.matchAll(separators)) {
    pieces.push(trimmedSpan(text, start, separator.index));
    start = separator.index + separator[0].length;
  }
  pieces.push(trimmedSpan(text, start, text.length));
  return pieces;
}

function trimmedSpan(text: string, from: number, to: number): Span {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  return { start, end: Math.max(start, from + raw.trimEnd().length) };
}

function* spellingsOf<Id extends string>(data: TermSetData<Id>): Iterable<TermMatch<Id> & { spelling: string }> {
  for (const id of Object.keys(data) as Id[]) {
    for (const language of LANGUAGES) {
      const spellings = data[id][language];
      if (spellings === undefined) continue;
      yield { spelling: spellings.canonical, id, language, kind: 'canonical' };
      for (const spelling of spellings.aliases ?? []) yield { spelling, id, language, kind: 'alias' };
      for (const spelling of spellings.errors ?? []) yield { spelling, id, language, kind: 'error' };
    }
  }
}
