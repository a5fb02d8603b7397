import { defineMessages, listed, type MessageList } from '../../../messages/index.js';
import { nameAndCode } from '../../text/character-names.js';
import { sliceOf, type Span } from '../../text/span.js';
import { INVISIBLE } from '../../text/spelling.js';
import type { Fix } from '../rule.js';

const texts = defineMessages('invisible', {
  remove: {
    text: '{count, plural, one {Remove the invisible character} other {Remove the invisible characters}}',
    note: 'Title of a fix.',
  },
});

/** The title of a fix that removes `count` invisible characters. */
export const removeInvisibleTitle = texts.remove;

/** The names of the invisible characters in `text`, each once: `zero-width space (U+200B)`. Empty if there are none. */
export function invisibleIn(text: string): MessageList {
  return listed([...new Set(text.match(INVISIBLE))].map(nameAndCode));
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
    title: texts.remove({ count: edits.length }),
    edits,
    applicability: 'safe',
  };
}
