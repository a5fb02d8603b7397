import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { valuesIn } from '../lint/support/front-matter.js';
import { nearest } from '../text/spelling.js';

export const frontMatterUnknownValue = defineRule({
  meta: {
    id: 'front-matter-unknown-value',
    category: 'front-matter',
    description: 'A key with a closed list of values has one of them',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      near: 'Unknown value "{text}" for "{key}". Did you mean "{meant}"?',
      unknown: 'Unknown value "{text}" for "{key}", which is {known}',
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
      for (const value of valuesIn(field, text)) {
        if (known.includes(value.text)) continue;
        const [meant] = nearest(value.text, known, 1);
        const choices = meant === undefined ? known : [meant];
        const finding = {
          span: value.span,
          fixes: choices.map((choice) => ({
            title: `Replace with "${choice}"`,
            edits: [{ span: value.span, newText: choice }],
            applicability: 'suggestion' as const,
          })),
        };
        if (meant === undefined) report({ ...finding, messageId: 'unknown', data: { text: value.text, key, known: known.map((one) => `"${one}"`).join(' or ') } });
        else report({ ...finding, messageId: 'near', data: { text: value.text, key, meant } });
      }
    }
  },
});
