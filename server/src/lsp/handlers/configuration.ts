import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import type { FileChange } from '../../workspace/index.js';
import { runAlone } from '../session/run-safe.js';
import type { Session } from '../session/session.js';

/** Links can lead to any file, and a deleted folder is a single event, so a narrower pattern wouldn't work. */
const WATCHED = '**/*';

/** Tracks settings, files and workspace folders. */
export function registerConfiguration(session: Session): void {
  const { connection, folders, settings, workspace } = session;
  const log = connection.console;
  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings: sent }) =>
    runAlone('settings', log, () => settings.changed(sent)),
  );
  connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) =>
    runAlone('files', log, () => workspace.filesChanged(changes.map(toFileChange))),
  );
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) =>
    runAlone('folders', log, () => folders.change(event.added.map(uriOf), event.removed.map(uriOf))),
  );
}

/** Requests the notifications about settings and files from clients that send them only on request. */
export function requestNotifications({ connection, client }: Session): void {
  runAlone('registration', connection.console, async () => {
    if (client.settingsRegistration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'playbook' });
    if (client.watchRegistration)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: WATCHED }],
      });
  });
}

const KINDS = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

function toFileChange({ uri, type }: FileEvent): FileChange {
  return { uri, kind: KINDS[type] };
}

function uriOf({ uri }: { readonly uri: string }): string {
  return uri;
}
