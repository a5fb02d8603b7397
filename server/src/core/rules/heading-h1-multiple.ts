import { defineMessages } from '../../messages/index.js';
import { contentSpan, headingSpan } from '../dialect/sections.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';

const texts = defineMessages('heading-h1-multiple', {
  first: { text: 'The title of the page', note: 'Marks the first heading of level 1 on a page.' },
});

export const headingH1Multiple = defineRule({
  meta: {
    id: 'heading-h1-multiple',
    category: 'structure',
    description: 'A page has only one level-1 heading, its title',
    recommended: 'off',
    fixable: 'none',
    messages: {
      second: {
        text: '"{text}" is a second title: the title of the page is "{title}"',
        note: '{text}, {title}: headings of level 1.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  playbook({ playbook, report }) {
    const [title, ...others] = playbook.headings.filter(({ value: { level } }) => level === 1);
    if (title === undefined) return;
    for (const other of others) {
      const { text, matches } = other.value;
      // Another rule reports a refresh summary with level 1.
      if (matches.some(({ id }) => id === 'refresh-summary')) continue;
      report({
        messageId: 'second',
        data: { text, title: title.value.text },
        span: headingSpan(other),
        related: [{ span: contentSpan(title), message: texts.first }],
      });
    }
  },
});
