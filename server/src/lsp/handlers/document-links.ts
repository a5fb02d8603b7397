import { DocumentLinkRequest, type DocumentLink } from 'vscode-languageserver';
import { pageLinks, type PageLink } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { indexedFile } from '../session/index-access.js';
import { clientUri, toLocation } from '../convert/places.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';

/**
 * Clickable links.
 *
 * VS Code has its own for Markdown: relative paths, URLs, and `[!INCLUDE]`. It doesn't support `~/` (the root of the
 * `docfx.json`), the page for a `.html` target, index pages, `\` in a path, or tables of contents. Our own client gets
 * only these, so that no link appears twice. Other clients get all links to files in the workspace; editors support all
 * other links themselves.
 */
export const documentLinks: Feature = {
  capability: () => ({ documentLinkProvider: { resolveProvider: false } }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(DocumentLinkRequest.type, ({ textDocument }, token) =>
    runSafe<DocumentLink[] | null>('document links', session, token, null, async () => {
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

/** VS Code reads `#L12,3` at the end of a file URI as a position. */
function addressOf(session: Session, { target, isHeading }: PageLink): string {
  if (!isHeading || !session.client.isOurs) return clientUri(session, target.path);
  const { uri, range } = toLocation(session, target);
  return `${uri}#L${range.start.line + 1},${range.start.character + 1}`;
}
