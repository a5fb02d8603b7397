import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import type { FileChange } from '../../workspace/index.js';
import { runAlone } from '../run-safe.js';
import type { Session } from '../session.js';

/** How long to wait for more changes of files, in milliseconds: a branch switch is one change. */
const QUIET = 50;

/** Every file can be linked to, and a folder is deleted as one, so that no narrower pattern will do. */
const WATCHED = '**/*';

/** Who depends on settings and configuration. */
interface ChangeListener {
  allChanged(): void;
  /** The file of an open document was deleted, or is there again. */
  documentsChanged?(): void;
  /** The client may be asked and sent anything from now on. */
  started?(): void;
}

/** Follows settings, workspace folders and files. Returns what to call with files that have changed. */
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
