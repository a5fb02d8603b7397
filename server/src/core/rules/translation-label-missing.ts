import { anyOf } from '../../messages/index.js';
import { stepsOf } from '../dialect/steps.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { insertLabelLine, isAlmostThere } from '../lint/support/label-edits.js';
import { counterpartsOf, phaseElsewhere, stepLabelElsewhere } from '../lint/support/labels-elsewhere.js';
import type { Playbook } from '../model/playbook.js';
import { lineEndOf } from '../text/line-ends.js';
import { shift } from '../text/span.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const translationLabelMissing = defineRule({
  meta: {
    id: 'translation-label-missing',
    category: 'translation',
    description: 'A page has the phase and the motions that it has in all other languages',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      phase: {
        text: 'This page has no line "{label}", unlike the page in {languages}',
        note: '{label}: Phase. {languages}: a language, or a list such as "English or German".',
      },
      motions: {
        text: 'This step has no line "{label}", unlike the step in {languages}',
        note: '{label}: Motions. {languages}: a language, or a list such as "English or German".',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, page, report }) {
    const source = { playbook, summary, index, page };
    const counterparts = counterpartsOf(source);
    if (counterparts.length === 0) return;
    const { labels } = page.vocabulary;
    const hasPhase = playbook.labels.some(({ value }) => value.id === 'phase');
    const title = hasPhase ? undefined : playbook.headings.find(({ value }) => value.level === 1);
    if (title !== undefined && counterparts.every(({ phases }) => phases.length > 0)) {
      const value = phaseElsewhere(source);
      const label = labels.spelling('phase', page.language);
      if (value !== undefined && !isAlmostThere({ start: 0, end: playbook.text.length }, 'phase', playbook, page))
        report({
          messageId: 'phase',
          data: { label, languages: languages(counterparts) },
          span: shift(title.value.content, title.start),
          fixes: [insertBelow(title.start + title.value.span.end, `${label}: **${value}**`, playbook)],
        });
    }

    if (counterparts.some(({ steps }) => steps.length !== summary.steps.length)) return;
    const id = 'motions';
    for (const [at, step] of stepsOf(playbook).entries()) {
      if (step.labels.some(({ value }) => value.id === id)) continue;
      if (!counterparts.every(({ steps }) => steps[at]?.value.labels.some((label) => label.id === id))) continue;
      if (isAlmostThere(step.span, id, playbook, page)) continue;
      const value = stepLabelElsewhere(at, id, source);
      if (value === undefined) continue;
      const label = labels.spelling(id, page.language);
      report({
        messageId: 'motions',
        data: { label, languages: languages(counterparts) },
        span: shift(step.heading.value.content, step.heading.start),
        fixes: insertLabelLine(step.labels, id, `${label}: **${value}**`, playbook),
      });
    }
  },
});

function languages(pages: readonly PageSummary[]): ReturnType<typeof anyOf> {
  return anyOf(pages.map(({ language }) => ({ language })));
}

/** Inserts a paragraph below the heading that ends at `offset`. */
function insertBelow(offset: number, line: string, { text }: Playbook): Fix {
  const end = offset - (/[ \t\r\n]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const lineEnd = lineEndOf(text);
  return suggestion(titles.insert({ text: line.replaceAll('**', '') }), {
    span: { start: end, end },
    newText: `${lineEnd}${lineEnd}${line}`,
  });
}
