import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, replaceWith, replaceWithNearest } from '../lint/support/fixes.js';
import { joinedTerms } from '../lint/support/joined-terms.js';
import { isUnknown, termsOf } from '../dialect/task-terms.js';

export const taskRoleUnknown = defineRule({
  meta: {
    id: 'task-role-unknown',
    category: 'task-table',
    description: 'A task row names roles that exist',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      unknown: 'Unknown role "{text}"',
      joined: '"{text}" is two or more roles without a separator that readers know, such as a slash',
      near: 'Unknown role "{text}". Did you mean "{nearest}"?',
    },
    unknownWords: { unknown: { value: 'text', list: 'roles' }, near: { value: 'text', list: 'roles' } },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const roles = termsOf(row, schema, 'role', page);
    for (const { text, span, terms } of roles.filter((role) => isUnknown(role, page))) {
      const joined = joinedTerms(text, terms, page);
      if (joined !== undefined) {
        report({ messageId: 'joined', data: { text }, span, fixes: [preferred(replaceWith(span, joined))] });
        continue;
      }
      const spellings = terms.nearest(text, page.language);
      const [nearest] = spellings;
      if (nearest !== undefined)
        report({ messageId: 'near', data: { text, nearest }, span, fixes: replaceWithNearest(span, spellings) });
      // There is a subject matter expert for anything.
      else if (!/\bSMEs?$/.test(text)) report({ messageId: 'unknown', data: { text }, span });
    }
  },
});
