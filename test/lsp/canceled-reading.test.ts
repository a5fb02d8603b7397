import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { TestClient } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const A = 'file:///site/a.md';

for (const [method, params] of [
  ['playbook/checkWorkspace', {}],
  ['playbook/fixWorkspace', {}],
  ['playbook/workspaceTasks', {}],
  ['playbook/workspaceRead', {}],
  ['playbook/knownTasks', { uri: A }],
  ['playbook/rowOffers', { uri: A, typed: '', ownId: '' }],
] as const)
  test(`${method} can be canceled while the workspace is being read`, async () => {
    let goOn = (): void => undefined;
    const listing = new Promise<void>((resolve) => (goOn = resolve));
    const client = await TestClient.inMemory({ files: new Map([[A, playbookWith(GOOD_ROW)]]), listing });
    const canceling = new CancellationTokenSource();
    const answer = client.request(method, params, canceling.token);
    await client.until('the folder to be listed', () =>
      client.requests.some((request) => request.method === 'playbook/listFiles'),
    );
    canceling.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.ServerCancelled });
    // The reading goes on, and the next request gets its result.
    goOn();
    assert.equal(await client.request('playbook/workspaceRead', {}), true);
    await client.stop();
  });
