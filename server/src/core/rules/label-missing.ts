import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { almostLabelsIn } from '../lint/support/almost-labels.js';
import { suggestion } from '../lint/support/fixes.js';
import { fusedLabelIn } from '../dialect/label-lines.js';
import { lineEndOf } from '../text/line-ends.js';
import { stepsOf, type Step } from '../dialect/steps.js';
import { isProcessPlaybook } from '../model/page-kind.js';
import { textBlocksOf, type Playbook } from '../model/playbook.js';
import { shift } from '../text/span.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import type { Fix } from '../lint/rule.js';
import type { LabelId } from '../vocabulary/vocabulary.js';

/** The labels that a step must have together. */
const REQUIRED_PAIR: readonly LabelId[] = ['primary-role', 'applies-to'];

const texts = defineMessages('label-missing', {
  insertLine: { text: 'Insert the line "{label}"', note: 'Title of a fix. {label}: Primary Role, Applies To.' },
});

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
    const steps = stepsOf(playbook);
    for (const id of REQUIRED_PAIR) {
      const [other] = REQUIRED_PAIR.filter((one) => one !== id);
      if (other === undefined || !isExpected(id, steps, playbook)) continue;
      for (const step of steps) {
        if (!hasLabel(step, other) || hasLabel(step, id) || isReportedElsewhere(step, id, playbook, page)) continue;
        const label = page.vocabulary.labels.spelling(id, page.language);
        const { start, value } = step.heading;
        report({
          messageId: 'missing',
          data: { label },
          span: shift(value.content, start),
          fixes: insertFix(step, id, label, playbook),
        });
      }
    }
  },
});

function hasLabel({ labels }: Step, id: LabelId): boolean {
  return labels.some(({ value }) => value.id === id);
}

/** Some pages that aren't process playbooks name roles but never services. */
function isExpected(id: LabelId, steps: readonly Step[], playbook: Playbook): boolean {
  return isProcessPlaybook(playbook) || steps.some((step) => hasLabel(step, id));
}

/** Whether the label exists but is misspelled or inside another line, which other rules report. */
function isReportedElsewhere({ span }: Step, id: LabelId, playbook: Playbook, page: ReadingContext): boolean {
  return textBlocksOf(playbook).some(({ start, value: block }) => {
    if (start + block.source.length <= span.start || start >= span.end) return false;
    if (almostLabelsIn(block, page).some((almost) => almost.id === id)) return true;
    return block.labels.some((label) => fusedLabelIn(block.source, label, page)?.id === id);
  });
}

/** Inserts an empty label line in the right place: above the next label in order, or else below the last one. */
function insertFix(
  { labels }: Step,
  id: LabelId,
  label: string,
  { text, vocabulary: { labelOrder } }: Playbook,
): Fix[] {
  const place = labelOrder.indexOf(id);
  const later = labels.find(({ value }) => labelOrder.indexOf(value.id) > place);
  const title = texts.insertLine({ label });
  if (later !== undefined) {
    const at = later.start + later.value.line.start;
    return [suggestion(title, { span: { start: at, end: at }, newText: `${label}: **-**  ${lineEndOf(text)}` })];
  }
  const last = labels[labels.length - 1];
  if (last === undefined || last.value.value.wrapped) return [];
  const line = shift(last.value.line, last.start);
  const end = line.start + text.slice(line.start, line.end).trimEnd().length;
  return [suggestion(title, { span: { start: end, end: line.end }, newText: `  ${lineEndOf(text)}${label}: **-**` })];
}
