import { defineMessages, listed, type MessageList } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { removeInvisibleTitle } from '../lint/support/invisible.js';
import { nameOfCharacter } from '../text/character-names.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('heading-invisible-character', {
  useSpaces: {
    text: '{count, plural, one {Replace with a regular space} other {Replace with regular spaces}}',
    note: 'Title of a fix for unusual spaces in a heading.',
  },
});

export const headingInvisibleCharacter = defineRule({
  meta: {
    id: 'heading-invisible-character',
    category: 'structure',
    description: 'A heading has no invisible characters and no unusual spaces',
    recommended: 'warning',
    fixable: 'both',
    messages: {
      invisible: {
        text: '{count, plural, one {The heading contains an invisible character ({names}): links to the heading and searches for it fail} other {The heading contains # invisible characters ({names}): links to the heading and searches for it fail}}',
        note: '{names}: the names of the characters, each once: zero-width space.',
      },
      space: {
        text: '{count, plural, one {The heading contains an unusual space ({names}): links to the heading and searches for it fail} other {The heading contains # unusual spaces ({names}): links to the heading and searches for it fail}}',
        note: '{names}: the names of the characters, each once: no-break space.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block: { source, headings }, report }) {
    for (const { form, content } of headings) {
      const text = source.slice(content.start, content.end);
      // Without the character, the lines above the underline could become something else: a list, a fence, front
      // matter.
      const applicability = form === 'setext' ? ('suggestion' as const) : ('safe' as const);
      const hidden = found(INVISIBLE, text, content);
      if (hidden.length > 0) {
        const count = lengthOf(hidden);
        const edits = hidden.map(({ span }) => ({ span, newText: '' }));
        const fixes: Fix[] = [{ title: removeInvisibleTitle({ count }), edits, applicability }];
        report({ messageId: 'invisible', data: { names: namesOf(hidden), count }, span: content, fixes });
      }
      // At the ends, they do no harm: renderers drop them.
      const spaces = found(spacesIn(text), text, content).filter(({ span }) => isInside(span, text, content));
      if (spaces.length > 0) {
        const count = lengthOf(spaces);
        const edits = spaces.map(({ span }) => ({ span, newText: ' ' }));
        const fixes: Fix[] = [{ title: texts.useSpaces({ count }), edits, applicability }];
        report({ messageId: 'space', data: { names: namesOf(spaces), count }, span: content, fixes });
      }
    }
  },
});

/** Without the joiners U+200C and U+200D, which affect the shape of letters and emoji. */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD]+/g;
/** Renderers drop these from the anchor of the heading, where they write a hyphen for a space. */
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F]+/g;
/** Between ideographs, an ideographic space is good typography. */
const SPACES_AND_IDEOGRAPHIC = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;

function spacesIn(text: string): RegExp {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? SPACES : SPACES_AND_IDEOGRAPHIC;
}

interface Run {
  readonly text: string;
  /** In the block. */
  readonly span: Span;
}

function found(pattern: RegExp, text: string, content: Span): Run[] {
  return [...text.matchAll(pattern)].map(({ 0: run, index }) => {
    const start = content.start + index;
    return { text: run, span: { start, end: start + run.length } };
  });
}

function isInside({ start, end }: Span, text: string, content: Span): boolean {
  return text.slice(0, start - content.start).trim() !== '' && text.slice(end - content.start).trim() !== '';
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

function namesOf(runs: readonly Run[]): MessageList {
  return listed([...new Set(runs.map(({ text }) => text).join(''))].map(nameOfCharacter));
}
