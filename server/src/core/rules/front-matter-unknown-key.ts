import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { isOtherKnownKey, isReadable, misspeltKeys, playbookKeys } from '../lint/support/front-matter.js';

export const frontMatterUnknownKey = defineRule({
  meta: {
    id: 'front-matter-unknown-key',
    category: 'front-matter',
    description: 'The front matter has no key that neither playbooks nor the publishing system know',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      unknown: 'No playbook has a key "{key}"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, page, report }) {
    // Where YAML gave up, what looks like a key may be half a sentence.
    if (!isReadable(frontMatter)) return;
    const spec = page.vocabulary.frontMatter;
    const known = new Set(playbookKeys(spec));
    const misspelt = misspeltKeys(frontMatter, spec);
    for (const field of frontMatter.fields) {
      const { value: key, span } = field.key;
      if (known.has(key) || misspelt.has(field) || isOtherKnownKey(key) || MICROSOFT.test(key)) continue;
      report({
        messageId: 'unknown',
        data: { key },
        span,
        fixes: [suggestion(`Remove "${key}" and its value`, { span: field.span, newText: '' })],
      });
    }
  },
});

/** A family of keys that grows elsewhere; nobody here can tell which of them exist. */
const MICROSOFT = /^ms\./;
