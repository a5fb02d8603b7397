import { headingSpan } from '../dialect/sections.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';

export const headingLevelSkipped = defineRule({
  meta: {
    id: 'heading-level-skipped',
    category: 'structure',
    description: 'Each heading is at most one level below the heading before it',
    recommended: 'off',
    fixable: 'none',
    messages: {
      skipped: 'The heading "{text}" has level {level}, but the heading above it has level {above}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  playbook({ playbook: { headings }, report }) {
    for (const [index, heading] of headings.entries()) {
      const above = headings[index - 1]?.value.level;
      const { level, text } = heading.value;
      if (above === undefined || level <= above + 1) continue;
      report({ messageId: 'skipped', data: { text, level, above }, span: headingSpan(heading) });
    }
  },
});
