import type { ClientCapabilities } from 'vscode-languageserver';

/** The client's capabilities for the writing features. */
export interface WritingFeatures {
  /** Supports completions with tab stops. */
  readonly snippets: boolean;
  readonly completionMarkdown: boolean;
  /** Shows an outline as a tree. */
  readonly symbolTree: boolean;
}

export function writingFeatures({ textDocument }: ClientCapabilities): WritingFeatures {
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    completionMarkdown: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}
