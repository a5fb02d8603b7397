import type { Heading } from '../model/headings.js';
import type { LabelLine } from '../model/labels.js';
import type { Playbook } from '../model/playbook.js';
import { memoized } from '../text/memo.js';
import type { Placed, Span } from '../text/span.js';

/** A `###` step under Approach, with the label lines that say who does it. */
export interface Step {
  readonly heading: Placed<Heading>;
  /** Up to the next heading. Offsets into the file. */
  readonly span: Span;
  /** The label lines between this heading and the next. */
  readonly labels: readonly Placed<LabelLine>[];
}

/** The steps of the page that have label lines, in source order. Several rules ask for them at every keystroke. */
export const stepsOf: (playbook: Playbook) => readonly Step[] = memoized(findSteps);

function findSteps({ headings, labels, text }: Playbook): Step[] {
  const steps: Step[] = [];
  let inApproach = false;
  let label = 0;
  for (const [index, heading] of headings.entries()) {
    const { level, matches } = heading.value;
    if (level <= 2) inApproach = matches.some(({ id }) => id === 'approach');
    const start = heading.start + heading.value.span.start;
    const end = startOf(headings[index + 1]) ?? text.length;
    const first = label;
    while (label < labels.length && lineStart(labels[label]) < end) label++;
    const own = labels.slice(first, label).filter((one) => lineStart(one) >= start);
    if (inApproach && level === 3 && own.length > 0) steps.push({ heading, span: { start, end }, labels: own });
  }
  return steps;
}

function startOf(heading: Placed<Heading> | undefined): number | undefined {
  return heading === undefined ? undefined : heading.start + heading.value.span.start;
}

function lineStart(label: Placed<LabelLine> | undefined): number {
  return label === undefined ? 0 : label.start + label.value.line.start;
}
