import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { COMPLETION_TRIGGERS } from '../../core/index.js';
import type { ClientFeatures } from '../session/client-features.js';
import type { Session } from '../session/session.js';
import { writingFeatures } from '../session/writing-features.js';
import { registerCodeLenses } from './code-lenses.js';
import { registerCompletion } from './completion.js';
import { outlineCapability, registerDocumentSymbols } from './document-symbols.js';
import { registerFolding } from './folding.js';
import { registerInlayHints } from './inlay-hints.js';
import { registerNextCell } from './next-cell.js';
import { registerSelectionRanges } from './selection-ranges.js';

/** What the writing features need from the front end. */
export interface WritingSetup {
  readonly capabilities: ClientCapabilities;
  /** Today's date, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** All writing features except hover, which shares its request with tasks. */
export function registerWriting(session: Session, { capabilities, today }: WritingSetup): void {
  const features = writingFeatures(capabilities);
  registerCompletion(session, { features, today });
  registerDocumentSymbols(session, features);
  registerFolding(session);
  registerSelectionRanges(session);
  registerCodeLenses(session);
  registerInlayHints(session);
  registerNextCell(session);
}

/** The capabilities of the server. */
export function writingCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    completionProvider: {
      ...(client.suggestsWhileTyping && { triggerCharacters: [...COMPLETION_TRIGGERS] }),
      resolveProvider: false,
    },
    documentSymbolProvider: outlineCapability(client),
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: true,
  };
}
