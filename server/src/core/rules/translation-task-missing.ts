import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { insertMissing } from '../lint/support/missing-rows.js';
import { comparisonsOf, type TranslationComparison } from '../comparison/translations.js';
import { inLanguages } from '../lint/support/translation-differences.js';
import { firstLineOf } from '../model/playbook.js';
import { shift } from '../text/span.js';
import type { PlacedTask } from '../workspace-index/page-summary.js';

export const translationTaskMissing = defineRule({
  meta: {
    id: 'translation-task-missing',
    category: 'translation',
    description: 'A translation has all tasks of the English page',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      here: 'Tasks of the English page are missing: {ids}',
      there: 'Task "{id}" is missing in {languages}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    const missingIn = new Map<PlacedTask, TranslationComparison[]>();
    for (const comparison of comparisonsOf(summary, index)) {
      const { english, missing } = comparison;
      for (const task of missing) missingIn.set(task, [...(missingIn.get(task) ?? []), comparison]);
      if (summary.language === 'en' || missing.length === 0) continue;
      report({
        messageId: 'here',
        data: { ids: idsOf(missing) },
        span: firstLineOf(playbook),
        related: missing.slice(0, MAX_LISTED).map(({ start, value: { id } }) => ({
          path: english.path,
          span: shift(id.span, start),
          message: `Task "${id.value}" in English`,
        })),
        fixes: insertMissing({ comparison, playbook, index, page }),
      });
    }
    if (summary.language !== 'en') return;
    for (const [
      {
        start,
        value: { id },
      },
      comparisons,
    ] of missingIn) {
      report({
        messageId: 'there',
        data: { id: id.value, languages: inLanguages(comparisons) },
        span: shift(id.span, start),
        related: comparisons.map(({ translation }) => ({
          path: translation.path,
          span: firstLineOf(translation),
          message: `Task "${id.value}" is missing here`,
        })),
      });
    }
  },
});

/** The maximum number of IDs in a message: a page that was never translated lacks all tasks. */
const MAX_LISTED = 50;

function idsOf(tasks: readonly PlacedTask[]): string {
  const ids = tasks.slice(0, MAX_LISTED).map(({ value }) => value.id.value);
  return tasks.length > MAX_LISTED ? `${ids.join(', ')} and ${tasks.length - MAX_LISTED} more` : ids.join(', ');
}
