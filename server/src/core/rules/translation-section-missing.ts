import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { comparisonsOf, inLanguages, type TranslationComparison } from '../lint/support/translations.js';
import { counted, listed } from '../lint/support/word-lists.js';
import { firstLineOf } from '../model/playbook.js';
import { shift, type Placed, type Span } from '../text/span.js';
import { LANGUAGE_NAMES } from '../vocabulary/language.js';
import type { SectionId } from '../vocabulary/vocabulary.js';
import type { HeadingFact, PageSummary } from '../workspace-index/page-summary.js';

export const translationSectionMissing = defineRule({
  meta: {
    id: 'translation-section-missing',
    category: 'translation',
    description: 'A translation has the sections and steps of the English page',
    recommended: 'hint',
    fixable: 'none',
    messages: {
      here: 'The section "{section}" is missing here, "{english}" on the English page',
      there: 'The section "{section}" is missing in {languages}',
      steps: '{here} here, {there}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    const isEnglish = summary.language === 'en';
    const comparisons = comparisonsOf(summary, index);
    const missingIn = new Map<Placed<HeadingFact>, TranslationComparison[]>();
    for (const comparison of comparisons) for (const heading of comparison.missingSections) missingIn.set(heading, [...(missingIn.get(heading) ?? []), comparison]);

    for (const [heading, without] of missingIn) {
      const { section, text: english } = heading.value;
      if (section === undefined) continue;
      if (isEnglish) report({ messageId: 'there', data: { section: english, languages: inLanguages(without) }, span: spanOf(heading), related: without.map(({ translation }) => toTitle(translation)) });
      else {
        const related = without.map((comparison) => ({ path: comparison.english.path, span: spanOf(heading), message: 'The section in English' }));
        report({ messageId: 'here', data: { section: page.vocabulary.sections.spelling(section, page.language), english }, span: titleSpan(summary), related });
      }
    }

    const otherwise = comparisons.filter(({ steps }) => steps.english !== steps.translation);
    const [first] = otherwise;
    if (first === undefined) return;
    const here = counted(isEnglish ? first.steps.english : first.steps.translation, 'step');
    const there = otherwise.map(({ steps, translation }) => (isEnglish ? `${steps.translation} in ${LANGUAGE_NAMES[translation.language]}` : `${steps.english} in English`));
    const related = otherwise.map(({ english, translation }) => toApproach(isEnglish ? translation : english));
    report({ messageId: 'steps', data: { here, there: listed(there) }, span: approachSpan(summary) ?? firstLineOf(playbook), related });
  },
});

function spanOf({ start, value }: Placed<HeadingFact>): Span {
  return shift(value.span, start);
}

/** Where something is missing that has no place of its own. */
function titleSpan(summary: PageSummary): Span {
  const title = summary.headings.find(({ value }) => value.level === 1);
  return title === undefined ? firstLineOf(summary) : spanOf(title);
}

function approachSpan(summary: PageSummary): Span | undefined {
  const approach: SectionId = 'approach';
  const heading = summary.headings.find(({ value }) => value.section === approach);
  return heading === undefined ? undefined : spanOf(heading);
}

function toTitle(page: PageSummary): { path: string; span: Span; message: string } {
  return { path: page.path, span: titleSpan(page), message: `The page in ${LANGUAGE_NAMES[page.language]}` };
}

function toApproach(page: PageSummary): { path: string; span: Span; message: string } {
  return { path: page.path, span: approachSpan(page) ?? firstLineOf(page), message: `The steps in ${LANGUAGE_NAMES[page.language]}` };
}
