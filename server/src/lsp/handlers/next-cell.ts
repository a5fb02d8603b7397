import { nextCellMethod, type NextCellParams, type NextCellResult } from '../../protocol/index.js';
import { cellBeside } from '../convert/place-commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';

/** Returns the cell after or before the caret to our client. */
export const nextCell: Feature = { register };

function register({ session }: FeatureContext): void {
  session.connection.onRequest(nextCellMethod, (params: NextCellParams, token) =>
    runSafe<NextCellResult>(
      'next cell',
      session,
      token,
      null,
      async () => (await cellBeside(session, params, token)) ?? null,
    ),
  );
}
