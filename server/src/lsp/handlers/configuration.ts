import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver';
import type { Diagnostics } from '../diagnostics.js';
import { runAlone } from '../run-safe.js';
import type { Session } from '../session.js';

/** How long to wait for more changes of files, in milliseconds: a branch switch is one change. */
const QUIET = 50;

/** Every file that may be a configuration file, or be extended by one. */
const WATCHED = '**/*.{json,jsonc,yaml,yml}';

/** Follows settings, workspace folders and configuration files. Returns what to call with files that have changed. */
export function registerConfiguration(session: Session, diagnostics: Diagnostics, folders: readonly string[]): (uris: readonly string[]) => void {
  const { connection, client, settings, workspace } = session;
  const log = connection.console;
  let waiting: NodeJS.Timeout | undefined;
  const filesChanged = (uris: readonly string[]): void => {
    if (!workspace.filesChanged(uris)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => diagnostics.allChanged(), QUIET);
  };

  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings: sent }) =>
    runAlone('settings', log, () => {
      settings.changed(sent);
      diagnostics.allChanged();
    }),
  );
  connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) => runAlone('files', log, () => filesChanged(changes.map(uriOf))));

  let current = [...folders];
  workspace.setFolders(current);
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) =>
    runAlone('folders', log, () => {
      const removed = new Set(event.removed.map(uriOf));
      current = [...current.filter((uri) => !removed.has(uri)), ...event.added.map(uriOf)];
      workspace.setFolders(current);
      diagnostics.allChanged();
    }),
  );

  connection.onInitialized(() =>
    runAlone('registration', log, async () => {
      if (client.settingsRegistration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'playbook' });
      if (client.watchRegistration) await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] });
    }),
  );
  return filesChanged;
}

function uriOf({ uri }: { readonly uri: string }): string {
  return uri;
}
