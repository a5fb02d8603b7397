import { anyOf, quoted } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, replaceWith } from '../lint/support/fixes.js';
import { valuesIn } from '../dialect/front-matter.js';
import { nearest } from '../text/spelling.js';

export const frontMatterUnknownValue = defineRule({
  meta: {
    id: 'front-matter-unknown-value',
    category: 'front-matter',
    description: 'A key with a fixed list of values has one of them',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      near: 'Unknown value "{text}" for "{key}". Did you mean "{meant}"?',
      unknown: {
        text: 'Unknown value "{text}" for "{key}": use {known}',
        note: '{known}: a list of quoted values: "internal" or "partner".',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    const lists = page.vocabulary.frontMatter.values;
    for (const field of frontMatter.fields) {
      const key = field.key.value;
      const known = Object.hasOwn(lists, key) ? (lists[key] ?? []) : [];
      if (known.length === 0 || field.value.kind !== 'scalar') continue;
      const values = valuesIn(field, text);
      for (const value of values) {
        if (known.includes(value.text)) continue;
        const [meant] = nearest(value.text, known, 1);
        // A value that the field already has can't be the intended one.
        const others = known.filter((one) => one !== meant && !values.some(({ text: shown }) => shown === one));
        const choices = others.slice(0, MAX_CHOICES).map((one) => replaceWith(value.span, one));
        const { span } = value;
        if (meant === undefined)
          report({
            messageId: 'unknown',
            data: { text: value.text, key, known: anyOf(known.map(quoted)) },
            span,
            fixes: choices,
          });
        else
          report({
            messageId: 'near',
            data: { text: value.text, key, meant },
            span,
            fixes: [preferred(replaceWith(span, meant)), ...choices],
          });
      }
    }
  },
});

/** With more choices, the list of fixes would be too long. */
const MAX_CHOICES = 4;
