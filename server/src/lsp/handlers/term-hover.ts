import type { CancellationToken, Hover, HoverParams } from 'vscode-languageserver';
import { allRules, wordCardAt } from '../../core/index.js';
import type { Session } from '../session/session.js';
import { wordMarkup } from '../convert/word-markdown.js';
import { openPlaybook } from '../session/open-page.js';

const rules = allRules.map(({ meta: { id, description } }) => ({ id, description }));

/** Describes the dialect word under the pointer, without waiting for other files. */
export async function termHover(
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
        contents: wordMarkup(card, session.client.hoverMarkdown),
        range: session.positions.rangeOf(playbook.lines, card.span),
      };
}
