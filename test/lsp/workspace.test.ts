import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import type { CheckWorkspaceResult } from '../../server/src/protocol/index.js';
import { FULL_CLIENT, POOR_CLIENT, TestClient } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import { playbookWith } from '../support/pages.js';

const A = 'file:///site/a.md';
const B = 'file:///site/b.md';
const TOC = 'file:///site/toc.yml';

const row = (letter: string): string => `| 1234 | Check the network | ${letter} | FastTrack Engineer | Exchange |`;

function site(): Map<string, string> {
  return new Map([
    [A, playbookWith(row('M'))],
    [B, playbookWith(row('M'))],
    [TOC, '- href: a.md\n- href: b.md\n'],
  ]);
}

const codesIn = (items: readonly Diagnostic[]): unknown[] => items.map(({ code }) => code);

test('a letter that changes in one open page is a problem in the other, which the client is told to ask for', async () => {
  const files = site();
  const client = await TestClient.inMemory({ files });
  await client.open(A, files.get(A) ?? '');
  await client.open(B, files.get(B) ?? '');
  await client.problems(A);
  await client.request<CheckWorkspaceResult>('playbook/checkWorkspace', {});
  const before = client.requests.length;
  assert.ok(!codesIn(await client.problems(A)).includes('task-mo-inconsistent'));
  await client.problems(B);
  await client.replace(B, row('M'), row('O'));
  assert.ok(codesIn(await client.problems(B)).includes('task-mo-inconsistent'));
  await client.until('a refresh', () => client.requests.slice(before).some(({ method }) => method === 'workspace/diagnostic/refresh'));
  const problem = (await client.problems(A)).find(({ code }) => code === 'task-mo-inconsistent');
  assert.equal(problem?.relatedInformation?.[0]?.location.uri, B, 'it leads to the other page');
  await client.stop();
});

test('what was told before the workspace was read is told anew, whoever else has asked in the meantime', async () => {
  const files = site();
  files.set(B, playbookWith(row('O')));
  const client = await TestClient.inMemory({ files });
  await client.open(A, files.get(A) ?? '');
  assert.ok(!codesIn(await client.problems(A)).includes('task-mo-inconsistent'), 'nobody knows the other page yet');
  await client.request('textDocument/documentLink', { textDocument: { uri: A } });
  await client.until('a refresh', () => client.requests.some(({ method }) => method === 'workspace/diagnostic/refresh'));
  assert.ok(codesIn(await client.problems(A)).includes('task-mo-inconsistent'));
  await client.stop();
});

test('the workspace is checked when a person asks, and told again only where something has changed', async () => {
  const files = site();
  files.set(B, playbookWith(row('O')));
  files.set(TOC, '- href: a.md\n- href: gone.md\n');
  const client = await TestClient.inMemory({ files });
  const pull = (previousResultIds: { uri: string; value: string }[]): Promise<WorkspaceDiagnosticReport> => client.request('workspace/diagnostic', { previousResultIds });
  const waiting = pull([]);
  const counts = await client.request<CheckWorkspaceResult>('playbook/checkWorkspace', {});
  assert.ok(counts !== null && counts.files === 2 && counts.errors > 0 && counts.warnings > 0, JSON.stringify(counts));
  const first = await waiting;
  const of = (report: WorkspaceDiagnosticReport, uri: string) => report.items.find((item) => item.uri === uri);
  const toc = of(first, TOC);
  assert.ok(toc?.kind === 'full' && codesIn(toc.items).includes('toc-target-missing'));
  assert.ok(of(first, A) !== undefined && of(first, B) !== undefined);

  const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
  const next = pull(known);
  files.set('file:///site/gone.md', playbookWith('| 9999 | Another | M | FastTrack Engineer | Exchange |'));
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///site/gone.md', type: 1 }] });
  const second = await next;
  assert.deepEqual(second.items.map(({ uri }) => uri).filter((uri) => uri === A || uri === B), [], 'who has nothing to do with it is not told again');
  const mended = of(second, TOC);
  assert.ok(mended?.kind === 'full' && !codesIn(mended.items).includes('toc-target-missing'));
  await client.stop();
});

test('nothing is told of files that nobody has open until somebody asks for them', async () => {
  let settings = { workspaceProblems: false };
  const files = site();
  files.set(B, playbookWith(row('X')));
  const client = await TestClient.inMemory({ files, settings: () => settings });
  let answered = false;
  const waiting = client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] }).then((report) => {
    answered = true;
    return report;
  });
  await client.open(A, files.get(A) ?? '');
  await client.problems(A);
  assert.equal(answered, false);
  settings = { workspaceProblems: true };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  const { items } = await waiting;
  assert.ok(items.some(({ uri }) => uri === B));
  assert.ok(!items.some(({ uri }) => uri === A), 'an open document has its own way');
  await client.stop();
});

test('a client that takes parts gets parts', async () => {
  const files = new Map(Array.from({ length: 120 }, (_, index) => [`file:///site/p${index}.md`, playbookWith(row('X'))] as const));
  const client = await TestClient.inMemory({ files });
  await client.request('playbook/checkWorkspace', {});
  const report = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'parts' });
  assert.deepEqual(report.items, []);
  const parts = client.said('$/progress').filter((params) => (params as { token: unknown }).token === 'parts') as { value: WorkspaceDiagnosticReport }[];
  assert.ok(parts.length > 1);
  assert.equal(parts.flatMap(({ value }) => value.items).length, 120);
  await client.stop();
});

test('a client that does not ask is sent the problems of all files', async () => {
  const host = new MemoryFiles(site());
  host.files.set(B, playbookWith(row('X')));
  const client = await TestClient.inMemory({ capabilities: POOR_CLIENT, initializationOptions: null }, { host });
  await client.request('playbook/checkWorkspace', {});
  assert.ok(codesIn(client.published.get(B)?.diagnostics ?? []).includes('task-mo-letter'));
  await client.stop();
});

test('without a folder there is nothing to check', async () => {
  const client = await TestClient.inMemory({ files: site(), folders: null, capabilities: FULL_CLIENT });
  assert.equal(await client.request<CheckWorkspaceResult>('playbook/checkWorkspace', {}), null);
  await client.stop();
});
