import { ReferencesRequest, type Location } from 'vscode-languageserver';
import { linkReferences, referencesToTask, taskAt, type Place } from '../../core/index.js';
import { indexedPlace, type IndexedPlace } from '../index-access.js';
import { toLocations } from '../places.js';
import { runSafe } from '../run-safe.js';
import type { Session } from '../session.js';

/** Finds every place that names a task, and every link to a page or heading. */
export function registerReferences(session: Session): void {
  session.connection.onRequest(ReferencesRequest.type, ({ textDocument, position, context }, token) =>
    runSafe<Location[] | null>('references', session.connection.console, token, null, async () => {
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
    const all = referencesToTask(index, task.id);
    // The catalogue declares a task; where it does not have one, nobody does.
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
