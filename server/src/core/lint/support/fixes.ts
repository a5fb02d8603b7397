import type { Span } from '../../text/span.js';
import type { TextEdit } from '../../text/text-edit.js';
import type { Fix } from '../rule.js';

/** Replaces the text in `span`, with a matching title. */
export function replaceWith(span: Span, newText: string, applicability: Fix['applicability'] = 'suggestion'): Fix {
  return { title: `Replace with "${newText}"`, edits: [{ span, newText }], applicability };
}

/** One fix for each word that may have been meant, the most similar first. */
export function replaceWithNearest(span: Span, nearestFirst: readonly string[]): Fix[] {
  return nearestFirst.map((text, index) =>
    index === 0 ? preferred(replaceWith(span, text)) : replaceWith(span, text),
  );
}

/** A fix that the author has to choose. */
export function suggestion(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits, applicability: 'suggestion' };
}

export function preferred(fix: Fix): Fix {
  return { ...fix, isPreferred: true };
}
