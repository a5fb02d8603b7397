import MarkdownIt from 'markdown-it';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serverWithLongIds } from '../long-ids.js';
import type { LanguageServer, Opened } from '../server-client.js';
import { peerFile, peerNode, rumdlBinary } from './peers.js';
import { generatedRepository, uriIn } from './repository.js';

/** A language server of the report. */
export interface NamedServer extends LanguageServer {
  readonly id: 'echo' | 'ours' | 'ours in a folder' | 'rumdl' | 'markdown';
  readonly name: string;
  /** Otherwise, the page is alone. */
  readonly opened?: Opened;
}

const ECHO: NamedServer = {
  id: 'echo',
  name: 'Bare protocol echo',
  command: process.execPath,
  args: [join(__dirname, 'echo-server.js')],
};

const OTHER_PAGES = 450;

export const ourServer: NamedServer = { id: 'ours', name: 'FastTrack Playbook', ...serverWithLongIds() };

export function languageServers(): NamedServer[] {
  return [ECHO, ourServer, ourServerInFolder(), rumdlServer(), markdownServer()];
}

/** Most authors have a folder open: the page is compared with the others in it. */
function ourServerInFolder(): NamedServer {
  const repository = generatedRepository(OTHER_PAGES);
  return {
    ...ourServer,
    id: 'ours in a folder',
    name: `The same, among ${OTHER_PAGES} pages`,
    opened: { folderUri: pathToFileURL(repository.folder).href, pageUri: uriIn(repository, repository.page) },
  };
}

function rumdlServer(): NamedServer {
  return { id: 'rumdl', name: 'rumdl server', command: rumdlBinary(), args: ['server', '--no-config'] };
}

/** It leaves the disk and the parser to the editor. */
function markdownServer(): NamedServer {
  const parser = new MarkdownIt({ html: true });
  return {
    id: 'markdown',
    name: 'vscode-markdown-languageserver',
    command: peerNode(),
    args: [peerFile('node_modules/vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
    settings: { markdown: MARKDOWN_SETTINGS },
    answers: {
      'markdown/parse': (params: { text?: string }, text) => parser.parse(params.text ?? text, {}),
      'markdown/fs/readFile': () => [],
      'markdown/fs/readDirectory': () => [],
      'markdown/fs/stat': () => null,
      'markdown/fs/watcher/create': () => null,
      'markdown/fs/watcher/delete': () => null,
      'markdown/findMarkdownFilesInWorkspace': () => [],
    },
  };
}

/** Everything that it can check. */
const MARKDOWN_SETTINGS = {
  server: { log: 'off' },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'onDoubleHash' } },
  occurrencesHighlight: { enabled: false },
  validate: {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: 'warning' },
    duplicateLinkDefinitions: { enabled: 'warning' },
  },
};
