import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { comparisonsOf } from '../lint/support/translations.js';
import { counted } from '../lint/support/word-lists.js';
import { firstLineOf } from '../model/playbook.js';
import { shift, type Span } from '../text/span.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const translationStale = defineRule({
  meta: {
    id: 'translation-stale',
    category: 'translation',
    description: 'The refresh summary of a translation is as new as that of the English page',
    recommended: 'hint',
    fixable: 'none',
    messages: {
      stale: 'The English page was changed on {days} after {newest}, last on {last}',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    // Every change of an English page is ahead of its translations for a while: nothing that its author can mend there.
    if (summary.language === 'en') return;
    for (const { english, translation, newerDays } of comparisonsOf(summary, index)) {
      const [last] = newerDays;
      const [newest] = translation.refreshDays;
      if (last === undefined || newest === undefined) continue;
      report({
        messageId: 'stale',
        data: { days: counted(newerDays.length, 'day'), newest, last },
        span: logSpan(summary),
        related: [{ path: english.path, span: logSpan(english), message: 'The refresh summary in English' }],
      });
    }
  },
});

/** The heading of the refresh summary. */
function logSpan(page: PageSummary): Span {
  const heading = page.headings.filter(({ value }) => value.section === 'refresh-summary').at(-1);
  return heading === undefined ? firstLineOf(page) : shift(heading.value.span, heading.start);
}
