import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Fix, type Related } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { insertParagraph } from '../lint/support/section-edits.js';
import { startOfLine } from '../lint/support/whole-lines.js';
import { comparisonsOf, type TranslationComparison } from '../comparison/translations.js';
import { inLanguages } from '../lint/support/translation-differences.js';
import { counted, listed } from '../text/word-lists.js';
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
    fixable: 'suggestion',
    messages: {
      here: 'The section "{section}" is missing ("{english}" on the English page)',
      there: 'The section "{section}" is missing in {languages}',
      steps: '{here} here, but {there}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    const isEnglish = summary.language === 'en';
    const comparisons = comparisonsOf(summary, index);
    const missingIn = new Map<Placed<HeadingFact>, TranslationComparison[]>();
    for (const comparison of comparisons)
      for (const heading of comparison.missingSections)
        missingIn.set(heading, [...(missingIn.get(heading) ?? []), comparison]);

    for (const [heading, without] of missingIn) {
      const { section, text: english } = heading.value;
      if (section === undefined) continue;
      if (isEnglish)
        report({
          messageId: 'there',
          data: { section: english, languages: inLanguages(without) },
          span: spanOf(heading),
          related: without.map(({ translation }) => toTitle(translation)),
        });
      else {
        const related = without.map((comparison) => ({
          path: comparison.english.path,
          span: spanOf(heading),
          message: 'The English section',
        }));
        const spelling = page.vocabulary.sections.spelling(section, page.language);
        const fixes = without.flatMap((comparison) => insertFix(heading, comparison, spelling, page));
        report({ messageId: 'here', data: { section: spelling, english }, span: titleSpan(summary), related, fixes });
      }
    }

    const different = comparisons.filter(({ steps }) => steps.english !== steps.translation);
    const [first] = different;
    if (first === undefined) return;
    const here = counted(isEnglish ? first.steps.english : first.steps.translation, 'step');
    const there = different.map(({ steps, translation }) =>
      isEnglish ? `${steps.translation} in ${LANGUAGE_NAMES[translation.language]}` : `${steps.english} in English`,
    );
    const related = different.map(({ english, translation }) => toApproach(isEnglish ? translation : english));
    report({
      messageId: 'steps',
      data: { here, there: listed(there) },
      span: approachSpan(summary) ?? firstLineOf(playbook),
      related,
    });
  },
});

/** Inserts the heading in the same place as in English: above the next section of the translation, or at the end. */
function insertFix(
  missing: Placed<HeadingFact>,
  { english, translation }: TranslationComparison,
  spelling: string,
  { vocabulary }: ReadingContext,
): Fix[] {
  const { level, section } = missing.value;
  if (section === undefined || !vocabulary.sectionOrder.includes(section)) return [];
  const later = english.headings
    .slice(english.headings.indexOf(missing) + 1)
    .flatMap(({ value }) =>
      value.section !== undefined && vocabulary.sectionOrder.includes(value.section) ? [value.section] : [],
    );
  const next = later
    .map((one) => translation.headings.find(({ value }) => value.section === one && value.level === level))
    .find((own) => own !== undefined);
  const at = next === undefined ? translation.text.length : startOfLine(translation.text, spanOf(next).start);
  const heading = `${'#'.repeat(level)} ${spelling}`;
  return [suggestion(`Insert "${heading}"`, insertParagraph(translation.text, at, heading))];
}

function spanOf({ start, value }: Placed<HeadingFact>): Span {
  return shift(value.span, start);
}

/** The title, where something is reported that has no other place. */
function titleSpan(summary: PageSummary): Span {
  const title = summary.headings.find(({ value }) => value.level === 1);
  return title === undefined ? firstLineOf(summary) : spanOf(title);
}

function approachSpan(summary: PageSummary): Span | undefined {
  const approach: SectionId = 'approach';
  const heading = summary.headings.find(({ value }) => value.section === approach);
  return heading === undefined ? undefined : spanOf(heading);
}

function toTitle(page: PageSummary): Related {
  return { path: page.path, span: titleSpan(page), message: `The ${LANGUAGE_NAMES[page.language]} page` };
}

function toApproach(page: PageSummary): Related {
  return {
    path: page.path,
    span: approachSpan(page) ?? firstLineOf(page),
    message: `The ${LANGUAGE_NAMES[page.language]} steps`,
  };
}
