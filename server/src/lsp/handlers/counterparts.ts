import { counterpartsMethod, type CounterpartsParams, type CounterpartsResult } from '../../protocol/index.js';
import { counterpartsAt } from '../convert/place-commands.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';

/** Returns the same place in the other languages to our client. */
export const counterparts: Feature = { register };

function register({ session }: FeatureContext): void {
  session.connection.onRequest(counterpartsMethod, ({ uri, position }: CounterpartsParams, token) =>
    runSafe<CounterpartsResult>('counterparts', session, token, [], () =>
      counterpartsAt(session, uri, position, token),
    ),
  );
}
