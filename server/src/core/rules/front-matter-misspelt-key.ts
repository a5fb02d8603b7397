import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWithNearest } from '../lint/support/fixes.js';
import { isReadable, misspeltKeys } from '../dialect/front-matter.js';

export const frontMatterMisspeltKey = defineRule({
  meta: {
    id: 'front-matter-misspelt-key',
    category: 'front-matter',
    description: 'The keys of the front matter have the same spelling as in all playbooks',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      misspelt: 'Unknown key "{key}". Did you mean "{meant}"?',
    },
    unknownWords: { misspelt: { value: 'key', list: 'optional' } },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, page, report }) {
    // After a YAML error, text that looks like a key may be part of a sentence.
    if (!isReadable(frontMatter)) return;
    for (const [field, meant] of misspeltKeys(frontMatter, page.vocabulary.frontMatter)) {
      const { value: key, span } = field.key;
      report({
        messageId: 'misspelt',
        data: { key, meant },
        span,
        fixes: replaceWithNearest(span, [meant]),
      });
    }
  },
});
