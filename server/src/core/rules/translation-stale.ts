import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { comparisonsOf } from '../comparison/translations.js';
import { firstLineOf } from '../model/playbook.js';
import { shift, type Span } from '../text/span.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

const texts = defineMessages('translation-stale', {
  englishSummary: { text: 'The English refresh summary', note: 'A link to that section of the English page.' },
});

export const translationStale = defineRule({
  meta: {
    id: 'translation-stale',
    category: 'translation',
    description: 'The refresh summary of a translation is as recent as the one of the English page',
    recommended: 'hint',
    fixable: 'none',
    messages: {
      stale: {
        text: '{count, plural, one {The English page changed on # day after {newest}, most recently on {last}} other {The English page changed on # days after {newest}, most recently on {last}}}',
        note: '{newest} and {last}: dates. {newest} is the most recent date in the refresh summary of this page.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    // English pages are always ahead of their translations for a while, and their authors can't fix that.
    if (summary.language === 'en') return;
    for (const { english, translation, newerDays } of comparisonsOf(summary, index)) {
      const [last] = newerDays;
      const [newest] = translation.refreshDays;
      if (last === undefined || newest === undefined) continue;
      report({
        messageId: 'stale',
        data: { count: newerDays.length, newest, last },
        span: logSpan(summary),
        related: [{ path: english.path, span: logSpan(english), message: texts.englishSummary }],
      });
    }
  },
});

/** The heading of the refresh summary. */
function logSpan(page: PageSummary): Span {
  const heading = page.headings.filter(({ value }) => value.section === 'refresh-summary').at(-1);
  return heading === undefined ? firstLineOf(page) : shift(heading.value.span, heading.start);
}
