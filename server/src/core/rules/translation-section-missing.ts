import { allOf, defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Fix, type Related } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { insertParagraph } from '../lint/support/section-edits.js';
import { startOfLine } from '../lint/support/whole-lines.js';
import { missingStepsOf } from '../comparison/structure.js';
import { comparisonsOf, type TranslationComparison } from '../comparison/translations.js';
import { inLanguages } from '../lint/support/translation-differences.js';
import { isProcessPlaybook } from '../model/page-kind.js';
import { firstLineOf } from '../model/playbook.js';
import { shift, type Placed, type Span } from '../text/span.js';
import type { SectionId } from '../vocabulary/vocabulary.js';
import type { HeadingFact, PageSummary } from '../workspace-index/page-summary.js';

const texts = defineMessages('translation-section-missing', {
  page: {
    text: 'The {language} page',
    note: 'A link to a page. {language}: the name of its language, in English "German".',
  },
  englishSection: { text: 'The English section', note: 'A link to a section of the English page.' },
  stepsOf: {
    text: 'The {language} steps',
    note: 'A link to the steps of a page. {language}: the name of its language.',
  },
  stepsIn: {
    text: '{count} in {language}',
    note: 'A number of steps, inserted in "{here} steps here, but {there}". {language}: the name of a language.',
  },
});

export const translationSectionMissing = defineRule({
  meta: {
    id: 'translation-section-missing',
    category: 'translation',
    description: 'A translation has the sections and steps of the English page',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      here: {
        text: 'The section "{section}" is missing ("{english}" on the English page)',
        note: '{section}: its heading in the language of this page.',
      },
      there: {
        text: 'The section "{section}" is missing in {languages}',
        note: '{languages}: the name of a language, or a list of names.',
      },
      steps: {
        text: '{here, plural, one {# step here, but {there}} other {# steps here, but {there}}}',
        note: 'The page and its translations have different numbers of steps. {there}: a list such as "2 in German and 4 in Spanish".',
      },
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
          message: texts.englishSection,
        }));
        const spelling = page.vocabulary.sections.spelling(section, page.language);
        // Another rule suggests the heading for a line that is there, and finds the place in a process playbook.
        const isReportedThere = isProcessPlaybook(playbook) && page.vocabulary.sectionOrder.includes(section);
        const fixes = isReportedThere
          ? []
          : without.flatMap((comparison) => insertFix(heading, comparison, spelling, page));
        report({ messageId: 'here', data: { section: spelling, english }, span: titleSpan(summary), related, fixes });
      }
    }

    const different = comparisons.filter(hasOtherSteps);
    const [first] = different;
    if (first === undefined) return;
    const others = different.map(({ english, translation, steps }) =>
      isEnglish ? { page: translation, count: steps.translation } : { page: english, count: steps.english },
    );
    const there = others.map(({ page: { language }, count }) => texts.stepsIn({ count, language: { language } }));
    report({
      messageId: 'steps',
      data: { here: isEnglish ? first.steps.english : first.steps.translation, there: allOf(there) },
      span: approachSpan(summary) ?? firstLineOf(playbook),
      related: others.map((other) => toApproach(other.page)),
    });
  },
});

/** Whether the numbers of steps differ for another reason than missing steps, which another rule names. */
function hasOtherSteps(comparison: TranslationComparison): boolean {
  const { english, translation } = comparison.steps;
  return english !== translation && english - missingStepsOf(comparison).length !== translation;
}

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
  return [suggestion(titles.insert({ text: heading }), insertParagraph(translation.text, at, heading))];
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
  return { path: page.path, span: titleSpan(page), message: texts.page({ language: { language: page.language } }) };
}

function toApproach(page: PageSummary): Related {
  return {
    path: page.path,
    span: approachSpan(page) ?? firstLineOf(page),
    message: texts.stepsOf({ language: { language: page.language } }),
  };
}
