import { DocumentLinkRequest, type DocumentLink } from 'vscode-languageserver';
import { pageLinks, type PageLink } from '../../core/index.js';
import { indexedFile } from '../index-access.js';
import { clientUri, toLocation } from '../places.js';
import { runSafe } from '../run-safe.js';
import type { Session } from '../session.js';

/**
 * Links to follow with a click.
 *
 * VS Code has its own for Markdown: relative paths, addresses, `[!INCLUDE]` too. It does not know `~/`, the root of the
 * `docfx.json`, the page behind a `.html`, an index page, `\` in a path, or tables of contents; our own client gets
 * these and no others, since each link twice is one too many. Other clients get all that lead to a file of the
 * workspace; what leads elsewhere every editor knows.
 */
export function registerDocumentLinks(session: Session): void {
  session.connection.onRequest(DocumentLinkRequest.type, ({ textDocument }, token) =>
    runSafe<DocumentLink[] | null>('document links', session.connection.console, token, null, async () => {
      const found = await indexedFile(session, textDocument.uri, token);
      if (found === undefined) return null;
      const { index, path } = found;
      const links = pageLinks(index, path).filter(
        ({ isPlain }) => !session.client.isOurs || !isPlain || index.tocs.has(path),
      );
      return links.map((link) => ({ range: toLocation(session, link.place).range, target: addressOf(session, link) }));
    }),
  );
}

/** VS Code reads `#L12,3` behind the address of a file as a place in it. */
function addressOf(session: Session, { target, isHeading }: PageLink): string {
  if (!isHeading || !session.client.isOurs) return clientUri(session, target.path);
  const { uri, range } = toLocation(session, target);
  return `${uri}#L${range.start.line + 1},${range.start.character + 1}`;
}
