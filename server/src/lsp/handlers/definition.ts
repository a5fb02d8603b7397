import { DefinitionRequest, type Location } from 'vscode-languageserver';
import { definitionOfLink, definitionsOfTask, taskAt } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { indexedPlace } from '../session/index-access.js';
import { toLocations } from '../convert/places.js';
import { runSafe } from '../session/run-safe.js';

/** Goes to the target of a task ID, a link or an include. */
export const definition: Feature = {
  capability: () => ({ definitionProvider: true }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(DefinitionRequest.type, ({ textDocument, position }, token) =>
    runSafe<Location[] | null>('definition', session, token, null, async () => {
      const place = await indexedPlace(session, textDocument.uri, position, token);
      if (place === undefined) return null;
      const { index, path, offset } = place;
      const page = index.pages.get(path);
      const task = page === undefined ? undefined : taskAt(page, offset);
      if (page !== undefined && task !== undefined)
        return toLocations(session, definitionsOfTask(index, task.id, page));
      const target = definitionOfLink(index, path, offset);
      return target === undefined ? null : toLocations(session, [target]);
    }),
  );
}
