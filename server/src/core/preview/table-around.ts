import type { LabelLine } from '../model/labels.js';
import type { Playbook } from '../model/playbook.js';
import type { PlacedTable } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import type { Placed } from '../text/span.js';
import type { LabelId } from '../vocabulary/vocabulary.js';
import { NO_STEP, stepsAround, type StepAround } from './step-around.js';

/** The context of a table. */
export interface TableAround extends Pick<StepAround, 'section' | 'step'> {
  /** The values of the step's label lines; empty if there are none. */
  readonly primaryRole: string;
  readonly appliesTo: string;
}

export function aroundTable({ heading }: PlacedTable, playbook: Playbook): TableAround {
  const { steps, labels } = surroundingsOf(playbook);
  const { section, step, labelled } = steps[heading ?? -1] ?? NO_STEP;
  const own = labels.get(labelled ?? -1) ?? [];
  return { section, step, primaryRole: labelText(own, 'primary-role'), appliesTo: labelText(own, 'applies-to') };
}

type Labels = readonly Placed<LabelLine>[];

function labelText(labels: Labels, id: LabelId): string {
  return (
    labels
      .find(({ value }) => value.id === id)
      ?.value.value.text.replaceAll('**', '')
      .trim() ?? ''
  );
}

interface Surroundings {
  /** By the index of a heading. */
  readonly steps: readonly StepAround[];
  /** By the index of the heading that they follow. */
  readonly labels: ReadonlyMap<number, Labels>;
}

const surroundingsOf = memoized((playbook: Playbook): Surroundings => {
  const above = playbook.headings.map(({ value: { level, text, matches } }) => ({
    level,
    text,
    isForTasks: matches.some(({ id }) => id === 'ftop-tasks'),
  }));
  return { steps: stepsAround(above), labels: labelsByHeading(playbook) };
});

/** Labels and headings are both in source order. */
function labelsByHeading({ headings, labels }: Playbook): ReadonlyMap<number, Labels> {
  const byHeading = new Map<number, Placed<LabelLine>[]>();
  let heading = -1;
  for (const label of labels) {
    const start = label.start + label.value.line.start;
    for (
      let next = headings[heading + 1];
      next !== undefined && next.start + next.value.span.start < start;
      next = headings[heading + 1]
    )
      heading++;
    const known = byHeading.get(heading);
    if (known === undefined) byHeading.set(heading, [label]);
    else known.push(label);
  }
  return byHeading;
}
