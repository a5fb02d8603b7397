import { headingSpan } from '../dialect/sections.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { firstLineOf } from '../model/playbook.js';

export const headingH1Missing = defineRule({
  meta: {
    id: 'heading-h1-missing',
    category: 'structure',
    description: 'The first heading of a page is its title, a level-1 heading',
    recommended: 'off',
    fixable: 'none',
    messages: {
      missing: 'The page has no level-1 heading, its title',
      first: 'The first heading, "{text}", has level {level}: a page starts with its title, a level-1 heading',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  playbook({ playbook, report }) {
    // An included file is a part of another page, which has the title.
    if (/\/includes\//i.test(playbook.uri)) return;
    const [first] = playbook.headings;
    if (first === undefined) report({ messageId: 'missing', span: firstLineOf(playbook) });
    else if (first.value.level !== 1)
      report({
        messageId: 'first',
        data: { text: first.value.text, level: first.value.level },
        span: headingSpan(first),
      });
  },
});
