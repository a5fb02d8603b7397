import type { Message } from '../../messages/index.js';
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

/** Information about a word of the dialect. */
export interface WordCard {
  readonly kind: WordKind;
  /** The word on the page. */
  readonly span: Span;
  /** The recommended spelling in the page's language; keys, rules and letters unchanged. */
  readonly word: string;
  /** The text on the page, if it differs: another accepted word, or a misspelling. */
  readonly written?: { readonly text: string; readonly isMisspelt: boolean };
  /** What it's for. Code is in backticks. */
  readonly purpose?: Message;
  /** Why an author disabled the rule here, in their words. */
  readonly reason?: string;
  /** More such details. */
  readonly notes: readonly Message[];
  /** The spellings in the other languages. */
  readonly translations: readonly Translation[];
}

export interface Translation {
  readonly language: Language;
  readonly word: string;
  /** Other words that are accepted. */
  readonly others: readonly string[];
}

/** The card of a word that is the same in all languages; `undefined` if it isn't in `purposes`. */
export function plainCard(
  kind: WordKind,
  span: Span,
  word: string,
  purposes: Readonly<Record<string, Message>>,
  notes: readonly Message[] = [],
): WordCard | undefined {
  const purpose = purposeOf(purposes, word);
  return purpose === undefined ? undefined : { kind, span, word, purpose, notes, translations: [] };
}

/** The card of a term at `span`. */
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
  const isMisspelt = errors.some((error) => normalized(error) === normalized(written));
  return {
    kind,
    span,
    word,
    ...(normalized(written) !== normalized(word) && { written: { text: written, isMisspelt } }),
    notes: [],
    translations: LANGUAGES.filter((one) => one !== language).flatMap((one) => translation(terms, id, one)),
  };
}

function translation<Id extends string>(terms: TermSet<Id>, id: Id, language: Language): Translation[] {
  const spellings = terms.data[id]?.[language];
  if (spellings === undefined) return [];
  const { canonical, aliases = [] } = spellings;
  // Some aliases differ only in case.
  const words = new Map([...aliases].reverse().map((alias) => [normalized(alias), alias]));
  words.delete(normalized(canonical));
  return [{ language, word: canonical, others: [...words.values()].reverse() }];
}
