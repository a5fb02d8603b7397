import MarkdownIt from 'markdown-it';
import { join } from 'node:path';
import { serverWithLongIds } from '../long-ids.js';
import type { LanguageServer } from '../server-client.js';
import { peerFile, peerNode, rumdlBinary } from './peers.js';

/** A language server of the report. */
export interface NamedServer extends LanguageServer {
  readonly id: 'echo' | 'ours' | 'rumdl' | 'markdown';
  readonly name: string;
}

const ECHO: NamedServer = {
  id: 'echo',
  name: 'Bare protocol echo',
  command: process.execPath,
  args: [join(__dirname, 'echo-server.js')],
};

export const ourServer: NamedServer = { id: 'ours', name: 'FastTrack Playbook', ...serverWithLongIds() };

export function languageServers(): NamedServer[] {
  return [ECHO, ourServer, rumdlServer(), markdownServer()];
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
