import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { isOtherKnownKey, isReadable, misspeltKeys, playbookKeys } from '../dialect/front-matter.js';

const texts = defineMessages('front-matter-unknown-key', {
  remove: { text: 'Remove "{key}" and its value', note: 'Title of a fix. {key}: a key of the front matter.' },
});

export const frontMatterUnknownKey = defineRule({
  meta: {
    id: 'front-matter-unknown-key',
    category: 'front-matter',
    description: 'Every key of the front matter is known to playbooks or the publishing system',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      unknown: 'Unknown key "{key}"',
    },
    unknownWords: { unknown: { value: 'key', list: 'optional' } },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, page, report }) {
    // After a YAML error, text that looks like a key may be part of a sentence.
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
        fixes: [suggestion(texts.remove({ key }), { span: field.span, newText: '' })],
      });
    }
  },
});

/** Keys that are defined elsewhere, so any of them may exist. */
const MICROSOFT = /^ms\./;
