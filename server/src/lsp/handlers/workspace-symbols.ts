import {
  SymbolKind as LspSymbolKind,
  WorkspaceSymbolRequest,
  type WorkspaceSymbol as LspWorkspaceSymbol,
} from 'vscode-languageserver';
import { SYMBOL_KINDS, workspaceSymbols as symbolsIn, type SymbolKind } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { indexInUse } from '../session/index-access.js';
import { toLocation } from '../convert/places.js';
import { runSafe } from '../session/run-safe.js';

const lspKinds: Readonly<Record<SymbolKind, LspSymbolKind>> = {
  entry: LspSymbolKind.Class,
  task: LspSymbolKind.Field,
  page: LspSymbolKind.File,
  heading: LspSymbolKind.String,
};

/** Finds tasks, pages and headings by name. */
export const workspaceSymbols: Feature = {
  capability: () => ({ workspaceSymbolProvider: true }),
  register,
};

function register({ session }: FeatureContext): void {
  // VS Code lists Markdown headings itself.
  const kinds = SYMBOL_KINDS.filter((kind) => kind !== 'heading' || !session.client.isOurs);
  session.connection.onRequest(WorkspaceSymbolRequest.type, ({ query }, token) =>
    runSafe<LspWorkspaceSymbol[] | null>('workspace symbols', session, token, null, async () => {
      const index = await indexInUse(session, token);
      if (index === undefined) return null;
      return symbolsIn(index, query, kinds).map(({ kind, name, page, place }) => ({
        name,
        kind: lspKinds[kind],
        containerName: page,
        location: toLocation(session, place),
      }));
    }),
  );
}
