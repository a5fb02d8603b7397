import { NO_OPTIONS } from '../lint/options.js';
import { defineFrontMatterRule } from '../lint/support/front-matter-rule.js';
import { missingKeysFindings } from '../lint/support/missing-keys.js';

export const frontMatterRequiredKey = defineFrontMatterRule({
  meta: {
    id: 'front-matter-required-key',
    category: 'front-matter',
    description: 'The front matter has every key that all playbooks have',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      missing: {
        text: 'Front matter has no {keys}',
        note: '{keys}: a list of quoted keys: "author", "manager".',
      },
      missingBelow: {
        text: 'Front matter has no {keys}: expected below "{above}"',
        note: '{keys}: a list of quoted keys: "author", "manager". {above}: the key in the line above.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  findings: (checked) => missingKeysFindings(checked.page.vocabulary.frontMatter.required, checked),
});
