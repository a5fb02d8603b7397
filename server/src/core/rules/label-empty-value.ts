import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { phaseElsewhere, stepLabelElsewhere, stepLabelHere } from '../lint/support/labels-elsewhere.js';
import { labelTerms } from '../dialect/label-lines.js';
import { stepsOf, type Step } from '../dialect/steps.js';
import type { LabelLine } from '../model/labels.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../text/span.js';
import type { TermSet } from '../vocabulary/term-set.js';

const texts = defineMessages('label-empty-value', {
  insertDash: {
    text: 'Insert "**-**", which means none',
    note: 'Title of a fix for a label line without a role. A dash means that the step has no role.',
  },
});

export const labelEmptyValue = defineRule({
  meta: {
    id: 'label-empty-value',
    category: 'label',
    description: 'A label line has a value',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      empty: { text: 'The label "{label}" has no value', note: '{label}: Primary Role, Applies To.' },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, page, report }) {
    let steps: readonly Step[] | undefined;
    for (const { at, label, span, gap } of emptyLabels(playbook)) {
      steps ??= stepsOf(playbook);
      const step = steps[stepAt(at, steps)];
      const value = step === undefined ? undefined : stepLabelHere(step, label.id, playbook, page);
      report({
        messageId: 'empty',
        data: { label: label.label.value },
        span,
        fixes: fixesFor(gap, label, value, page),
      });
    }
  },

  /** The same problem, with the value from the page in another language as the first fix. */
  workspace({ playbook, summary, index, page, report }) {
    const source = { playbook, summary, index, page };
    let steps: readonly Step[] | undefined;
    for (const { at, label, span, gap } of emptyLabels(playbook)) {
      steps ??= stepsOf(playbook);
      const value =
        label.id === 'phase' ? phaseElsewhere(source) : stepLabelElsewhere(stepAt(at, steps), label.id, source);
      if (value === undefined) continue;
      report({
        messageId: 'empty',
        data: { label: label.label.value },
        span,
        fixes: fixesFor(gap, label, value, page),
      });
    }
  },
});

interface EmptyLabel {
  readonly label: LabelLine;
  /** The start of the line, in the file. */
  readonly at: number;
  /** The label line, in the file. */
  readonly span: Span;
  /** After the colon. */
  readonly gap: Span;
}

function emptyLabels({ labels, text }: Playbook): EmptyLabel[] {
  return labels.flatMap(({ start, value: label }): EmptyLabel[] => {
    const from = start + label.colon.span.end;
    const written = text.slice(from, start + label.line.end).trimEnd();
    if (!isEmpty(written) || (written.trim() === '' && continuesBelow(text, start + label.line.end, label))) return [];
    const end = from + written.length;
    return [
      {
        label,
        at: start + label.line.start,
        span: { start: start + label.label.span.start, end },
        gap: { start: from, end },
      },
    ];
  });
}

function insertValue(span: Span, value: string): Fix {
  return suggestion(titles.insert({ text: value }), { span, newText: ` **${value}**` });
}

/** The number of the step that has a label line at this place; -1 if it isn't in a step. */
function stepAt(at: number, steps: readonly Step[]): number {
  return steps.findIndex(({ labels }) => labels.some(({ start, value }) => start + value.line.start === at));
}

/** The known value first, then the others to choose from. Without a known value, each of them would be a guess. */
function fixesFor(span: Span, label: LabelLine, value: string | undefined, page: ReadingContext): Fix[] {
  if (value === undefined) return [];
  const terms = labelTerms(label, page);
  const values = [value, ...valuesFor(label, terms).map((id) => terms.spelling(id, page.language))];
  const fixes = [...new Set(values)].map((text) => insertValue(span, text));
  return hasDash(terms) ? [...fixes, suggestion(texts.insertDash, { span, newText: ' **-**' })] : fixes;
}

/** The values to choose from, if the list is short: the motions. For services, only *All Services*. */
function valuesFor(label: LabelLine, terms: TermSet): readonly string[] {
  const ids = terms.ids();
  if (ids.length <= MAX_CHOICES) return ids;
  return label.id === 'applies-to' ? ids.slice(0, 1) : [];
}

/** Among the roles, a dash means that there is none; elsewhere, it would be an unknown value. */
function hasDash(terms: TermSet): boolean {
  return terms.lookup('-').length > 0;
}

const MAX_CHOICES = 5;

/** Whether there are only bold markers: `****` is shown as four asterisks. */
function isEmpty(written: string): boolean {
  return /^[*\s\u00a0\u200b]*(?:\\|<br ?\/?>)?$/i.test(written);
}

/** Whether the value follows below: in a list, or on the next line of the paragraph. */
function continuesBelow(text: string, lineEnd: number, label: LabelLine): boolean {
  return !label.beforeLabel && VALUE_BELOW.test(text.slice(lineEnd, lineEnd + LOOK_AHEAD));
}

const VALUE_BELOW = /^(?:\r\n|\n|\r)(?:[ \t]*[^\s#|]|\s*[-*+] )/;
/** Enough characters for a blank line and the start of a list. */
const LOOK_AHEAD = 80;
