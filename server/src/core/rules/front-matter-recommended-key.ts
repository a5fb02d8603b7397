import { NO_OPTIONS } from '../lint/options.js';
import { defineFrontMatterRule } from '../lint/support/front-matter-rule.js';
import { missingKeysFindings } from '../lint/support/missing-keys.js';

export const frontMatterRecommendedKey = defineFrontMatterRule({
  meta: {
    id: 'front-matter-recommended-key',
    category: 'front-matter',
    description: 'The front matter has the keys that nearly all playbooks have',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      missing: {
        text: 'Front matter has no {keys}, unlike most playbooks',
        note: '{keys}: a list of quoted keys: "author", "manager".',
      },
      missingBelow: {
        text: 'Front matter has no {keys} below "{above}", unlike most playbooks',
        note: '{keys}: a list of quoted keys: "author", "manager". {above}: the key in the line above.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  findings: (checked) => missingKeysFindings(checked.page.vocabulary.frontMatter.recommended, checked),
});
