import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
} from 'vscode-languageserver';
import { releasedMethod, type Released } from '../../protocol/index.js';
import type { ClosedFiles } from '../diagnostics/closed-files.js';
import type { Diagnostics } from '../diagnostics/diagnostics.js';
import { runAlone } from '../session/run-safe.js';
import type { Session } from '../session/session.js';

/**
 * Keeps the documents the same as in the editor. Nothing is awaited here, because each message builds on the previous
 * one.
 */
export function registerDocumentSync(
  session: Session,
  [diagnostics, closedFiles]: readonly [Diagnostics, ClosedFiles],
): void {
  const { client, connection, documents, folders, workspace } = session;
  const log = connection.console;
  const closed = (uri: string): void => {
    diagnostics.documentClosed(uri);
    closedFiles.closed(uri);
  };
  connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) =>
    runAlone('open', log, () => {
      if (documents.open(textDocument) === undefined) return;
      diagnostics.documentChanged(textDocument.uri);
      if (!client.isOurs) runAlone('folder', log, () => folders.opened(textDocument.uri));
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
      if (known) closed(textDocument.uri);
    }),
  );
  connection.onNotification(releasedMethod, ({ uri }: Released) =>
    runAlone('released', log, () => {
      workspace.hidden(uri);
      closed(uri);
    }),
  );
  // For clients that don't watch files: at least files saved in the editor are known.
  connection.onNotification(DidSaveTextDocumentNotification.type, ({ textDocument }) =>
    runAlone('save', log, () => workspace.filesChanged([{ uri: textDocument.uri, kind: 'changed' }])),
  );
}
