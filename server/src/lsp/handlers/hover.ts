import { HoverRequest, type Hover } from 'vscode-languageserver';
import { taskAt, taskCard } from '../../core/index.js';
import { termHover } from './term-hover.js';
import { indexedPlace } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { taskMarkup } from '../convert/task-markdown.js';

/** Describes the dialect word or the task under the pointer. */
export function registerHover(session: Session): void {
  session.connection.onRequest(HoverRequest.type, ({ textDocument, position }, token) =>
    runSafe<Hover | null>('hover', session.connection.console, token, null, async () => {
      const word = await termHover(session, { textDocument, position }, token);
      if (word !== null) return word;
      const place = await indexedPlace(session, textDocument.uri, position, token);
      const page = place?.index.pages.get(place.path);
      const task = place === undefined || page === undefined ? undefined : taskAt(page, place.offset);
      if (place === undefined || page === undefined || task === undefined) return null;
      return {
        contents: taskMarkup(session, taskCard(place.index, task.id, page)),
        range: session.positions.rangeOf(page.lines, task.span),
      };
    }),
  );
}
