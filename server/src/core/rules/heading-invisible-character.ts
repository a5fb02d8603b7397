import { listed, type MessageList } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { removeInvisibleTitle } from '../lint/support/invisible.js';
import { nameOfCharacter } from '../text/character-names.js';
import type { Span } from '../text/span.js';

export const headingInvisibleCharacter = defineRule({
  meta: {
    id: 'heading-invisible-character',
    category: 'structure',
    description: 'A heading has no invisible characters',
    recommended: 'warning',
    fixable: 'both',
    messages: {
      invisible: {
        text: '{count, plural, one {The heading contains an invisible character ({names}): links to the heading and searches for it fail} other {The heading contains # invisible characters ({names}): links to the heading and searches for it fail}}',
        note: '{names}: the names of the characters, each once: zero-width space.',
      },
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
      const names = namesOf(found.map(({ 0: text }) => text).join(''));
      // Without the character, the lines above the underline could become something else: a list, a fence, front
      // matter.
      const applicability = form === 'setext' ? ('suggestion' as const) : ('safe' as const);
      report({
        messageId: 'invisible',
        data: { names, count },
        span: content,
        fixes: [{ title: removeInvisibleTitle({ count }), edits, applicability }],
      });
    }
  },
});

/** Without the joiners U+200C and U+200D, which affect the shape of letters and emoji. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]+/g;

function namesOf(characters: string): MessageList {
  return listed([...new Set(characters)].map(nameOfCharacter));
}

function spanAt(start: number, text: string): Span {
  return { start, end: start + text.length };
}
