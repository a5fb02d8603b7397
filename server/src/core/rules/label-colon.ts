import { defineMessages } from '../../messages/index.js';
import { colonInBold } from '../dialect/label-lines.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import { labelsWithoutColon } from '../lint/support/labels-without-colon.js';
import type { TextBlock } from '../model/blocks.js';

const texts = defineMessages('label-colon', {
  insertColon: { text: 'Insert a colon', note: 'Title of a fix for a label, such as Primary Role.' },
  moveColon: { text: 'Move the colon out of the bold text', note: 'Title of a fix.' },
});

export const labelColon = defineRule({
  meta: {
    id: 'label-colon',
    category: 'label',
    description: 'A colon separates each label from its bold value',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      missing: { text: 'No colon follows the label "{label}"', note: '{label}: Primary Role, Applies To.' },
      inBold: {
        text: 'The colon of the label "{label}" is in the bold text of the value',
        note: '{label}: Primary Role, Applies To.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block, page, report }) {
    for (const { text, span, gap } of labelsWithoutColon(block, page)) {
      const fix = suggestion(texts.insertColon, { span: gap, newText: `${usualColon(block)} ` });
      report({ messageId: 'missing', data: { label: text }, span, fixes: [preferred(fix)] });
    }
    for (const label of block.labels) {
      const marker = colonInBold(block.source, label);
      if (marker === undefined) continue;
      const span = { start: label.label.span.end, end: label.value.span.start };
      const fix = suggestion(texts.moveColon, { span, newText: `${label.colon.value} **` });
      report({ messageId: 'inBold', data: { label: label.label.value }, span: marker, fixes: [preferred(fix)] });
    }
  },
});

/** The colon of the other label lines: some pages use full-width colons. */
function usualColon({ labels: [first] }: TextBlock): string {
  return first?.colon.value ?? ':';
}
