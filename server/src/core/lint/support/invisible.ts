import { nameAndCode } from '../../text/character-names.js';
import { sliceOf, type Span } from '../../text/span.js';
import { INVISIBLE } from '../../text/spelling.js';
import type { Fix } from '../rule.js';

/** The names of the invisible characters in `text`, each once: `zero-width space (U+200B)`. Empty if there are none. */
export function invisibleIn(text: string): string {
  return [...new Set(text.match(INVISIBLE))].map(nameAndCode).join(', ');
}

/** `text` without its invisible characters, as readers see it. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Removes only the invisible characters from `span`. */
export function removeInvisible(source: string, span: Span): Fix {
  const found = [...sliceOf(source, span).matchAll(INVISIBLE)];
  const edits = found.map(({ index }) => ({
    span: { start: span.start + index, end: span.start + index + 1 },
    newText: '',
  }));
  return {
    title: edits.length === 1 ? 'Remove the invisible character' : 'Remove the invisible characters',
    edits,
    applicability: 'safe',
  };
}
