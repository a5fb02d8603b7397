import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { fusedLabelIn, type FusedLabel } from '../dialect/label-lines.js';
import type { Fix } from '../lint/rule.js';
import type { LabelLine } from '../model/labels.js';

const texts = defineMessages('label-fused', {
  split: { text: 'Split into two lines', note: 'Title of a fix for a line with two labels.' },
});

export const labelFused = defineRule({
  meta: {
    id: 'label-fused',
    category: 'label',
    description: 'Each label is on its own line',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      fused: {
        text: 'The label "{second}" is in the middle of the line of "{first}"',
        note: '{first}, {second}: labels: Primary Role, Applies To.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    for (const label of block.labels) {
      const fused = fusedLabelIn(block.source, label, page);
      if (fused === undefined) continue;
      report({
        messageId: 'fused',
        data: { first: label.label.value, second: fused.spelling },
        span: fused.label,
        fixes: [splitFix(block.source, label, fused, page.lineEnd)],
      });
    }
  },
});

/** Splits into two lines in the form `Label: **Value**`, the first with a line break. */
function splitFix(source: string, label: LabelLine, fused: FusedLabel, lineEnd: string): Fix {
  const line = source.slice(label.line.start, label.line.end).trimEnd();
  const span = { start: label.label.span.start - (label.boldLabel ? 2 : 0), end: label.line.start + line.length };
  const first = withoutMarkers(source.slice(label.value.span.start, fused.label.start));
  const second = withoutMarkers(source.slice(fused.colon + 1, span.end));
  const newText = `${label.label.value}: **${first}**  ${lineEnd}${fused.spelling}: **${second}**`;
  return suggestion(texts.split, { span, newText });
}

/** A value without its bold markers and the separator before the next label. */
function withoutMarkers(value: string): string {
  return value.replaceAll('**', '').replace(/^[\s\u00a0/,;|、；，-]+|[\s\u00a0/,;|、；，-]+$/g, '');
}
