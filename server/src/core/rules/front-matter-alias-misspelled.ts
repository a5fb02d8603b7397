import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { valueSpanOf, visibleText } from '../dialect/front-matter.js';
import { nearest } from '../text/spelling.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import { isOneTypo } from '../workspace-index/near-ids.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const frontMatterAliasMisspelled = defineRule({
  meta: {
    id: 'front-matter-alias-misspelled',
    category: 'front-matter',
    description: 'No person in the front matter is one letter away from a person whom many pages of the folder name',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      near: {
        text: 'Only this page has "{text}" in "{key}", and {count, plural, one {# page} other {# pages}} beside it {count, plural, one {has} other {have}} "{meant}"',
        note: '{text}, {meant}: mail aliases or names of persons. {key}: a key of the front matter. {count}: at least 5.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook: { frontMatter, text }, summary, index, page, report }) {
    const { aliasKeys, nameKeys, knownAliases } = page.vocabulary.frontMatter;
    const keys = [...aliasKeys, ...nameKeys, ...REVIEWERS];
    for (const field of frontMatter?.fields ?? []) {
      const key = field.key.value;
      if (!keys.includes(key) || field.value.kind !== 'scalar') continue;
      const written = visibleText(field);
      const usual = usualNear(key, written, summary, index);
      if (usual === undefined || !index.isComplete || index.hasField(key, written, summary.path)) continue;
      // Another rule reports what is close to a known alias.
      if (nearest(written, knownAliases, 1).length > 0) continue;
      const span = valueSpanOf(field, text);
      report({
        messageId: 'near',
        data: { text: written, key, count: usual.count, meant: usual.value },
        span,
        fixes: [replaceWith(span, usual.value)],
      });
    }
  },
});

/** Keys that aren't in the vocabulary because few pages have them. */
const REVIEWERS = ['ms.reviewer'];
/** Two short aliases with one different letter are two persons. */
const FEWEST_LETTERS = 5;
/** Fewer pages don't show that their alias is the right one. */
const FEWEST_PAGES = 5;

/** The value that many pages of the folder have, and that one typing error turns into `written`. */
function usualNear(
  key: string,
  written: string,
  { path }: PageSummary,
  index: IndexReader,
): { readonly value: string; readonly count: number } | undefined {
  const counts = index.valuesBeside(key, path);
  if ((counts.get(written) ?? 0) > 1) return undefined;
  const near = [...counts].filter(([value, count]) => count >= FEWEST_PAGES && isMisspelling(written, value));
  const [only, other] = near;
  return only === undefined || other !== undefined ? undefined : { value: only[0], count: only[1] };
}

/** Short aliases, those that differ in a number, and those that differ only in case may be right. */
function isMisspelling(written: string, value: string): boolean {
  const [one, other] = [written.toLowerCase(), value.toLowerCase()];
  return (
    letters(other).length >= FEWEST_LETTERS &&
    isOneTypo(one, other) &&
    one.replace(/\D/g, '') === other.replace(/\D/g, '')
  );
}

/** Without the `v-` of vendors. */
function letters(alias: string): string {
  return alias.replace(/^[a-z]-/i, '');
}
