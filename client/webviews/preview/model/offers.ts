import type { OfferedTerm } from '../protocol/messages';
import { searchable, wordsOf } from '../../shared/search';

/** A suggestion while the author types. */
export interface Offer {
  /** A neutral id, or the text as typed. */
  readonly value: string;
  readonly label: string;
  /** The typed text is an unknown word. */
  readonly isFree: boolean;
}

/**
 * The words that contain the typed text, those that start with it first. The typed text itself comes last if it isn't
 * one of them.
 */
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

/**
 * The suggestion that Enter accepts: the highlighted one, or else the only plausible one; `undefined` if nothing was
 * typed.
 */
export function offerToTake(typed: string, offers: readonly Offer[], active: number): Offer | undefined {
  return offers[active] ?? (typed.trim() === '' ? undefined : offers[0]);
}
