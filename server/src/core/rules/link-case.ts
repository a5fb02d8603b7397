import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { followedLinks, isOnlyOtherCase, pathIn, spelling } from '../lint/support/workspace-links.js';
import { replaceWith } from '../lint/support/fixes.js';

export const linkCase = defineRule({
  meta: {
    id: 'link-case',
    category: 'link',
    description: 'A link uses the same capitalization and the same characters as the file name',
    recommended: 'warning',
    fixable: 'safe',
    messages: {
      differs: 'The file name is "{name}": "{target}" isn\'t found on case-sensitive systems',
      otherForm: {
        text: 'The letters with accents in "{target}" are stored in another way than in the file name: the link is broken on most systems',
        note: '{target}: a path with a letter such as ü, which can be one character, or a u with a mark.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const { target, lookup } of followedLinks(summary, index)) {
      if (lookup.kind !== 'other-case') continue;
      const { value, span } = pathIn(target, lookup.target);
      const name = spelling(value, lookup.path, { page: summary.path, index, isYaml: false });
      if (name === undefined) continue;
      const fixes = [replaceWith(span, name, 'safe')];
      if (isOnlyOtherCase(lookup)) report({ messageId: 'differs', data: { name, target: value }, span, fixes });
      else report({ messageId: 'otherForm', data: { target: value }, span, fixes });
    }
  },
});
