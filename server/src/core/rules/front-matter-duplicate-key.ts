import { defineMessages, type Message } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import type { Field } from '../model/front-matter.js';
import { sliceOf } from '../text/span.js';

const texts = defineMessages('front-matter-duplicate-key', {
  first: { text: 'First "{key}"', note: 'About the first of several lines with the same key.' },
  removeRepeated: { text: 'Remove the repeated line', note: 'Title of a fix.' },
  removeFirst: { text: 'Remove the first line', note: 'Title of a fix for two lines with the same key.' },
  keepValue: {
    text: 'Keep "{value}"',
    note: 'Title of a fix for two lines with the same key. {value}: the value of the line that stays.',
  },
});

export const frontMatterDuplicateKey = defineRule({
  meta: {
    id: 'front-matter-duplicate-key',
    category: 'front-matter',
    description: 'Each key appears once in the front matter',
    recommended: 'error',
    fixable: 'both',
    messages: {
      repeated: 'The key "{key}" is used twice, so the front matter can\'t be read',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, report }) {
    // A merge conflict repeats most keys; that is a single mistake, which another rule reports.
    if (/^<{7}[ \t]/m.test(sliceOf(text, frontMatter.content))) return;
    const first = new Map<string, Field>();
    for (const field of frontMatter.fields) {
      const { value: key, span } = field.key;
      // A line without a key is another mistake, even when repeated.
      if (key === '') continue;
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, field);
        continue;
      }
      report({
        messageId: 'repeated',
        data: { key },
        span,
        related: [{ span: other.key.span, message: texts.first({ key }) }],
        fixes: fixesFor(other, field, text),
      });
    }
  },
});

/** A line that repeats the same value can be removed; if the values differ, only the author knows the right one. */
function fixesFor(first: Field, again: Field, text: string): Fix[] {
  if (/[\r\n]$/.test(sliceOf(text, again.span)) && isSame(first, again, text)) {
    return [{ title: texts.removeRepeated, edits: [{ span: again.span, newText: '' }], applicability: 'safe' }];
  }
  return [removing(again, first, texts.removeRepeated), removing(first, again, texts.removeFirst)];
}

/** Whether the values are the same, and no comment or second line would be lost. */
function isSame(first: Field, again: Field, text: string): boolean {
  return sliceOf(text, first.span).trimEnd() === sliceOf(text, again.span).trimEnd();
}

function removing(removed: Field, kept: Field, plainTitle: Message): Fix {
  const namesValue = kept.value.kind === 'scalar' && kept.value.text !== removed.value.text;
  const title = namesValue ? texts.keepValue({ value: kept.value.text }) : plainTitle;
  return suggestion(title, { span: removed.span, newText: '' });
}
