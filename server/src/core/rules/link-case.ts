import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { followedLinks, pathIn, spelling } from '../lint/support/workspace-links.js';
import { replaceWith } from '../lint/support/fixes.js';

export const linkCase = defineRule({
  meta: {
    id: 'link-case',
    category: 'link',
    description: 'A link uses the same capitalization as the file name',
    recommended: 'warning',
    fixable: 'safe',
    messages: {
      differs: 'The file name is "{name}": "{target}" isn\'t found on case-sensitive systems',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const { target, lookup } of followedLinks(summary, index)) {
      if (lookup.kind !== 'other-case') continue;
      const { value, span } = pathIn(target, lookup.target);
      const name = spelling(value, lookup.path, { page: summary.path, index, isYaml: false });
      if (name !== undefined)
        report({ messageId: 'differs', data: { name, target: value }, span, fixes: [replaceWith(span, name, 'safe')] });
    }
  },
});
