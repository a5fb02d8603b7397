import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { missingFiles } from '../lint/support/workspace-links.js';

export const includeMissing = defineRule({
  meta: {
    id: 'include-missing',
    category: 'link',
    description: 'An included file exists',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      missing: 'The included file "{target}" doesn\'t exist',
      near: 'The included file "{target}" doesn\'t exist. Did you mean "{meant}"?',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const { written, meant, fixes } of missingFiles(summary, index, ['include'])) {
      const target = written.value;
      if (meant === undefined) report({ messageId: 'missing', data: { target }, span: written.span });
      else report({ messageId: 'near', data: { target, meant }, span: written.span, fixes });
    }
  },
});
