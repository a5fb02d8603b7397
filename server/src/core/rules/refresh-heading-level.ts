import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';

const texts = defineMessages('refresh-heading-level', {
  changeLevel: 'Change to a level-2 heading',
});

export const refreshHeadingLevel = defineRule({
  meta: {
    id: 'refresh-heading-level',
    category: 'refresh-summary',
    description: 'The refresh summary is a section, not a second title',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      title: '"{text}" is a second title: use a level-2 heading',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block: { headings }, report }) {
    for (const { level, form, marker, content, text, matches } of headings) {
      if (level !== 1 || form === 'setext' || !matches.some(({ id }) => id === 'refresh-summary')) continue;
      report({
        messageId: 'title',
        data: { text },
        span: { start: marker.start, end: content.end },
        fixes: [
          {
            title: texts.changeLevel,
            edits: [{ span: { start: marker.end, end: marker.end }, newText: '#' }],
            applicability: 'suggestion',
          },
        ],
      });
    }
  },
});
