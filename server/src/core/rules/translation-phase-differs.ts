import { labelTermIds } from '../dialect/label-lines.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith } from '../lint/support/fixes.js';
import { counterpartsOf, phaseElsewhere } from '../lint/support/labels-elsewhere.js';
import { allOf } from '../../messages/index.js';
import { shift } from '../text/span.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const translationPhaseDiffers = defineRule({
  meta: {
    id: 'translation-phase-differs',
    category: 'translation',
    description: 'A page names the same phase in all languages',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      differs: {
        text: 'The phase is "{here}" on this page, and "{there}" in {languages}',
        note: '{here}, {there}: phases in the language of this page. {languages}: a language, or a list.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    const [line, second] = playbook.labels.filter(({ value }) => value.id === 'phase');
    if (line === undefined || second !== undefined || line.value.value.wrapped) return;
    const { value } = line.value;
    if (summary.phases.length === 0) return;
    const source = { playbook, summary, index, page };
    const counterparts = counterpartsOf(source).filter(({ phases }) => phases.length > 0);
    const others = counterparts.filter((other) => !haveSamePhases(other, summary));
    if (!areRight(others, counterparts.length - others.length, summary)) return;
    if (labelTermIds(line.value, page).length < value.parts.length) return;
    const there = phaseElsewhere({ ...source, among: others });
    if (there === undefined) return;
    const span = shift(value.span, line.start);
    const languages = allOf(others.map(({ language }) => ({ language })));
    report({
      messageId: 'differs',
      data: { here: value.text, there, languages },
      span,
      fixes: [replaceWith(span, there)],
    });
  },
});

function haveSamePhases(one: PageSummary, other: PageSummary): boolean {
  return String(one.phases) === String(other.phases);
}

/**
 * Whether the pages that differ from this one agree, and are more than those with the phase of this page; of equally
 * many, whether the English page is among them.
 */
function areRight(others: readonly PageSummary[], agreeing: number, summary: PageSummary): boolean {
  const [first] = others;
  if (first === undefined || !others.every((other) => haveSamePhases(first, other))) return false;
  const own = agreeing + 1;
  return (
    others.length > own ||
    (others.length === own && summary.language !== 'en' && others.some(({ language }) => language === 'en'))
  );
}
