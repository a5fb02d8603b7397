import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { insertLabelLine, isAlmostThere } from '../lint/support/label-edits.js';
import { stepLabelElsewhere, stepLabelHere } from '../lint/support/labels-elsewhere.js';
import { stepsOf, type Step } from '../dialect/steps.js';
import { isProcessPlaybook } from '../model/page-kind.js';
import type { Playbook } from '../model/playbook.js';
import { shift, type Span } from '../text/span.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import type { LabelId } from '../vocabulary/vocabulary.js';

/** The labels that a step must have together. */
const REQUIRED_PAIR: readonly LabelId[] = ['primary-role', 'applies-to'];

export const labelMissing = defineRule({
  meta: {
    id: 'label-missing',
    category: 'label',
    description: 'A step that names its role also names the services it applies to, and vice versa',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      missing: {
        text: 'This step has no "{label}" line',
        note: '{label}: Primary Role, Applies To.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, page, report }) {
    for (const { step, id } of missingLabels(playbook, page)) {
      const label = page.vocabulary.labels.spelling(id, page.language);
      report({
        messageId: 'missing',
        data: { label },
        span: headingOf(step),
        fixes: fixesFor(step, id, label, stepLabelHere(step, id, playbook, page), playbook),
      });
    }
  },

  /** The same problem, with a fix that inserts the line from the page in another language. */
  workspace({ playbook, summary, index, page, report }) {
    for (const { step, at, id } of missingLabels(playbook, page)) {
      const value = stepLabelElsewhere(at, id, { playbook, summary, index, page });
      if (value === undefined) continue;
      const label = page.vocabulary.labels.spelling(id, page.language);
      report({
        messageId: 'missing',
        data: { label },
        span: headingOf(step),
        fixes: fixesFor(step, id, label, value, playbook),
      });
    }
  },
});

/** No fix if nothing says which value the line had. */
function fixesFor({ labels }: Step, id: LabelId, label: string, value: string | undefined, playbook: Playbook): Fix[] {
  return value === undefined ? [] : insertLabelLine(labels, id, `${label}: **${value}**`, playbook);
}

function headingOf({ heading: { start, value } }: Step): Span {
  return shift(value.content, start);
}

interface MissingLabel {
  readonly step: Step;
  /** The number of the step, from 0. */
  readonly at: number;
  readonly id: LabelId;
}

function missingLabels(playbook: Playbook, page: ReadingContext): MissingLabel[] {
  const steps = stepsOf(playbook);
  return REQUIRED_PAIR.flatMap((id) => {
    const [other] = REQUIRED_PAIR.filter((one) => one !== id);
    if (other === undefined || !isExpected(id, steps, playbook)) return [];
    return steps.flatMap((step, at): MissingLabel[] => {
      if (!hasLabel(step, other) || hasLabel(step, id) || isAlmostThere(step.span, id, playbook, page)) return [];
      return [{ step, at, id }];
    });
  });
}

function hasLabel({ labels }: Step, id: LabelId): boolean {
  return labels.some(({ value }) => value.id === id);
}

/** Some pages that aren't process playbooks name roles but never services. */
function isExpected(id: LabelId, steps: readonly Step[], playbook: Playbook): boolean {
  return isProcessPlaybook(playbook) || steps.some((step) => hasLabel(step, id));
}
