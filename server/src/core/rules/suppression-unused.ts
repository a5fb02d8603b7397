import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';

/** Has no checks: what a comment silences is known only after all other rules have run, see `lint/suppressions.ts`. */
export const suppressionUnused = defineRule({
  meta: {
    id: 'suppression-unused',
    category: 'suppression',
    description: 'A suppression comment silences at least one problem',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      nothing: 'This comment has no effect',
      rule: 'This comment has no effect: there is no "{ruleId}" problem here',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },
});
