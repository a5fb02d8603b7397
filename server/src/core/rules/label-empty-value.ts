import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import type { LabelLine } from '../model/labels.js';

export const labelEmptyValue = defineRule({
  meta: {
    id: 'label-empty-value',
    category: 'label',
    description: 'A label line has a value',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      empty: 'The label "{label}" has no value',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook: { labels, text }, report }) {
    for (const { start, value: label } of labels) {
      const from = start + label.colon.span.end;
      const written = text.slice(from, start + label.line.end).trimEnd();
      if (!isEmpty(written) || (written.trim() === '' && goesOn(text, start + label.line.end, label))) continue;
      const end = from + written.length;
      report({
        messageId: 'empty',
        data: { label: label.label.value },
        span: { start: start + label.label.span.start, end },
        fixes: [{ title: 'Write "**-**" for none', edits: [{ span: { start: from, end }, newText: ' **-**' }], applicability: 'suggestion' }],
      });
    }
  },
});

/** Nothing but bold markers: `****` is shown as four asterisks. */
function isEmpty(written: string): boolean {
  return /^[*\s\u00a0\u200b]*(?:\\|<br ?\/?>)?$/i.test(written);
}

/** Whether the value stands below: a list, or the next line of the paragraph. */
function goesOn(text: string, lineEnd: number, label: LabelLine): boolean {
  return !label.beforeLabel && VALUE_BELOW.test(text.slice(lineEnd, lineEnd + LOOK_AHEAD));
}

const VALUE_BELOW = /^(?:\r\n|\n|\r)(?:[ \t]*[^\s#|]|\s*[-*+] )/;
/** As far as a blank line and the start of a list may reach. */
const LOOK_AHEAD = 80;
