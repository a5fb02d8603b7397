import type { Span } from '../../text/span.js';
import type { Fix } from '../rule.js';

/** Replaces what `span` covers, and says so. */
export function replaceWith(span: Span, newText: string, applicability: Fix['applicability'] = 'suggestion'): Fix {
  return { title: `Replace with "${newText}"`, edits: [{ span, newText }], applicability };
}
