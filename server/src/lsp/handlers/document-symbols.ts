import { DocumentSymbolRequest, SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import { outlineOf, taskOutlineOf, type OutlineNode, type Playbook } from '../../core/index.js';
import { defineMessages } from '../../messages/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { plainLine } from '../convert/markdown.js';
import { shownText } from '../convert/shown-text.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { openPlaybook } from '../session/open-page.js';

const kinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  step: SymbolKind.Function,
  table: SymbolKind.Array,
  task: SymbolKind.Field,
};

const texts = defineMessages('document-symbols', {
  tasks: {
    text: 'FTOP Tasks',
    note: 'The title of a group in the outline of VS Code, named after the section of a page that has the task tables.',
  },
});

/**
 * The outline of a page: a tree, or a list for clients that don't support trees. VS Code always shows the headings of
 * Markdown pages, and extensions can't prevent that. So there we add only the tasks, and no heading appears twice.
 */
export const documentSymbols: Feature = {
  capability: ({ isOurs }, format) => ({
    documentSymbolProvider: isOurs ? { label: format(texts.tasks) } : true,
  }),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(DocumentSymbolRequest.type, ({ textDocument }, token) =>
    runSafe<DocumentSymbol[] | SymbolInformation[] | null>('document symbols', session, token, null, async () => {
      const playbook = await openPlaybook(session, textDocument.uri, token);
      if (playbook === undefined) return null;
      const roots = session.client.isOurs ? taskOutlineOf(playbook) : outlineOf(playbook);
      return session.client.symbolTree
        ? roots.map((node) => toSymbol(node, playbook, session))
        : roots.flatMap((node) => toList(node, '', textDocument.uri, playbook, session));
    }),
  );
}

function toSymbol(node: OutlineNode, playbook: Playbook, session: Session): DocumentSymbol {
  const { lines } = playbook;
  return {
    name: plainLine(shownText(node.name, session.format)),
    detail: plainLine(shownText(node.detail, session.format)),
    kind: kinds[node.kind],
    range: session.positions.rangeOf(lines, node.span),
    selectionRange: session.positions.rangeOf(lines, node.nameSpan),
    children: node.children.map((child) => toSymbol(child, playbook, session)),
  };
}

function toList(
  node: OutlineNode,
  containerName: string,
  uri: string,
  playbook: Playbook,
  session: Session,
): SymbolInformation[] {
  const name = plainLine(shownText(node.name, session.format));
  const own = {
    name,
    kind: kinds[node.kind],
    containerName,
    location: { uri, range: session.positions.rangeOf(playbook.lines, node.nameSpan) },
  };
  return [own, ...node.children.flatMap((child) => toList(child, name, uri, playbook, session))];
}
