import { defineRule, type Page } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { likelyValue } from '../lint/support/front-matter.js';
import { firstLineOf } from '../model/playbook.js';
import type { Playbook } from '../model/playbook.js';

export const frontMatterMissing = defineRule({
  meta: {
    id: 'front-matter-missing',
    category: 'front-matter',
    description: 'A playbook starts with front matter, on its very first line',
    recommended: 'warning',
    fixable: 'both',
    messages: {
      missing: 'The playbook has no front matter',
      notFirst: 'Front matter must start on the first line: below a blank line, its fields are shown as text',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, report }) {
    if (!frontMatter.indented) return;
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    // What is not YAML may be the text of the page between two lines drawn across it.
    const applicability = frontMatter.closed && frontMatter.errors.length === 0 ? 'safe' : 'suggestion';
    report({
      messageId: 'notFirst',
      span: frontMatter.opening.span,
      fixes: [{ title: 'Remove the blank lines above', edits: [{ span: { start, end: frontMatter.span.start }, newText: '' }], applicability }],
    });
  },

  playbook({ playbook, page, report }) {
    // Only a task table tells that a page without front matter is a playbook.
    if (playbook.frontMatter !== undefined || !playbook.tables.some(({ schema }) => schema.kind === 'task')) return;
    const span = firstLineOf(playbook);
    const at = { start: span.start, end: span.start };
    report({
      messageId: 'missing',
      span,
      fixes: [{ title: 'Insert front matter', edits: [{ span: at, newText: skeletonFor(playbook, page) }], applicability: 'suggestion' }],
    });
  },
});

/** All keys in their order, with the values that can be told; the author fills in the rest. */
function skeletonFor(playbook: Playbook, page: Page): string {
  const { order, required, recommended } = page.vocabulary.frontMatter;
  const fields = order
    .filter((key) => required.includes(key) || recommended.includes(key))
    .map((key) => `${key}: ${likelyValue(key, [], page) ?? ''}`.trimEnd());
  const lineEnd = playbook.text.includes('\r\n') ? '\r\n' : '\n';
  return ['---', '# required metadata', ...fields, '---', '', ''].join(lineEnd);
}
