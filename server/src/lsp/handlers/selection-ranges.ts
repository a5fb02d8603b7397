import { SelectionRangeRequest, type Position, type SelectionRange } from 'vscode-languageserver';
import { selectionSpans, type Playbook } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { openPlaybook } from '../session/open-page.js';

/** The ranges of an expanding selection: a value, the cell, the row, the table, the sections, the document. */
export const selectionRanges: Feature = {
  capability: () => ({ selectionRangeProvider: true }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(SelectionRangeRequest.type, ({ textDocument, positions }, token) =>
    runSafe<SelectionRange[] | null>('selection ranges', session, token, null, async () => {
      const playbook = await openPlaybook(session, textDocument.uri, token);
      return playbook === undefined ? null : positions.map((position) => toRange(position, playbook, session));
    }),
  );
}

/** Every position has a result, at least an empty range. */
function toRange(position: Position, playbook: Playbook, { positions }: Session): SelectionRange {
  const spans = selectionSpans(playbook, positions.offsetAt(playbook.lines, position));
  const outwards = [...spans].reverse();
  const range = outwards.reduce<SelectionRange | undefined>(
    (parent, span) => ({ range: positions.rangeOf(playbook.lines, span), ...(parent !== undefined && { parent }) }),
    undefined,
  );
  return range ?? { range: { start: position, end: position } };
}
