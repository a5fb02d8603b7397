import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { CHARACTER_NAMES } from '../text/character-names.js';
import type { Span } from '../text/span.js';

export const headingInvisibleCharacter = defineRule({
  meta: {
    id: 'heading-invisible-character',
    category: 'structure',
    description: 'A heading has no invisible characters',
    recommended: 'warning',
    fixable: 'both',
    messages: {
      one: 'The heading contains an invisible character ({name}): links to the heading and searches for it fail',
      many: 'The heading contains {count} invisible characters ({name}): links to the heading and searches for it fail',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block: { source, headings }, report }) {
    for (const { form, content } of headings) {
      const found = [...source.slice(content.start, content.end).matchAll(INVISIBLE)];
      if (found.length === 0) continue;
      const edits = found.map(({ index, 0: text }) => ({ span: spanAt(content.start + index, text), newText: '' }));
      const count = found.reduce((sum, { 0: text }) => sum + text.length, 0);
      const name = namesOf(found.map(({ 0: text }) => text).join(''));
      const data = { name, count };
      // Without the character, the lines above the underline could become something else: a list, a fence, front
      // matter.
      const applicability = form === 'setext' ? ('suggestion' as const) : ('safe' as const);
      const fixes = [
        {
          title: count === 1 ? 'Remove the invisible character' : 'Remove the invisible characters',
          edits,
          applicability,
        },
      ];
      if (count === 1) report({ messageId: 'one', data, span: content, fixes });
      else report({ messageId: 'many', data, span: content, fixes });
    }
  },
});

/** Without the joiners U+200C and U+200D, which affect the shape of letters and emoji. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]+/g;

function namesOf(characters: string): string {
  return [...new Set(characters)].map((character) => CHARACTER_NAMES[character] ?? '').join(', ');
}

function spanAt(start: number, text: string): Span {
  return { start, end: start + text.length };
}
