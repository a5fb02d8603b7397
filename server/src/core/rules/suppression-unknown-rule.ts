import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';

/** Has no checks: the engine reads the comments, see `lint/suppressions.ts`. */
export const suppressionUnknownRule = defineRule({
  meta: {
    id: 'suppression-unknown-rule',
    category: 'suppression',
    description: 'A suppression comment names a rule that exists',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      unknown: 'Unknown rule "{ruleId}"',
      near: 'Unknown rule "{ruleId}". Did you mean "{meant}"?',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },
});
