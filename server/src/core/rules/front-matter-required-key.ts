import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { isReadable, missingKeys } from '../dialect/front-matter.js';
import { groupedByPlace, insertKeys, namesOf, spanAbove } from '../lint/support/missing-keys.js';

export const frontMatterRequiredKey = defineRule({
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

  frontMatter({ frontMatter, text, page, report }) {
    if (!isReadable(frontMatter)) return;
    const spec = page.vocabulary.frontMatter;
    for (const group of groupedByPlace(missingKeys(spec.required, frontMatter, spec))) {
      const finding = { span: spanAbove(group, frontMatter), fixes: [insertKeys(group, frontMatter, text, page)] };
      const keys = namesOf(group);
      if (group.below === undefined) report({ ...finding, messageId: 'missing', data: { keys } });
      else report({ ...finding, messageId: 'missingBelow', data: { keys, above: group.below.key.value } });
    }
  },
});
