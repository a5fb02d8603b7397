import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';

/** Has no checks: the engine reads the comments, see `lint/suppressions.ts`. */
export const suppressionMisspelt = defineRule({
  meta: {
    id: 'suppression-misspelt',
    category: 'suppression',
    description: 'The name of a suppression comment is spelled correctly',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      unknown: 'Unknown suppression comment "{name}" has no effect',
      near: 'Unknown suppression comment "{name}" has no effect. Did you mean "{meant}"?',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },
});
