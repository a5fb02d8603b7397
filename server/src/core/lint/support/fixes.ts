import { defineMessages, type Message } from '../../../messages/index.js';
import type { Span } from '../../text/span.js';
import type { TextEdit } from '../../text/text-edit.js';
import type { Fix } from '../rule.js';

/** The titles that the fixes of many rules have. `text`: as it is on the page, or will be. */
export const titles = defineMessages('fixes', {
  replace: { text: 'Replace with "{text}"', note: 'Title of a fix. {text}: the new text.' },
  insert: { text: 'Insert "{text}"', note: 'Title of a fix. {text}: the new text.' },
  delete: { text: 'Delete "{text}"', note: 'Title of a fix. {text}: text of the page.' },
  insertSpace: { text: 'Insert a space', note: 'Title of a fix.' },
  quoteValue: { text: 'Put the value in quotes', note: 'Title of a fix for a value in YAML.' },
});

/** Replaces the text in `span`, with a matching title. */
export function replaceWith(span: Span, newText: string, applicability: Fix['applicability'] = 'suggestion'): Fix {
  return { title: titles.replace({ text: newText }), edits: [{ span, newText }], applicability };
}

/** One fix for each word that may have been meant, the most similar first. */
export function replaceWithNearest(span: Span, nearestFirst: readonly string[]): Fix[] {
  return nearestFirst.map((text, index) =>
    index === 0 ? preferred(replaceWith(span, text)) : replaceWith(span, text),
  );
}

/** A fix that the author has to choose. */
export function suggestion(title: Message, ...edits: readonly TextEdit[]): Fix {
  return { title, edits, applicability: 'suggestion' };
}

export function preferred(fix: Fix): Fix {
  return { ...fix, isPreferred: true };
}
