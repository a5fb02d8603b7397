import { HoverRequest, type CancellationToken, type Hover, type HoverParams } from 'vscode-languageserver';
import { allRules, taskAt, taskCard, wordCardAt } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { indexedPlace } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { openPlaybook } from '../session/open-page.js';
import { taskMarkup } from '../convert/task-markdown.js';
import { wordMarkup } from '../convert/word-markdown.js';

/** Describes the dialect word or the task under the pointer. */
export const hover: Feature = {
  capability: () => ({ hoverProvider: true }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(HoverRequest.type, ({ textDocument, position }, token) =>
    runSafe<Hover | null>('hover', session, token, null, async () => {
      const word = await wordHover(session, { textDocument, position }, token);
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

const rules = allRules.map(({ meta: { id, description } }) => ({ id, description }));

/** Describes the dialect word under the pointer, without waiting for other files. */
async function wordHover(
  session: Session,
  { textDocument, position }: HoverParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const playbook = await openPlaybook(session, textDocument.uri, token);
  if (playbook === undefined) return null;
  const card = wordCardAt({ playbook, offset: session.positions.offsetAt(playbook.lines, position), rules });
  return card === undefined
    ? null
    : {
        contents: wordMarkup(card, session),
        range: session.positions.rangeOf(playbook.lines, card.span),
      };
}
