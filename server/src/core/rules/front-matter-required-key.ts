import type { DatedContext } from '../dialect/reading-context.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { isReadable, missingKeys } from '../dialect/front-matter.js';
import { groupedByPlace, insertKeys, namesOf, spanAbove } from '../lint/support/missing-keys.js';
import { valueElsewhere } from '../lint/support/known-values.js';
import type { FrontMatter } from '../model/front-matter.js';

const messages = {
  missing: {
    text: 'Front matter has no {keys}',
    note: '{keys}: a list of quoted keys: "author", "manager".',
  },
  missingBelow: {
    text: 'Front matter has no {keys}: expected below "{above}"',
    note: '{keys}: a list of quoted keys: "author", "manager". {above}: the key in the line above.',
  },
} as const;

export const frontMatterRequiredKey = defineRule({
  meta: {
    id: 'front-matter-required-key',
    category: 'front-matter',
    description: 'The front matter has every key that all playbooks have',
    recommended: 'warning',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    for (const finding of findingsIn(frontMatter, text, page, () => undefined)) report(finding);
  },

  // Other pages show the values of the missing keys.
  workspace({ playbook: { frontMatter, text }, summary, index, page, report }) {
    if (frontMatter === undefined) return;
    const known = (key: string): string | undefined => valueElsewhere(key, summary, index);
    for (const finding of findingsIn(frontMatter, text, page, known)) report(finding);
  },
});

function findingsIn(
  frontMatter: FrontMatter,
  text: string,
  page: DatedContext,
  known: (key: string) => string | undefined,
): Finding<typeof messages>[] {
  if (!isReadable(frontMatter)) return [];
  const spec = page.vocabulary.frontMatter;
  return groupedByPlace(missingKeys(spec.required, frontMatter, spec)).map((group): Finding<typeof messages> => {
    const finding = { span: spanAbove(group, frontMatter), fixes: [insertKeys(group, frontMatter, text, page, known)] };
    const keys = namesOf(group);
    if (group.below === undefined) return { ...finding, messageId: 'missing', data: { keys } };
    return { ...finding, messageId: 'missingBelow', data: { keys, above: group.below.key.value } };
  });
}
