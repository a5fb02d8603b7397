import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';

/** Has no checks: the comments are read by the engine, see `lint/suppressions.ts`. */
export const suppressionUnknownRule = defineRule({
  meta: {
    id: 'suppression-unknown-rule',
    category: 'suppression',
    description: 'A comment that silences a rule names a rule that there is',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      unknown: 'There is no rule "{ruleId}"',
      near: 'There is no rule "{ruleId}". Did you mean "{meant}"?',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },
});
