import { labelTermIds } from '../dialect/label-lines.js';
import { readingContextOf, type ReadingContext } from '../dialect/reading-context.js';
import { stepsOf } from '../dialect/steps.js';
import type { Heading } from '../model/headings.js';
import type { LabelLine } from '../model/labels.js';
import type { Playbook } from '../model/playbook.js';
import { memoized } from '../text/memo.js';
import type { Placed } from '../text/span.js';
import type { StepFact } from '../workspace-index/page-summary.js';

/** The steps with label lines, and the meaning of these lines. */
export function stepFactsOf(playbook: Playbook): Placed<StepFact>[] {
  const page = readingContextOf(playbook);
  const known = knownFacts(page);
  return stepsOf(playbook).map(({ heading, labels }) => {
    const lines = labels.map(({ value }) => value);
    let fact = known.get(heading.value);
    if (fact === undefined || !isSameList(fact.lines, lines))
      known.set(heading.value, (fact = { lines, value: readStep(lines, page) }));
    return { start: heading.start + heading.value.span.start, value: fact.value };
  });
}

/** The fact about each step, as long as its lines are the same: summaries are compared by the identity of facts. */
const knownFacts = memoized((_: ReadingContext) => new WeakMap<Heading, KnownFact>());

interface KnownFact {
  readonly lines: readonly LabelLine[];
  readonly value: StepFact;
}

function isSameList(one: readonly LabelLine[], other: readonly LabelLine[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}

function readStep(lines: readonly LabelLine[], page: ReadingContext): StepFact {
  const labels = lines.flatMap((line) => {
    const ids = labelTermIds(line, page);
    return ids.length === 0 || ids.length < line.value.parts.length ? [] : [{ id: line.id, terms: ids }];
  });
  return { labels };
}
