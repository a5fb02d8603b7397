import { createConnection, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * A language server that keeps the documents and finds nothing in them: what the protocol and the other process cost.
 */
export function serveEcho(): void {
  const connection = createConnection();
  const documents = new Map<string, TextDocument>();
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  }));
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    documents.set(uri, TextDocument.create(uri, languageId, version, text));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri);
    if (document !== undefined) documents.set(uri, TextDocument.update(document, contentChanges, version));
  });
  connection.languages.diagnostics.on(({ textDocument: { uri } }) => ({
    kind: 'full',
    resultId: String(documents.get(uri)?.getText().length),
    items: [],
  }));
  connection.listen();
}
