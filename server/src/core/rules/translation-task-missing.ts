import { defineMessages, listed } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { insertMissing } from '../lint/support/missing-rows.js';
import { missingStepsOf } from '../comparison/structure.js';
import { comparisonsOf, type TranslationComparison } from '../comparison/translations.js';
import { inLanguages } from '../lint/support/translation-differences.js';
import { firstLineOf } from '../model/playbook.js';
import { shift } from '../text/span.js';
import type { PlacedTask } from '../workspace-index/page-summary.js';

const texts = defineMessages('translation-task-missing', {
  english: { text: 'Task "{id}" in English', note: 'A link to the row of the task on the English page.' },
  missingHere: { text: 'Task "{id}" is missing here', note: 'A link to a translation that does not have the task.' },
});

export const translationTaskMissing = defineRule({
  meta: {
    id: 'translation-task-missing',
    category: 'translation',
    description: 'A translation has all tasks of the English page',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      here: { text: 'Tasks of the English page are missing: {ids}', note: '{ids}: a list of one or more task IDs.' },
      hereAndMore: {
        text: 'Tasks of the English page are missing: {ids} and {more} more',
        note: '{ids}: a list of task IDs. {more}: the number of further IDs.',
      },
      there: {
        text: 'Task "{id}" is missing in {languages}',
        note: '{languages}: the name of a language, or a list of names.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    const missingIn = new Map<PlacedTask, TranslationComparison[]>();
    for (const comparison of comparisonsOf(summary, index)) {
      const { english } = comparison;
      const missing = missingRows(comparison);
      for (const task of missing) missingIn.set(task, [...(missingIn.get(task) ?? []), comparison]);
      if (summary.language === 'en' || missing.length === 0) continue;
      const shown = missing.slice(0, MAX_LISTED);
      const ids = listed(shown.map(({ value }) => value.id.value));
      const more = missing.length - shown.length;
      const found = {
        span: firstLineOf(playbook),
        related: shown.map(({ start, value: { id } }) => ({
          path: english.path,
          span: shift(id.span, start),
          message: texts.english({ id: id.value }),
        })),
        fixes: insertMissing(missing, { comparison, playbook, index, page }),
      };
      if (more === 0) report({ messageId: 'here', data: { ids }, ...found });
      else report({ messageId: 'hereAndMore', data: { ids, more }, ...found });
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
          message: texts.missingHere({ id: id.value }),
        })),
      });
    }
  },
});

/** The tasks of a missing step are reported with the step. */
function missingRows(comparison: TranslationComparison): readonly PlacedTask[] {
  const { missing } = comparison;
  const steps = missing.length === 0 ? [] : missingStepsOf(comparison);
  return steps.length === 0 ? missing : missing.filter((task) => !steps.some(({ step }) => step.tasks.includes(task)));
}

/** The maximum number of IDs in a message: a page that was never translated lacks all tasks. */
const MAX_LISTED = 50;
