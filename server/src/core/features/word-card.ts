import type { Playbook } from '../model/playbook.js';
import { sliceOf, type Span } from '../text/span.js';
import { normalized } from '../text/spelling.js';
import { LANGUAGES, type Language } from '../vocabulary/language.js';
import type { TermSet } from '../vocabulary/term-set.js';
import { purposeOf } from './purposes.js';

export type WordKind =
  | 'role'
  | 'service'
  | 'phase'
  | 'motion'
  | 'letter'
  | 'label'
  | 'column'
  | 'section'
  | 'key'
  | 'rule'
  | 'comment'
  | 'alert';

/** What there is to know about a word of a page that means something to all playbooks. */
export interface WordCard {
  readonly kind: WordKind;
  /** The word on the page. */
  readonly span: Span;
  /** The recommended spelling in the page's language; keys, rules and letters as they are. */
  readonly word: string;
  /** What the page has in its place: another accepted word, or a slip. */
  readonly written?: { readonly text: string; readonly isSlip: boolean };
  /** What it is for, in our own words. Code stands in back ticks. */
  readonly purpose?: string;
  /** More of that kind. */
  readonly notes: readonly string[];
  /** How the other languages have it. */
  readonly translations: readonly Translation[];
}

export interface Translation {
  readonly language: Language;
  readonly word: string;
  /** Other words that are accepted. */
  readonly others: readonly string[];
}

/** The card of something that is written alike in all languages; `undefined` when it is not among `purposes`. */
export function plainCard(
  kind: WordKind,
  span: Span,
  word: string,
  purposes: Readonly<Record<string, string>>,
  notes: readonly string[] = [],
): WordCard | undefined {
  const purpose = purposeOf(purposes, word);
  return purpose === undefined ? undefined : { kind, span, word, purpose, notes, translations: [] };
}

/** The card of a term that stands at `span`. */
export function termCard<Id extends string>(
  kind: WordKind,
  terms: TermSet<Id>,
  id: Id,
  span: Span,
  { text, language }: Pick<Playbook, 'text' | 'language'>,
): WordCard {
  const word = terms.spelling(id, language);
  const written = sliceOf(text, span);
  const errors = LANGUAGES.flatMap((one) => terms.data[id]?.[one]?.errors ?? []);
  const isSlip = errors.some((error) => normalized(error) === normalized(written));
  return {
    kind,
    span,
    word,
    ...(normalized(written) !== normalized(word) && { written: { text: written, isSlip } }),
    notes: [],
    translations: LANGUAGES.filter((one) => one !== language).flatMap((one) => translation(terms, id, one)),
  };
}

function translation<Id extends string>(terms: TermSet<Id>, id: Id, language: Language): Translation[] {
  const spellings = terms.data[id]?.[language];
  if (spellings === undefined) return [];
  const { canonical, aliases = [] } = spellings;
  // Some aliases differ from each other in case only.
  const words = new Map([...aliases].reverse().map((alias) => [normalized(alias), alias]));
  words.delete(normalized(canonical));
  return [{ language, word: canonical, others: [...words.values()].reverse() }];
}
