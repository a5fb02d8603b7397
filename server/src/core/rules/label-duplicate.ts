import { defineMessages } from '../../messages/index.js';
import { stepsOf } from '../dialect/steps.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import type { LabelLine } from '../model/labels.js';
import { shift, type Placed, type Span } from '../text/span.js';
import { normalized } from '../text/spelling.js';

const texts = defineMessages('label-duplicate', {
  first: { text: 'The first line is here', note: 'About a place on the page.' },
  deleteLine: { text: 'Delete the repeated line', note: 'Title of a fix.' },
});

export const labelDuplicate = defineRule({
  meta: {
    id: 'label-duplicate',
    category: 'label',
    description: 'A step has each label only once',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      twice: {
        text: 'The label "{label}" is already on the line "{first}" of this step',
        note: '{label}: Primary Role. {first}: a line such as "Primary Role: FastTrack Manager".',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  playbook({ playbook, report }) {
    for (const { labels } of stepsOf(playbook)) {
      for (const [index, label] of labels.entries()) {
        const previous = labels.slice(0, index).find((other) => isSameLabel(other, label));
        // A paragraph below with its own labels is another part of the step.
        if (previous === undefined || !areOneParagraph(previous, label, playbook.text)) continue;
        const first = `${previous.value.label.value}: ${previous.value.value.text}`;
        report({
          messageId: 'twice',
          data: { label: label.value.label.value, first },
          span: shift(label.value.label.span, label.start),
          related: [{ span: shift(previous.value.label.span, previous.start), message: texts.first }],
          fixes: haveSameValue(previous, label) ? [deleteLine(label, playbook.text)] : [],
        });
      }
    }
  },
});

function isSameLabel(one: Placed<LabelLine>, other: Placed<LabelLine>): boolean {
  return one.value.id === other.value.id;
}

function areOneParagraph(one: Placed<LabelLine>, other: Placed<LabelLine>, text: string): boolean {
  const between = text.slice(one.start + one.value.line.end, other.start + other.value.line.start);
  return !/\n[ \t]*\r?\n/.test(between);
}

function haveSameValue(one: Placed<LabelLine>, other: Placed<LabelLine>): boolean {
  return normalized(one.value.value.text) === normalized(other.value.value.text);
}

function deleteLine({ start, value }: Placed<LabelLine>, text: string): Fix {
  const line: Span = shift(value.line, start);
  const from = line.start - (/\r?\n$/.exec(text.slice(0, line.start))?.[0].length ?? 0);
  // The hard break of the line above stays only if another label line follows.
  const trailing = value.beforeLabel ? 0 : (/[ \t]*$/.exec(text.slice(0, from))?.[0].length ?? 0);
  return suggestion(texts.deleteLine, { span: { start: from - trailing, end: line.end }, newText: '' });
}
