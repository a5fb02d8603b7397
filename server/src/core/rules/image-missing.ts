import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { unlinkAt } from '../lint/support/unlink.js';
import { missingFiles } from '../lint/support/workspace-links.js';

export const imageMissing = defineRule({
  meta: {
    id: 'image-missing',
    category: 'link',
    description: 'The file of an image exists',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      missing: 'The image "{target}" doesn\'t exist',
      near: 'The image "{target}" doesn\'t exist. Did you mean "{meant}"?',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, report }) {
    for (const { written, meant, fixes } of missingFiles(summary, index, ['image'])) {
      const target = written.value;
      if (meant === undefined)
        report({ messageId: 'missing', data: { target }, span: written.span, fixes: unlinkAt(playbook, written.span) });
      else report({ messageId: 'near', data: { target, meant }, span: written.span, fixes });
    }
  },
});
