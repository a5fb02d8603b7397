import { nextCell as nextCellOf } from '../../core/index.js';
import { nextCellMethod, type NextCellParams, type NextCellResult } from '../../protocol/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';
import { openPlaybook } from '../session/open-page.js';

/** Returns the cell after or before the caret to our client. */
export const nextCell: Feature = { register };

function register({ session }: FeatureContext): void {
  session.connection.onRequest(nextCellMethod, ({ uri, position, direction }: NextCellParams, token) =>
    runSafe<NextCellResult>('next cell', session, token, null, async () => {
      const playbook = await openPlaybook(session, uri, token);
      const span =
        playbook === undefined
          ? undefined
          : nextCellOf(playbook, session.positions.offsetAt(playbook.lines, position), direction);
      return playbook === undefined || span === undefined ? null : session.positions.rangeOf(playbook.lines, span);
    }),
  );
}
