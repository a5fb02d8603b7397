import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';

const texts = defineMessages('label-hard-break', {
  addSpaces: {
    text: 'Add two spaces at the end of the line',
    note: 'Title of a fix: they are a line break in Markdown.',
  },
});

export const labelHardBreak = defineRule({
  meta: {
    id: 'label-hard-break',
    category: 'label',
    description: 'A label line directly above another one ends with two spaces, a backslash, or `<br>`',
    recommended: 'warning',
    fixable: 'safe',
    messages: {
      missing: {
        text: 'No line break after this line: "{label}" and "{next}" are shown on one line',
        note: '{label}, {next}: labels: Primary Role, Applies To.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, report }) {
    for (const [index, label] of block.labels.entries()) {
      const next = block.labels[index + 1];
      // A list item starts a new line anyway.
      if (!label.beforeLabel || label.hardBreak !== undefined || next === undefined || next.inList) continue;
      const line = block.source.slice(label.line.start, label.line.end);
      const end = label.line.start + line.trimEnd().length;
      report({
        messageId: 'missing',
        data: { label: label.label.value, next: next.label.value },
        span: { start: label.label.span.start, end },
        fixes: [
          {
            title: texts.addSpaces,
            edits: [{ span: { start: end, end: label.line.end }, newText: '  ' }],
            applicability: 'safe',
          },
        ],
      });
    }
  },
});
