import { useRef } from 'preact/hooks';
import type { PreviewProblem } from '../protocol/messages';
import { useAnchored, type Anchor } from '../parts/anchored';
import { ProblemList } from '../parts/problem-list';

/** The problems of the focused cell, next to it. Screen readers get them from the cell itself. */
export function ProblemNote({
  problems,
  anchorOf,
}: {
  readonly problems: readonly PreviewProblem[];
  readonly anchorOf: () => Anchor | undefined;
}) {
  const note = useRef<HTMLDivElement>(null);
  useAnchored(note, anchorOf);
  return (
    <div ref={note} class="note" aria-hidden="true">
      <ProblemList problems={problems} />
    </div>
  );
}
