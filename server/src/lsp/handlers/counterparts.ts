import { counterpartsOf } from '../../core/index.js';
import { counterpartsMethod, type CounterpartsParams, type CounterpartsResult } from '../../protocol/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { indexedPlace } from '../session/index-access.js';
import { languageName } from '../convert/language-names.js';
import { toLocation } from '../convert/places.js';
import { runSafe } from '../session/run-safe.js';

/** Returns the same place in the other languages to our client. */
export const counterparts: Feature = { register };

function register({ session }: FeatureContext): void {
  session.connection.onRequest(counterpartsMethod, ({ uri, position }: CounterpartsParams, token) =>
    runSafe<CounterpartsResult>('counterparts', session, token, [], async () => {
      const found = await indexedPlace(session, uri, position, token);
      if (found === undefined) return [];
      const { index, path, offset } = found;
      return counterpartsOf(index, path, offset).map(({ language, place }) => ({
        language,
        languageName: session.format(languageName(language)),
        ...toLocation(session, place),
      }));
    }),
  );
}
