import type { Span } from '../text/span.js';

/**
 * The comment after a text that is still to be translated, at the end of its cell, list item or paragraph. Readers don't
 * see it. It can contain the ID of a text, which means nothing to us.
 */
const MARK = /<!--[ \t]{0,9}playbook-translate(?:[ \t]{1,9}[\w.:-]{1,100})?[ \t]{0,9}-->/gi;

/** `text` in another language than its page, marked as text to translate. */
export function withPendingMark(text: string): string {
  return /\p{L}/u.test(text) ? `${text} <!-- playbook-translate -->` : text;
}

/** The marks in `source`, outside `code`. */
export function pendingMarksIn(source: string, code: readonly Span[] = []): Span[] {
  if (!source.includes('<!--')) return [];
  return [...source.matchAll(MARK)]
    .map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }))
    .filter((mark) => !code.some(({ start, end }) => start <= mark.start && mark.start < end));
}
