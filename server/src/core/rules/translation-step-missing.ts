import { defineMessages, listed } from '../../messages/index.js';
import { missingStepsOf } from '../comparison/structure.js';
import { comparisonsOf, type TranslationComparison } from '../comparison/translations.js';
import { idsOf, type Unit } from '../comparison/units.js';
import { defineRule, type Related } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { headingSpan, nameOfUnit, toEnglishText } from '../lint/support/structure-places.js';
import { inLanguages } from '../lint/support/translation-differences.js';
import { firstLineOf } from '../model/playbook.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

const texts = defineMessages('translation-step-missing', {
  page: {
    text: 'The {language} page',
    note: 'A link to a page. {language}: the name of its language, in English "German".',
  },
});

export const translationStepMissing = defineRule({
  meta: {
    id: 'translation-step-missing',
    category: 'translation',
    description: 'A translation has all steps of the English page',
    recommended: 'hint',
    fixable: 'none',
    messages: {
      here: {
        text: '{count, plural, =0 {The step "{step}" of the English page is missing after this heading} one {The step "{step}" of the English page, with task {ids}, is missing after this heading} other {The step "{step}" of the English page, with tasks {ids}, is missing after this heading}}',
        note: '{step}: an English heading. {ids}: a list of task IDs.',
      },
      there: {
        text: 'The step "{step}" is missing in {languages}',
        note: '{step}: a heading. {languages}: the name of a language, or a list of names.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    const missingIn = new Map<Unit, TranslationComparison[]>();
    for (const comparison of comparisonsOf(summary, index)) {
      for (const { step, after } of missingStepsOf(comparison)) {
        missingIn.set(step, [...(missingIn.get(step) ?? []), comparison]);
        if (summary.language === 'en') continue;
        const { english } = comparison;
        const name = nameOfUnit(step, english);
        const ids = [...idsOf(step)];
        report({
          messageId: 'here',
          data: { step: name, count: ids.length, ids: listed(ids) },
          span: headingSpan(after, summary),
          related: [toEnglishText(name, headingSpan(step, english), comparison)],
        });
      }
    }
    if (summary.language !== 'en') return;
    for (const [step, comparisons] of missingIn)
      report({
        messageId: 'there',
        data: { step: nameOfUnit(step, summary), languages: inLanguages(comparisons) },
        span: headingSpan(step, summary),
        related: comparisons.map(({ translation }) => toPage(translation)),
      });
  },
});

function toPage(translation: PageSummary): Related {
  const message = texts.page({ language: { language: translation.language } });
  return { path: translation.path, span: firstLineOf(translation), message };
}
