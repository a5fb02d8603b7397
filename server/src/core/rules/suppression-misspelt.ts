import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';

/** Has no checks: the comments are read by the engine, see `lint/suppressions.ts`. */
export const suppressionMisspelt = defineRule({
  meta: {
    id: 'suppression-misspelt',
    category: 'suppression',
    description: 'A suppression comment has a name that is spelt correctly',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      unknown: 'Unknown suppression comment "{name}": it silences nothing',
      near: 'Unknown suppression comment "{name}": it silences nothing. Did you mean "{meant}"?',
    },
    options: NO_OPTIONS,
    since: '0.3.0',
  },
});
