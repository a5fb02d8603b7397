import type { OfferedTerm } from '../../src/common/preview/messages';
import { searchable, wordsOf } from '../../grid/search';

/** What can be chosen while somebody types. */
export interface Offer {
  /** A neutral id, or the text as it was typed. */
  readonly value: string;
  readonly label: string;
  /** What was typed is no word that anybody knows. */
  readonly isFree: boolean;
}

/** The words that have all that was typed, those that start with it first; at the end what was typed itself, where it is none of them. */
export function offersFor(typed: string, offered: readonly OfferedTerm[]): Offer[] {
  const words = wordsOf(typed);
  const start = searchable(typed.trim());
  const found = offered
    .map(({ id, label }) => ({ id, label, searched: searchable(`${label} ${id}`) }))
    .filter(({ searched }) => words.every((word) => searched.includes(word)))
    .sort((a, b) => Number(b.searched.startsWith(start)) - Number(a.searched.startsWith(start)));
  const offers = found.map(({ id, label }) => ({ value: id, label, isFree: false }));
  const isKnown = words.length === 0 || offered.some(({ id, label }) => searchable(label) === start || id === start);
  return isKnown ? offers : [...offers, { value: typed.trim(), label: typed.trim(), isFree: true }];
}

/** What Enter takes: the offer that was gone to, else the only sensible one; `undefined` when nothing was typed. */
export function offerToTake(typed: string, offers: readonly Offer[], active: number): Offer | undefined {
  return offers[active] ?? (typed.trim() === '' ? undefined : offers[0]);
}
