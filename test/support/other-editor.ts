// Other editors than ours: what they can do, pages to try it on, and how they run commands.
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  Range,
  ShowMessageParams,
} from 'vscode-languageserver/node';
import type { EditCommand } from '../../server/src/protocol/index.js';
import { FULL_CLIENT, TestClient, type ClientSetup } from './lsp-client.js';
import { MemoryFiles } from './memory-files.js';
import { GOOD_ROW, playbookWith } from './pages.js';

export const PAGE = 'file:///site/page.md';
export const OTHER = 'file:///site/other.md';

/** An editor that isn't ours, such as Neovim. */
export const OTHER_EDITOR: ClientCapabilities = {
  ...FULL_CLIENT,
  workspace: { ...FULL_CLIENT.workspace, applyEdit: true },
  window: { showDocument: { support: true } },
};

export const ENGLISH = playbookWith(
  GOOD_ROW,
  '| 0999 | Ask the team | O | SME | Teams |',
  '|1100|Plan|M|SME|Teams|',
  '',
  '## Refresh Summary',
  '',
  'The latest changes come first.',
  '',
  '| Date | Who Changed | What Changed |',
  '| --- | --- | --- |',
  '| 05/02/2019 | Ada Byron | Added the page |',
);

export const CHINESE = [
  '---',
  'title: 评估网络',
  'ms.date: 05/02/2019',
  'ms.topic: partner-playbook',
  'ft.audience: partner',
  '---',
  '',
  '# 评估网络',
  '',
  '#### FTOP 任务',
  '',
  '| 任务 ID | 任务名称 | (M) 必需 (O) 可选 | FastTrack 角色 | 服务 |',
  '|---|---|---|---|---|',
  '| 1234 | 检查网络 | M | FastTrack 工程师 | Exchange |',
  '| 0999 | 询问团队𠮷 | O | SME | Teams |',
  '|1100|计划|M|SME|Teams|',
  '',
].join('\n');

/** The commands, the place where each of them changes something, and the request of our own client. */
export const COMMANDS: readonly (readonly [id: string, at: string, own: EditCommand, values?: object])[] = [
  ['playbook.sortTasks', '1234', { command: 'sortTasks' }],
  ['playbook.alignTable', '1234', { command: 'alignTable' }],
  ['playbook.alignAllTables', '1234', { command: 'alignTable', args: { all: true } }],
  ['playbook.compactTable', '1234', { command: 'compactTable' }],
  ['playbook.compactAllTables', '1234', { command: 'compactTable', args: { all: true } }],
  ['playbook.toggleMandatory', '0999', { command: 'toggleMandatory' }],
  ['playbook.moveTaskUp', '0999', { command: 'moveRowUp' }],
  ['playbook.moveTaskDown', '0999', { command: 'moveRowDown' }],
  ['playbook.deleteTask', '0999', { command: 'deleteRow' }],
  ['playbook.updateDate', '1234', { command: 'updateDate' }],
  [
    'playbook.addRefreshRow',
    '1234',
    { command: 'addRefreshRow', args: { author: 'Ada North', text: 'Sorted | all' } },
    { author: 'Ada North', text: 'Sorted | all' },
  ],
  ['playbook.insertTaskRow', '1234', { command: 'insertRow', args: {} }],
  [
    'playbook.insertTaskRow',
    '1234',
    { command: 'insertRow', args: { taskId: '2000', taskName: 'Say | so', mo: 'optional', roles: ['sme'] } },
    { taskId: '2000', taskName: 'Say | so', mo: 'optional', roles: ['sme'] },
  ],
  ['playbook.insertTaskTable', '# ', { command: 'insertTable', args: {} }],
  [
    'playbook.insertStep',
    '1234',
    { command: 'insertStep', args: { title: 'Next', services: ['teams'] } },
    { title: 'Next', services: ['teams'] },
  ],
  [
    'playbook.pasteTaskRows',
    '1234',
    { command: 'pasteRows', args: { text: '2000\tAsk\n2001\tTell' } },
    { text: '2000\tAsk\n2001\tTell' },
  ],
];

export async function started(
  text: string,
  setup: ClientSetup = {},
  files: Iterable<readonly [string, string]> = [],
): Promise<TestClient> {
  const host = new MemoryFiles([[PAGE, text], ...files]);
  const client = await TestClient.inMemory(
    { capabilities: OTHER_EDITOR, initializationOptions: {}, ...setup },
    { host },
  );
  await client.open(PAGE, text);
  return client;
}

export function placeOf(client: TestClient, text: string): Range {
  const document = TextDocument.create(PAGE, 'markdown', 0, client.text(PAGE));
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `"${text}" is not in the page`);
  const start = document.positionAt(offset);
  return { start, end: start };
}

export interface Result {
  readonly applied: boolean;
  readonly message?: string;
  readonly selection?: Range;
}

export function run(client: TestClient, command: string, ...list: readonly unknown[]): Promise<Result> {
  return client.request('workspace/executeCommand', { command, arguments: list });
}

export function runAt(client: TestClient, command: string, text: string, values: object = {}): Promise<Result> {
  return run(client, command, {
    textDocument: { uri: PAGE },
    position: placeOf(client, text).start,
    ...values,
  });
}

export function shown(client: TestClient): string[] {
  return (client.said('window/showMessage') as ShowMessageParams[]).map(({ message }) => message);
}

export function lastEdit(client: TestClient): ApplyWorkspaceEditParams['edit'] {
  const requests = client.requests.filter(({ method }) => method === 'workspace/applyEdit');
  return (requests.at(-1)?.params as ApplyWorkspaceEditParams).edit;
}
