import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, replaceWith, replaceWithNearest } from '../lint/support/fixes.js';
import { joinedTerms } from '../lint/support/joined-terms.js';
import { isUnknown, termsOf } from '../dialect/task-terms.js';

export const taskServiceUnknown = defineRule({
  meta: {
    id: 'task-service-unknown',
    category: 'task-table',
    description: 'A task row names services that exist',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      unknown: 'Unknown service "{text}"',
      joined: '"{text}" is two or more services without a separator that readers know, such as a slash',
      near: 'Unknown service "{text}". Did you mean "{nearest}"?',
    },
    unknownWords: { unknown: { value: 'text', list: 'services' }, near: { value: 'text', list: 'services' } },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const services = termsOf(row, schema, 'services', page);
    for (const { text, span, terms } of services.filter((service) => isUnknown(service, page))) {
      const joined = joinedTerms(text, terms, page);
      if (joined !== undefined) {
        report({ messageId: 'joined', data: { text }, span, fixes: [preferred(replaceWith(span, joined))] });
        continue;
      }
      const spellings = terms.nearest(text, page.language);
      const [nearest] = spellings;
      if (nearest === undefined) report({ messageId: 'unknown', data: { text }, span });
      else report({ messageId: 'near', data: { text, nearest }, span, fixes: replaceWithNearest(span, spellings) });
    }
  },
});
