import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity, type Diagnostic, type PublishDiagnosticsParams } from 'vscode-languageserver';
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
/** What the client was sent last about a file. */
const codesSent = (client: TestClient, uri: string): unknown[] => codesIn(client.published.get(uri)?.diagnostics ?? []);

/** What an editor would count that lists all that was sent. */
function countsIn(client: TestClient): { errors: number; warnings: number; infos: number } {
  const sent = [...client.published.values()].flatMap(({ diagnostics }) => diagnostics);
  const count = (counted: DiagnosticSeverity): number => sent.filter(({ severity }) => severity === counted).length;
  return {
    errors: count(DiagnosticSeverity.Error),
    warnings: count(DiagnosticSeverity.Warning),
    infos: count(DiagnosticSeverity.Information),
  };
}

test('a letter that changes in one open page is a problem in the other, which the client is told to pull', async () => {
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
  await client.until('a refresh', () =>
    client.requests.slice(before).some(({ method }) => method === 'workspace/diagnostic/refresh'),
  );
  const problem = (await client.problems(A)).find(({ code }) => code === 'task-mo-inconsistent');
  assert.equal(problem?.relatedInformation?.[0]?.location.uri, B, 'it leads to the other page');
  await client.stop();
});

test('results from before the workspace was read are reported again, whoever else has requested them in the meantime', async () => {
  const files = site();
  files.set(B, playbookWith(row('O')));
  const client = await TestClient.inMemory({ files });
  await client.open(A, files.get(A) ?? '');
  assert.ok(!codesIn(await client.problems(A)).includes('task-mo-inconsistent'), 'nobody knows the other page yet');
  await client.request('textDocument/documentLink', { textDocument: { uri: A } });
  await client.until('a refresh', () =>
    client.requests.some(({ method }) => method === 'workspace/diagnostic/refresh'),
  );
  assert.ok(codesIn(await client.problems(A)).includes('task-mo-inconsistent'));
  await client.stop();
});

test("a client that pulls and can't be asked to pull again is sent new problems (Neovim 0.10)", async () => {
  const host = new MemoryFiles(site());
  host.files.set(B, playbookWith(row('O')));
  const capabilities = { textDocument: { diagnostic: {} } };
  const client = await TestClient.inMemory({ capabilities, initializationOptions: null }, { host });
  assert.equal(client.result?.capabilities.diagnosticProvider, undefined);
  await client.open(A, host.files.get(A) ?? '');
  await client.until('the problem with the other page', () => codesSent(client, A).includes('task-mo-inconsistent'));
  await client.stop();
});

test('the server does not announce workspace/diagnostic by itself: clients that know of it keep outdated problems', async () => {
  const client = await TestClient.inMemory({ files: site() });
  assert.deepEqual(client.result?.capabilities.diagnosticProvider, {
    identifier: 'playbook',
    interFileDependencies: true,
    workspaceDiagnostics: false,
  });
  await client.stop();
});

test('after a refresh, a client that pulls its open pages again gets all new problems (Neovim)', async () => {
  const files = site();
  const client = await TestClient.inMemory({ files });
  await client.open(A, files.get(A) ?? '');
  await client.problems(A);
  await client.request('playbook/checkWorkspace', {});
  const refreshes = (): number =>
    client.requests.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  const before = refreshes();
  files.set(B, playbookWith(row('O')));
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: B, type: 2 }] });
  await client.until('a refresh', () => refreshes() > before);
  const { workspaceDiagnostics } = client.result?.capabilities.diagnosticProvider as { workspaceDiagnostics: boolean };
  const codes = workspaceDiagnostics ? [] : codesIn(await client.problems(A));
  assert.ok(codes.includes('task-mo-inconsistent'), codes.join());
  assert.equal(client.published.has(A), false, 'an open page is never sent problems');
  await client.stop();
});

test('after a check of the workspace, closed files are sent, and sent again only if something changed', async () => {
  const files = site();
  files.set(B, playbookWith(row('O')));
  files.set(TOC, '- href: a.md\n- href: gone.md\n');
  const client = await TestClient.inMemory({ files });
  const counts = await client.request<CheckWorkspaceResult>('playbook/checkWorkspace', {});
  assert.ok(counts !== null && counts.files === 2 && counts.errors > 0 && counts.warnings > 0, JSON.stringify(counts));
  assert.deepEqual(counts, { files: 2, ...countsIn(client) }, 'the summary counts what was sent');
  assert.ok(codesSent(client, TOC).includes('toc-target-missing'));
  assert.ok(
    codesSent(client, A).includes('task-mo-inconsistent') && codesSent(client, B).includes('task-mo-inconsistent'),
  );

  const sentBefore = client.said('textDocument/publishDiagnostics').length;
  files.set('file:///site/gone.md', playbookWith('| 9999 | Another | M | FastTrack Engineer | Exchange |'));
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///site/gone.md', type: 1 }] });
  await client.until('the table of contents to be right', () => !codesSent(client, TOC).includes('toc-target-missing'));
  const sentSince = client.said('textDocument/publishDiagnostics').slice(sentBefore) as PublishDiagnosticsParams[];
  assert.deepEqual(
    sentSince.map(({ uri }) => uri).filter((uri) => uri === A || uri === B),
    [],
    'what has nothing to do with it is not sent again',
  );
  await client.stop();
});

test("hints aren't counted, because editors don't list them", async () => {
  const files = new Map([
    [A, playbookWith(row('X'))],
    ['file:///site/.playbooklint.json', '{"rules": {"task-mo-letter": "hint"}}'],
  ]);
  const client = await TestClient.inMemory({ files });
  const counts = await client.request<CheckWorkspaceResult>('playbook/checkWorkspace', {});
  assert.ok(client.published.get(A)?.diagnostics.some(({ severity }) => severity === DiagnosticSeverity.Hint));
  assert.deepEqual(counts, { files: 1, ...countsIn(client) });
  await client.stop();
});

test("nothing is sent about files that aren't open until the setting is on, and everything is removed when it is off", async () => {
  let settings = { workspaceProblems: false };
  const files = site();
  files.set(B, playbookWith(row('X')));
  const client = await TestClient.inMemory({ files, settings: () => settings });
  await client.open(A, files.get(A) ?? '');
  await client.problems(A);
  settings = { workspaceProblems: true };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until('the problems of the closed page', () => codesSent(client, B).includes('task-mo-letter'));
  assert.equal(client.published.has(A), false, 'an open page is asked about');
  settings = { workspaceProblems: false };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until('them to go', () => codesSent(client, B).length === 0);
  await client.stop();
});

test('with the setting, the problems of closed pages are sent even if no page is open', async () => {
  const client = await TestClient.inMemory({
    files: new Map([[B, playbookWith(row('X'))]]),
    settings: () => ({ workspaceProblems: true }),
  });
  await client.until('its problems', () => codesSent(client, B).includes('task-mo-letter'));
  await client.stop();
});

/** What may happen to a closed page whose problems are listed, after which it has none. */
const endings: Readonly<Record<string, (files: Map<string, string>) => { uri: string; type: number }[]>> = {
  deleted: (files) => {
    files.delete(B);
    return [{ uri: B, type: 3 }];
  },
  renamed: (files) => {
    files.set('file:///site/c.md', files.get(B) ?? '');
    files.delete(B);
    return [
      { uri: 'file:///site/c.md', type: 1 },
      { uri: B, type: 3 },
    ];
  },
  ignored: (files) => {
    files.set('file:///site/.playbooklint.json', '{"ignore": ["b.md"]}');
    return [{ uri: 'file:///site/.playbooklint.json', type: 1 }];
  },
  'no longer a playbook': (files) => {
    files.set(B, '# Notes\n');
    return [{ uri: B, type: 2 }];
  },
};

for (const [name, end] of Object.entries(endings)) {
  test(`a closed page that is ${name} has no problems left`, async () => {
    const files = new Map([
      [A, playbookWith(row('M'))],
      [B, playbookWith(row('X'))],
    ]);
    const client = await TestClient.inMemory({ files });
    await client.request('playbook/checkWorkspace', {});
    assert.ok(codesSent(client, B).includes('task-mo-letter'));
    await client.notify('workspace/didChangeWatchedFiles', { changes: end(files) });
    await client.until('its problems to go', () => codesSent(client, B).length === 0);
    if (name === 'renamed')
      await client.until('them under the new name', () =>
        codesSent(client, 'file:///site/c.md').includes('task-mo-letter'),
      );
    await client.stop();
  });
}

test('a closed page has no problems left when checking is turned off for its folder', async () => {
  let isOn = true;
  const files = new Map([
    [A, playbookWith(row('X'))],
    [B, playbookWith(row('X'))],
  ]);
  const client = await TestClient.inMemory({
    files,
    settings: (item) => ({ enable: isOn || (item as { scopeUri?: string }).scopeUri !== B }),
  });
  assert.equal((await client.request<CheckWorkspaceResult>('playbook/checkWorkspace', {}))?.files, 2);
  isOn = false;
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until('its problems to go', () => codesSent(client, B).length === 0);
  assert.ok(codesSent(client, A).includes('task-mo-letter'));
  assert.equal(
    (await client.request<CheckWorkspaceResult>('playbook/checkWorkspace', {}))?.files,
    1,
    'it is not counted as checked',
  );
  await client.stop();
});

test('a page that is opened is pulled, and after it is closed, its problems on the disk are sent again', async () => {
  const files = new Map([[A, playbookWith(row('X'))]]);
  const host = new MemoryFiles(files);
  const client = await TestClient.inMemory({ initializationOptions: null }, { host });
  await client.request('playbook/checkWorkspace', {});
  assert.ok(codesSent(client, A).includes('task-mo-letter'));
  await client.open(A, files.get(A) ?? '');
  await client.problems(A);
  assert.deepEqual(codesSent(client, A), [], 'never both');
  await client.replace(A, row('X'), row('M'));
  await client.notify('textDocument/didClose', { textDocument: { uri: A } });
  await client.until('its problems', () => codesSent(client, A).includes('task-mo-letter'));
  await client.stop();
});

test("a page that isn't in a tab counts as closed, although the editor keeps the document", async () => {
  const files = new Map([
    [A, playbookWith(row('M'))],
    [B, playbookWith(row('O'))],
  ]);
  const client = await TestClient.inMemory({ files });
  await client.open(A, files.get(A) ?? '');
  await client.open(B, files.get(B) ?? '');
  await client.problems(A);
  await client.problems(B);
  await client.request('playbook/checkWorkspace', {});
  assert.equal(client.published.has(B), false);
  assert.ok(codesIn(await client.problems(A)).includes('task-mo-inconsistent'));

  await client.notify('playbook/released', { uri: B });
  await client.until('the problems of the released page', () => codesSent(client, B).includes('task-mo-inconsistent'));
  files.delete(B);
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: B, type: 3 }] });
  await client.until('them to go with the file', () => codesSent(client, B).length === 0);
  assert.ok(!codesIn(await client.problems(A)).includes('task-mo-inconsistent'), 'nor do other pages speak of it');
  await client.stop();
});

test('an open page whose file is deleted has no problems until it is edited or the file is restored', async () => {
  const files = new Map([
    [A, playbookWith(row('M'))],
    [B, playbookWith(row('O'))],
  ]);
  const client = await TestClient.inMemory({ files });
  const refreshes = (): number =>
    client.requests.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  await client.open(A, files.get(A) ?? '');
  await client.open(B, playbookWith(row('O')));
  await client.problems(B);
  await client.request('playbook/checkWorkspace', {});
  assert.ok(codesIn(await client.problems(B)).includes('task-mo-inconsistent'));
  assert.ok(codesIn(await client.problems(A)).includes('task-mo-inconsistent'));

  const before = refreshes();
  files.delete(B);
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: B, type: 3 }] });
  await client.until('a refresh', () => refreshes() > before);
  assert.deepEqual(await client.problems(B), []);
  await client.request('playbook/checkWorkspace', {});
  assert.ok(!codesIn(await client.problems(A)).includes('task-mo-inconsistent'), 'nor do other pages speak of it');

  await client.replace(B, 'Check the network', 'Look at the network');
  assert.ok(codesIn(await client.problems(B)).includes('task-mo-inconsistent'), 'it is written anew');
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///site', type: 3 }] });
  assert.deepEqual(await client.problems(B), [], 'its folder is deleted');
  files.set(B, playbookWith(row('O')));
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: B, type: 1 }] });
  assert.ok(codesIn(await client.problems(B)).includes('task-mo-inconsistent'), 'it is there again');
  await client.stop();
});

test('if the tab of a page is closed and its file is deleted at the same time, its problems are removed', async () => {
  const files = new Map([[A, playbookWith(row('X'))]]);
  const client = await TestClient.inMemory({ files });
  await client.open(A, files.get(A) ?? '');
  await client.problems(A);
  await client.request('playbook/checkWorkspace', {});
  await client.notify('playbook/released', { uri: A });
  files.delete(A);
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: A, type: 3 }] });
  await client.until('them to be withdrawn', () => client.published.get(A)?.diagnostics.length === 0);
  await client.stop();
});

test('if the tab of a page outside the workspace is closed, its problems are removed', async () => {
  const client = await TestClient.inMemory({ files: site() });
  const outside = 'file:///elsewhere/page.md';
  await client.open(outside, playbookWith(row('X')));
  assert.ok(codesIn(await client.problems(outside)).includes('task-mo-letter'));
  await client.request('playbook/checkWorkspace', {});
  await client.notify('playbook/released', { uri: outside });
  await client.until('them to be withdrawn', () => client.published.get(outside)?.diagnostics.length === 0);
  await client.stop();
});

test('a page that is shown in a tab again is pulled again, and its text counts', async () => {
  const files = new Map([
    [A, playbookWith(row('M'))],
    [B, playbookWith(row('M'))],
  ]);
  const client = await TestClient.inMemory({ files });
  await client.open(A, files.get(A) ?? '');
  await client.open(B, files.get(B) ?? '');
  await client.problems(B);
  await client.request('playbook/checkWorkspace', {});
  await client.notify('playbook/released', { uri: B });
  await client.problems(B);
  await client.replace(B, row('M'), row('O'));
  assert.ok(codesIn(await client.problems(B)).includes('task-mo-inconsistent'));
  assert.ok(codesIn(await client.problems(A)).includes('task-mo-inconsistent'));
  await client.stop();
});

test('a restarted server shows all problems if the previous one did, and reports when it is done', async () => {
  const client = await TestClient.inMemory({
    files: new Map([
      [A, playbookWith(row('X'))],
      [B, playbookWith(row('M'))],
    ]),
    initializationOptions: { readFile: true, allProblems: true },
  });
  const [done] = await client.until(
    'the end',
    () => client.said('playbook/filesWithProblems').length > 0 && client.said('playbook/filesWithProblems'),
  );
  assert.ok(codesSent(client, A).includes('task-mo-letter'));
  assert.deepEqual(done, { uris: [A] });
  await client.stop();
});

test("a client that can't pull is sent the problems of all files; those of a closed page are removed immediately or stay", async () => {
  const host = new MemoryFiles(
    new Map([
      [A, playbookWith(row('X'))],
      [B, playbookWith(row('X'))],
    ]),
  );
  const client = await TestClient.inMemory({ capabilities: POOR_CLIENT, initializationOptions: null }, { host });
  await client.open(A, host.files.get(A) ?? '');
  await client.until('its problems', () => codesSent(client, A).includes('task-mo-letter'));
  await client.notify('textDocument/didClose', { textDocument: { uri: A } });
  await client.until('them to go', () => codesSent(client, A).length === 0);
  await client.request('playbook/checkWorkspace', {});
  assert.ok(codesSent(client, A).includes('task-mo-letter') && codesSent(client, B).includes('task-mo-letter'));
  await client.stop();
});

test("a client that can't pull keeps the problems of a closed page while all problems are shown", async () => {
  const host = new MemoryFiles(new Map([[A, playbookWith(row('X'))]]));
  const client = await TestClient.inMemory({ capabilities: POOR_CLIENT, initializationOptions: null }, { host });
  await client.request('playbook/checkWorkspace', {});
  await client.open(A, playbookWith(row('M')));
  await client.until('the open text to count', () => codesSent(client, A).length === 0);
  const before = client.said('textDocument/publishDiagnostics').length;
  await client.notify('textDocument/didClose', { textDocument: { uri: A } });
  await client.until('what is on disk', () => codesSent(client, A).includes('task-mo-letter'));
  assert.equal(client.said('textDocument/publishDiagnostics').length, before + 1, 'nothing flickers');
  await client.stop();
});

test('without a folder, there is nothing to check', async () => {
  const client = await TestClient.inMemory({ files: site(), folders: null, capabilities: FULL_CLIENT });
  assert.equal(await client.request<CheckWorkspaceResult>('playbook/checkWorkspace', {}), null);
  await client.stop();
});
