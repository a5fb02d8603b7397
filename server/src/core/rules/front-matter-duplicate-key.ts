import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import type { Field } from '../model/front-matter.js';
import { sliceOf } from '../text/span.js';

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
        related: [{ span: other.key.span, message: `First "${key}"` }],
        fixes: fixesFor(other, field, text),
      });
    }
  },
});

/** A line that repeats the same value can be removed; if the values differ, only the author knows the right one. */
function fixesFor(first: Field, again: Field, text: string): Fix[] {
  if (/[\r\n]$/.test(sliceOf(text, again.span)) && isSame(first, again, text)) {
    return [{ title: 'Remove the repeated line', edits: [{ span: again.span, newText: '' }], applicability: 'safe' }];
  }
  return [removing(again, first, 'Remove the repeated line'), removing(first, again, 'Remove the first line')];
}

/** Whether the values are the same, and no comment or second line would be lost. */
function isSame(first: Field, again: Field, text: string): boolean {
  return sliceOf(text, first.span).trimEnd() === sliceOf(text, again.span).trimEnd();
}

function removing(removed: Field, kept: Field, plainTitle: string): Fix {
  const namesValue = kept.value.kind === 'scalar' && kept.value.text !== removed.value.text;
  return {
    title: namesValue ? `Keep "${kept.value.text}"` : plainTitle,
    edits: [{ span: removed.span, newText: '' }],
    applicability: 'suggestion',
  };
}
