import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { linksWithTarget } from '../dialect/links.js';
import { titles } from '../lint/support/fixes.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { codeOf } from '../text/character-names.js';
import type { Located } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';

const texts = defineMessages('link-invisible-character', {
  delete: { text: 'Delete the invisible characters', note: 'Title of a fix for a link target.' },
});

export const linkInvisibleCharacter = defineTextRule({
  meta: {
    id: 'link-invisible-character',
    category: 'link',
    description: 'A link target has no invisible characters, and no spaces at its start or end',
    recommended: 'error',
    fixable: 'both',
    messages: {
      invisible: {
        text: 'The link target contains an invisible character, {code}: the link is broken',
        note: '{code}: its number: U+200B.',
      },
      space: 'The link target starts with an encoded space: the link is broken',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ inlines, report }) {
    for (const { target } of linksWithTarget(inlines)) {
      const edits = editsFor(target);
      const first = INVISIBLE_RUN.exec(target.value)?.[0];
      if (first === undefined) continue;
      const isDeleted = edits.every(({ newText }) => newText === '');
      // Characters that are written in visible form may be intended.
      const isSafe = isDeleted && !ENCODED.test(target.value);
      const title = !isDeleted
        ? titles.replace({ text: '%20' })
        : first.startsWith('%')
          ? titles.delete({ text: first })
          : texts.delete;
      const fixes = [{ title, edits, applicability: isSafe ? 'safe' : 'suggestion' } as const];
      if (first.startsWith('%20')) report({ messageId: 'space', span: target.span, fixes });
      else report({ messageId: 'invisible', data: { code: codeOf(characterOf(first)) }, span: target.span, fixes });
    }
  },
});

/** Characters without width, spaces that browsers don't treat as such, and the encoded forms of both. */
const INVISIBLE_RUN = /^(?:%20)+|(?:[\u200B-\u200F\u2060\uFEFF\u00AD\u00A0\u202F]|%E2%80%8B|%C2%A0|%EF%BB%BF)+/i;
const ALL_INVISIBLE_RUNS = new RegExp(INVISIBLE_RUN, 'gi');
const ENCODED = /^(?:%20)+|%E2%80%8B|%C2%A0|%EF%BB%BF/i;
const SPACE = /[\u00A0\u202F]|%C2%A0/i;

/** At either end, characters can be deleted; a space inside a target is probably intended. */
function editsFor({ value, span }: Located<string>): TextEdit[] {
  return [...value.matchAll(ALL_INVISIBLE_RUNS)].map(({ 0: found, index }) => {
    const isInside = index > 0 && index + found.length < value.length;
    const start = span.start + index;
    return { span: { start, end: start + found.length }, newText: isInside && SPACE.test(found) ? '%20' : '' };
  });
}

/** The first character of an invisible run, decoded. */
function characterOf(run: string): string {
  return run.startsWith('%') ? decodeURIComponent(/^(?:%C2%A0|%E2%80%8B|%EF%BB%BF)/i.exec(run)?.[0] ?? '') : run;
}
