import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import type { Fix } from '../lint/rule.js';
import type { LabelLine } from '../model/labels.js';

const texts = defineMessages('label-order', {
  previousLine: { text: '"{label}" is here', note: 'About the line of another label.' },
  swapLines: { text: 'Swap the two lines', note: 'Title of a fix.' },
});

export const labelOrder = defineRule({
  meta: {
    id: 'label-order',
    category: 'label',
    description: 'The label lines of a step are in the order role, motions, services',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      order: {
        text: '"{label}" must come before "{previous}"',
        note: '{label}, {previous}: labels: Primary Role, Applies To.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block: { source, labels }, page, report }) {
    for (const [index, label] of labels.entries()) {
      const previous = labels[index - 1];
      // The line above in the same paragraph: any further up may be another step.
      if (previous?.beforeLabel !== true) continue;
      const [place, placeAbove] = [
        page.vocabulary.labelOrder.indexOf(label.id),
        page.vocabulary.labelOrder.indexOf(previous.id),
      ];
      if (place === -1 || place >= placeAbove || isRepeated(labels, index)) continue;
      report({
        messageId: 'order',
        data: { label: label.label.value, previous: previous.label.value },
        span: label.label.span,
        related: [{ span: previous.label.span, message: texts.previousLine({ label: previous.label.value }) }],
        fixes: [swapFix(source, previous, label)],
      });
    }
  },
});

/** Whether the label also occurs further up in the same paragraph: then a second set of labels starts here. */
function isRepeated(labels: readonly LabelLine[], index: number): boolean {
  const id = labels[index]?.id;
  for (let at = index - 1; at >= 0 && labels[at]?.beforeLabel === true; at--) if (labels[at]?.id === id) return true;
  return false;
}

/** Swaps the text of the two lines, but not the white space at their ends, which makes the line breaks. */
function swapFix(source: string, first: LabelLine, second: LabelLine): Fix {
  const [a, b] = [wordsOf(source, first), wordsOf(source, second)];
  return {
    title: texts.swapLines,
    edits: [
      { span: a, newText: source.slice(b.start, b.end) },
      { span: b, newText: source.slice(a.start, a.end) },
    ],
    applicability: 'suggestion',
  };
}

function wordsOf(source: string, { line }: LabelLine): { start: number; end: number } {
  const text = source.slice(line.start, line.end);
  return { start: line.start, end: line.start + text.replace(/(?:\\|<br ?\/?>)?\s*$/i, '').length };
}
