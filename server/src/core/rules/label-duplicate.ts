import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
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
  deleteSet: { text: 'Delete the repeated lines', note: 'Title of a fix.' },
  merge: {
    text: 'Add "{value}" to the first line "{label}", and delete the repeated lines',
    note: 'Title of a fix. {value}: FastTrack Manager. {label}: Primary Role.',
  },
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

  playbook({ playbook, page, report }) {
    for (const { labels } of stepsOf(playbook)) {
      if (areDistinct(labels)) continue;
      const firsts = labels.map((label, index) => firstOf(label, labels.slice(0, index), playbook.text));
      for (const [index, label] of labels.entries()) {
        const previous = firsts[index];
        if (previous === undefined) continue;
        const isInSet = !areOneParagraph(previous, label, playbook.text);
        // A second set of labels is one mistake.
        if (isInSet && firsts[index - 1] !== undefined) continue;
        const fixes = isInSet
          ? mergeSets(labels, firsts, index, playbook.text, page)
          : haveSameValue(previous, label)
            ? [deleteLine(label, playbook.text)]
            : [];
        // Sets that differ in more than one value, such as a role and its services, say something together.
        if (isInSet && fixes.length === 0) continue;
        report({
          messageId: 'twice',
          data: {
            label: label.value.label.value,
            first: `${previous.value.label.value}: ${previous.value.value.text}`,
          },
          span: shift(label.value.label.span, label.start),
          related: [{ span: shift(previous.value.label.span, previous.start), message: texts.first }],
          fixes,
        });
      }
    }
  },
});

function areDistinct(labels: readonly Placed<LabelLine>[]): boolean {
  return labels.every(({ value }, index) => labels.findIndex((other) => other.value.id === value.id) === index);
}

/**
 * The first line with the same label, if only label lines are between them. A paragraph below some text that has its
 * own labels is another part of the step.
 */
function firstOf(
  label: Placed<LabelLine>,
  above: readonly Placed<LabelLine>[],
  text: string,
): Placed<LabelLine> | undefined {
  let next = label;
  for (const other of [...above].reverse()) {
    if (textBetween(other, next, text).trim() !== '') return undefined;
    if (other.value.id === label.value.id) return other;
    next = other;
  }
  return undefined;
}

function textBetween(one: Placed<LabelLine>, other: Placed<LabelLine>, text: string): string {
  return text.slice(one.start + one.value.line.end, other.start + other.value.line.start);
}

function areOneParagraph(one: Placed<LabelLine>, other: Placed<LabelLine>, text: string): boolean {
  return !/\n[ \t]*\r?\n/.test(textBetween(one, other, text));
}

/** If two sets differ in one value at most, the first set can have both values, and the second one isn't needed. */
function mergeSets(
  labels: readonly Placed<LabelLine>[],
  firsts: readonly (Placed<LabelLine> | undefined)[],
  index: number,
  text: string,
  { vocabulary, language }: ReadingContext,
): Fix[] {
  const set = labels.slice(index);
  const [above, last] = [labels[index - 1], set.at(-1)];
  const pairs = set.flatMap((label, at) => {
    const first = firsts[index + at];
    return first === undefined ? [] : [{ label, first }];
  });
  const different = pairs.filter(({ label, first }) => !haveSameValue(first, label));
  if (above === undefined || last === undefined || pairs.length < set.length || different.length > 1) return [];
  const removed = { start: above.start + above.value.line.end, end: last.start + last.value.line.end };
  const deletion = { span: removed, newText: '' };
  const [other] = different;
  if (other === undefined) return [suggestion(texts.deleteSet, deletion)];
  const { value, start } = other.first;
  if (value.value.text === '' || other.label.value.value.text === '') return [];
  const at = start + value.value.span.end;
  const added = other.label.value.value.text;
  const insertion = { span: { start: at, end: at }, newText: vocabulary.separators[language] + added };
  return [suggestion(texts.merge({ value: added, label: value.label.value }), insertion, deletion)];
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
