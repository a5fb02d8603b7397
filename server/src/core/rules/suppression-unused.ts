import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';

/** Has no checks: what a comment silences is known only after all other rules have run, see `lint/suppressions.ts`. */
export const suppressionUnused = defineRule({
  meta: {
    id: 'suppression-unused',
    category: 'suppression',
    description: 'A comment that silences a rule is there because the rule would speak',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      nothing: 'This comment silences nothing',
      rule: 'This comment silences nothing: there is no "{ruleId}" problem here',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },
});
