import { labelTermIds } from '../dialect/label-lines.js';
import { readingContextOf } from '../dialect/reading-context.js';
import { stepsOf } from '../dialect/steps.js';
import type { Playbook } from '../model/playbook.js';
import type { Placed } from '../text/span.js';
import type { StepFact } from '../workspace-index/page-summary.js';

/** The steps with label lines, and the meaning of these lines. */
export function stepFactsOf(playbook: Playbook): Placed<StepFact>[] {
  const page = readingContextOf(playbook);
  return stepsOf(playbook).map(({ heading, labels }) => ({
    start: heading.start + heading.value.span.start,
    value: {
      labels: labels.flatMap(({ value: label }) => {
        const ids = labelTermIds(label, page);
        return ids.length === 0 || ids.length < label.value.parts.length ? [] : [{ id: label.id, terms: ids }];
      }),
    },
  }));
}
