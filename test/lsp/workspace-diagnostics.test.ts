// `workspace/diagnostic`: a client that asks gets a complete answer; only a client that says that it handles the request is told of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Diagnostic,
  PreviousResultId,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { FULL_CLIENT, POOR_CLIENT, TestClient, type ClientSetup } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import { playbookWith } from '../support/pages.js';

const A = 'file:///site/a.md';
const B = 'file:///site/b.md';
const TOC = 'file:///site/toc.yml';
const CONFIG = 'file:///site/.playbooklint.json';
const row = (letter: string): string => `| 1234 | Check the network | ${letter} | FastTrack Engineer | Exchange |`;

async function started(
  setup: ClientSetup = {},
  files: Iterable<readonly [string, string]> = [],
): Promise<{ client: TestClient; host: MemoryFiles }> {
  const host = new MemoryFiles([
    [A, playbookWith(row('M'))],
    [B, playbookWith(row('O'))],
    [TOC, '- href: a.md\n- href: gone.md\n'],
    ...files,
  ]);
  const client = await TestClient.inMemory({ initializationOptions: {}, ...setup }, { host });
  return { client, host };
}

function ask(
  client: TestClient,
  previousResultIds: PreviousResultId[] = [],
  more: object = {},
): Promise<WorkspaceDiagnosticReport> {
  return client.request('workspace/diagnostic', { previousResultIds, ...more });
}

const codesIn = (items: readonly Diagnostic[] = []): unknown[] => items.map(({ code }) => code);

function full({ items }: WorkspaceDiagnosticReport, uri: string): WorkspaceFullDocumentDiagnosticReport {
  const report = items.find((item) => item.uri === uri);
  return report?.kind === 'full' ? report : assert.fail(`no problems of ${uri}`);
}

const idsOf = ({ items }: WorkspaceDiagnosticReport): PreviousResultId[] =>
  items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));

test('a client that asks once gets the problems of all files: open, closed, tables of contents, configuration', async () => {
  const { client } = await started({}, [[CONFIG, '{ "rules": { "none": "off" } }']]);
  await client.open(A, playbookWith(row('M')));
  const report = await ask(client, [], { partialResultToken: 'p', workDoneToken: 'w' });
  assert.ok(codesIn(full(report, A).items).includes('task-mo-inconsistent'));
  assert.equal(full(report, A).version, 1);
  assert.ok(codesIn(full(report, B).items).includes('task-mo-inconsistent'));
  assert.equal(full(report, B).version, null);
  assert.ok(codesIn(full(report, TOC).items).includes('toc-target-missing'));
  assert.ok(full(report, CONFIG).items.length > 0);
  assert.equal(new Set(report.items.map(({ uri }) => uri)).size, report.items.length, 'each file once');
  assert.deepEqual(full(report, A).items, await client.problems(A), 'as for the page itself');
  await client.stop();
});

test('what the client has is not sent again, and problems that are gone are an empty list', async () => {
  const { client, host } = await started();
  const first = await ask(client);
  const second = await ask(client, idsOf(first));
  assert.deepEqual(new Set(second.items.map(({ kind }) => kind)), new Set(['unchanged']));
  host.files.set(TOC, '- href: a.md\n- href: b.md\n');
  host.files.delete(B);
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: TOC, type: 2 },
      { uri: B, type: 3 },
    ],
  });
  const third = await ask(client, idsOf(second));
  assert.deepEqual(full(third, B).items, []);
  assert.ok(!codesIn(full(third, A).items).includes('task-mo-inconsistent'));
  const fourth = await ask(client, idsOf(third));
  assert.deepEqual(new Set(fourth.items.map(({ kind }) => kind)), new Set(['unchanged']));
  await client.stop();
});

test('the request is announced only to a client that says that it handles it', async () => {
  const announced = async (setup: ClientSetup): Promise<unknown> => {
    const { client } = await started(setup);
    await client.stop();
    const provider = client.result?.capabilities.diagnosticProvider;
    return provider && 'workspaceDiagnostics' in provider ? provider.workspaceDiagnostics : undefined;
  };
  assert.equal(await announced({}), false);
  assert.equal(await announced({ initializationOptions: { workspaceDiagnostics: 'yes' } }), false);
  assert.equal(await announced({ initializationOptions: { workspaceDiagnostics: true } }), true);
  assert.equal(
    await announced({ initializationOptions: { workspaceDiagnostics: true }, capabilities: POOR_CLIENT }),
    undefined,
  );
});

test('such a client is never sent the problems of other files, and is asked to request them again after each change', async () => {
  const { client, host } = await started({
    initializationOptions: { workspaceDiagnostics: true, settings: { workspaceProblems: true } },
  });
  await ask(client);
  const refreshes = (): number =>
    client.requests.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  const before = refreshes();
  host.files.set(B, playbookWith(row('M')));
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: B, type: 2 }] });
  await client.until('a refresh', () => refreshes() > before);
  const report = await ask(client);
  assert.ok(!JSON.stringify(report.items).includes('task-mo-inconsistent'));
  await client.request('workspace/executeCommand', { command: 'playbook.checkWorkspace' });
  assert.equal(client.published.size, 0);
  await client.stop();
});

test('after a change of another page, the problems of an open page arrive in a client that pulls, and in one that is sent them', async () => {
  const pulling = await started({ capabilities: FULL_CLIENT });
  await pulling.client.open(A, playbookWith(row('M')));
  await pulling.client.open(B, playbookWith(row('M')));
  await ask(pulling.client);
  const { resultId } = await pulling.client.pull(A);
  await pulling.client.pull(B);
  const before = pulling.client.requests.length;
  await pulling.client.replace(B, row('M'), row('O'));
  await pulling.client.pull(B);
  await pulling.client.until('a refresh', () =>
    pulling.client.requests.slice(before).some(({ method }) => method === 'workspace/diagnostic/refresh'),
  );
  const report = await pulling.client.pull(A, resultId);
  assert.ok(report.kind === 'full' && codesIn(report.items).includes('task-mo-inconsistent'));
  await pulling.client.stop();

  const { client } = await started({ capabilities: POOR_CLIENT });
  await client.open(A, playbookWith(row('M')));
  await client.open(B, playbookWith(row('M')));
  await client.until('the problems of both', () => client.published.has(A) && client.published.has(B));
  await client.replace(B, row('M'), row('O'));
  await client.until('the new problem', () =>
    codesIn(client.published.get(A)?.diagnostics).includes('task-mo-inconsistent'),
  );
  await client.stop();
});
