import type { Heading } from '../model/headings.js';
import type { Playbook } from '../model/playbook.js';
import type { Placed } from '../text/span.js';
import { bodyStart, scopeAt } from './page-blocks.js';

/**
 * Where an author with the caret at `offset` wants to write. Front matter isn't part of a step, and text directly after
 * it would precede the title: from there, this is the end of the last step.
 */
export function writingPlace(playbook: Playbook, offset: number): number {
  const heading = offset < bodyStart(playbook) ? lastStep(playbook) : undefined;
  if (heading === undefined) return offset;
  const { end } = scopeAt(playbook, heading.start + heading.value.span.start);
  return playbook.text.slice(0, end).trimEnd().length;
}

/** The last step of the approach; without steps, the heading of the approach; on other pages, the title. */
function lastStep({ headings }: Playbook): Placed<Heading> | undefined {
  const approach = headings.findIndex(({ value }) => value.matches.some(({ id }) => id === 'approach'));
  if (approach === -1) return headings[0];
  const following = headings.slice(approach + 1);
  const next = following.findIndex(({ value }) => value.level <= 2);
  const steps = (next === -1 ? following : following.slice(0, next)).filter(({ value }) => value.level === 3);
  return steps[steps.length - 1] ?? headings[approach];
}
