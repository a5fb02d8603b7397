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

/** How long to wait for more file changes, in milliseconds: a branch switch counts as one change. */
const QUIET = 50;

/** Links can lead to any file, and a deleted folder is a single event, so a narrower pattern wouldn't work. */
const WATCHED = '**/*';

/** What depends on settings and configuration. */
interface ChangeListener {
  allChanged(): void;
  /** The file of an open document was deleted or restored. */
  documentsChanged?(): void;
  /** From now on, requests and notifications can be sent to the client. */
  started?(): void;
}

/** Tracks settings, workspace folders and files. Returns the function to call with changed files. */
export function registerConfiguration(
  session: Session,
  dependants: readonly ChangeListener[],
  folders: readonly string[],
): (changes: readonly FileChange[]) => void {
  const { connection, client, settings, workspace } = session;
  const log = connection.console;
  const allChanged = (): void => {
    for (const dependant of dependants) dependant.allChanged();
  };
  let waiting: NodeJS.Timeout | undefined;
  let hasOtherConfiguration = false;
  const filesChanged = (changes: readonly FileChange[]): void => {
    const { configuration, documents } = workspace.filesChanged(changes);
    if (!configuration && !documents) return;
    hasOtherConfiguration ||= configuration;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (hasOtherConfiguration) allChanged();
      else for (const dependant of dependants) dependant.documentsChanged?.();
      hasOtherConfiguration = false;
    }, QUIET);
  };

  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings: sent }) =>
    runAlone('settings', log, () => {
      settings.changed(sent);
      allChanged();
    }),
  );
  connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes: events }) =>
    runAlone('files', log, () => filesChanged(events.map(toFileChange))),
  );

  let current = [...folders];
  workspace.setFolders(current);
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) =>
    runAlone('folders', log, () => {
      const removed = new Set(event.removed.map(uriOf));
      current = [...current.filter((uri) => !removed.has(uri)), ...event.added.map(uriOf)];
      workspace.setFolders(current);
      allChanged();
    }),
  );

  connection.onInitialized(() => {
    for (const dependant of dependants) dependant.started?.();
    runAlone('registration', log, async () => {
      if (client.settingsRegistration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'playbook' });
      if (client.watchRegistration)
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: WATCHED }],
        });
    });
  });
  return filesChanged;
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
