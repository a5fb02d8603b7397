import { compareMessages, defineMessages, type Message } from '../../messages/index.js';
import { unreadReasons } from '../../shared/unread-reasons.js';
import {
  folderOf,
  shownName,
  type FixedConfig,
  type Uri,
  type Workspace,
  type WorkspaceHost,
} from '../../workspace/index.js';

const texts = defineMessages('fixed-configuration', {
  unread: {
    text: 'The configuration file "{path}" can\'t be read: {reason}. The configuration files of the workspace apply',
    note: 'The file is named in the initialization options. "reason" is a text such as "permission denied".',
  },
});

/** What the configuration file for all pages depends on. */
export interface FixedConfigurationParts {
  readonly uri: Uri;
  /** The workspace folders. Globs in the file are relative to the first one. */
  readonly folders: readonly string[];
  readonly host: Pick<WorkspaceHost, 'readText'>;
  readonly workspace: Workspace;
  /** Tells the author what is wrong with the file. */
  readonly report: (message: Message) => void;
}

/** The configuration file that the initialization options name. It is read again whenever it changes. */
export function fixedConfiguration({ uri, folders, host, workspace, report }: FixedConfigurationParts): FixedConfig {
  let reported: Message | undefined;
  return {
    uri,
    folder: folders[0] ?? folderOf(uri) ?? uri,
    read: async () => {
      const text = await host.readText(uri, undefined);
      if (typeof text === 'string') {
        reported = undefined;
        return text;
      }
      const reason = text?.unread ?? unreadReasons.notFound;
      const message = texts.unread({ path: shownName(workspace, uri), reason });
      // Once for each reason, not at each change of another file.
      if (reported === undefined || compareMessages(reported, message) !== 0) report(message);
      reported = message;
      return undefined;
    },
  };
}
