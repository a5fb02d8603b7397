import type { ServerCapabilities } from 'vscode-languageserver';
import type { ClientFeatures } from '../session/client-features.js';
import type { Session } from '../session/session.js';
import { registerCounterparts } from './counterparts.js';
import { registerDefinition } from './definition.js';
import { registerDocumentLinks } from './document-links.js';
import { registerFileRename, renamedFiles } from './file-rename.js';
import { registerHover } from './hover.js';
import { registerReferences } from './references.js';
import { registerRename } from './rename.js';
import { registerWorkspaceSymbols } from './workspace-symbols.js';

/** Navigation between pages. */
export function registerNavigation(session: Session): void {
  registerDefinition(session);
  registerReferences(session);
  registerRename(session);
  registerDocumentLinks(session);
  registerWorkspaceSymbols(session);
  registerHover(session);
  registerFileRename(session);
  registerCounterparts(session);
}

/** The capabilities of the server, depending on the client. */
export function navigationCapabilities({ prepareRename }: ClientFeatures): ServerCapabilities {
  return {
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: prepareRename ? { prepareProvider: true } : true,
    documentLinkProvider: { resolveProvider: false },
    workspaceSymbolProvider: true,
    hoverProvider: true,
  };
}

/** The capabilities for file operations, as part of `ServerCapabilities.workspace`. */
export function fileOperations({
  fileRenames,
}: ClientFeatures): Pick<NonNullable<ServerCapabilities['workspace']>, 'fileOperations'> {
  return fileRenames ? { fileOperations: { willRename: renamedFiles } } : {};
}
