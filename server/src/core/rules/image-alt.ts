import { NO_OPTIONS } from '../lint/options.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { sliceOf } from '../text/span.js';
import { INVISIBLE } from '../text/spelling.js';

export const imageAlt = defineTextRule({
  meta: {
    id: 'image-alt',
    category: 'link',
    description: 'An image has alt text, which screen readers read aloud',
    recommended: 'warning',
    fixable: 'none',
    messages: {
      missing: 'The image "{file}" has no alt text for readers who can\'t see it',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, report }) {
    for (const { kind, span, text, target } of inlines.links) {
      if (kind === 'image' && sliceOf(source, text).replace(INVISIBLE, '').trim() === '')
        report({ messageId: 'missing', data: { file: target.value }, span });
    }
    // `alt=""` says that the image is only decoration.
    for (const { name, attributes, span } of inlines.tags) {
      const file = attributes.get('src');
      if (name === 'img' && file !== undefined && !attributes.has('alt'))
        report({ messageId: 'missing', data: { file: file.value }, span });
    }
  },
});
