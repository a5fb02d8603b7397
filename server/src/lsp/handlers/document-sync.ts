import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
} from 'vscode-languageserver';
import type { FileChange } from '../../workspace/index.js';
import type { Diagnostics } from '../diagnostics.js';
import { runAlone } from '../run-safe.js';
import type { Session } from '../session.js';

/** Keeps the documents as they are in the editor. Nothing is awaited in here: the next message builds on this one. */
export function registerDocumentSync(session: Session, diagnostics: Diagnostics, filesChanged: (changes: readonly FileChange[]) => void): void {
  const { connection, documents } = session;
  const log = connection.console;
  connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) =>
    runAlone('open', log, () => {
      if (documents.open(textDocument) !== undefined) diagnostics.documentChanged(textDocument.uri);
    }),
  );
  connection.onNotification(DidChangeTextDocumentNotification.type, (params) =>
    runAlone('change', log, () => {
      if (documents.change(params) !== undefined) diagnostics.documentChanged(params.textDocument.uri);
    }),
  );
  connection.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument }) =>
    runAlone('close', log, () => {
      const known = documents.get(textDocument.uri) !== undefined;
      session.closed(textDocument.uri);
      if (known) diagnostics.documentClosed(textDocument.uri);
    }),
  );
  // For clients that do not watch files: what was saved in the editor is known here at least.
  connection.onNotification(DidSaveTextDocumentNotification.type, ({ textDocument }) =>
    runAlone('save', log, () => filesChanged([{ uri: textDocument.uri, kind: 'changed' }])),
  );
}
