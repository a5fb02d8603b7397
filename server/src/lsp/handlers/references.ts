import { ReferencesRequest, type Location } from 'vscode-languageserver';
import { linkReferences, referencesFrom, taskAt, type Place } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { indexedPlace, type IndexedPlace } from '../session/index-access.js';
import { toLocations } from '../convert/places.js';
import { runSafe } from '../session/run-safe.js';

/** Finds all references to a task, and all links to a page or heading. */
export const references: Feature = {
  capability: () => ({ referencesProvider: true }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(ReferencesRequest.type, ({ textDocument, position, context }, token) =>
    runSafe<Location[] | null>('references', session, token, null, async () => {
      const place = await indexedPlace(session, textDocument.uri, position, token);
      const found = place === undefined ? undefined : referencesAt(place);
      if (found === undefined) return null;
      return toLocations(session, context.includeDeclaration ? [...found.declarations, ...found.others] : found.others);
    }),
  );
}

interface Found {
  readonly declarations: readonly Place[];
  readonly others: readonly Place[];
}

function referencesAt({ index, path, offset }: IndexedPlace): Found | undefined {
  const page = index.pages.get(path);
  const task = page === undefined ? undefined : taskAt(page, offset);
  if (task !== undefined) {
    const all = referencesFrom(index, task.id, path);
    // The catalogue declares tasks. If it doesn't contain the task, there is no declaration.
    return {
      declarations: all.filter(({ kind }) => kind === 'entry'),
      others: all.filter(({ kind }) => kind !== 'entry'),
    };
  }
  const links = linkReferences(index, path, offset);
  return links === undefined
    ? undefined
    : { declarations: links.declaration === undefined ? [] : [links.declaration], others: links.links };
}
