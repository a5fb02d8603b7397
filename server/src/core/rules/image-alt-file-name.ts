import { NO_OPTIONS } from '../lint/options.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { sliceOf } from '../text/span.js';
import { normalized } from '../text/spelling.js';

export const imageAltFileName = defineTextRule({
  meta: {
    id: 'image-alt-file-name',
    category: 'link',
    description: "Alt text describes the image and isn't just the name of its file",
    recommended: 'hint',
    fixable: 'none',
    messages: {
      fileName: 'The alt text "{text}" is only the file name',
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
      // A file name that is a single plain word can be the best description.
      if (alt !== '' && (alt === file || (alt === name && /[-_\d]/.test(name))))
        report({ messageId: 'fileName', data: { text: sliceOf(source, text) }, span: text });
    }
  },
});
