import { NO_OPTIONS } from '../lint/options.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { sliceOf } from '../text/span.js';
import { normalized } from '../text/spelling.js';

export const imageAltFileName = defineTextRule({
  meta: {
    id: 'image-alt-file-name',
    category: 'link',
    description: "An image's alternative text says what the image shows, not what its file is called",
    recommended: 'hint',
    fixable: 'none',
    messages: {
      fileName: 'The alternative text "{text}" is only the name of the file',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, report }) {
    for (const { kind, text, target } of inlines.links) {
      if (kind !== 'image') continue;
      const alt = normalized(sliceOf(source, text));
      const file = normalized(/[^/\\]*$/.exec(target.value)?.[0] ?? '');
      const name = file.replace(/\.\w+$/, '');
      // A name of one plain word can be the best description there is.
      if (alt !== '' && (alt === file || (alt === name && /[-_\d]/.test(name))))
        report({ messageId: 'fileName', data: { text: sliceOf(source, text) }, span: text });
    }
  },
});
