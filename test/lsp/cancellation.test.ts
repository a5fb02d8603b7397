// A request about many pages lets the message that cancels it arrive, and then stops.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { allRules } from '../../server/src/core/index.js';
import type { CheckWorkspaceResult, ReportResult } from '../../server/src/protocol/index.js';
import { Cancelled, Workspace, workspaceReport } from '../../server/src/workspace/index.js';
import { TestClient } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { runCounter } from '../support/run-counter.js';

const FIRST_DAY = '2026-11-21';
const PAGES = 60;
const uris = Array.from({ length: PAGES }, (_, index) => `file:///site/page-${index}.md`);
const pages = (): Map<string, string> => new Map(uris.map((uri) => [uri, playbookWith(GOOD_ROW)]));

for (const [what, areOpen] of [
  ['open', true],
  ['closed', false],
] as const)
  test(`checking many ${what} pages stops soon after it is canceled`, async () => {
    let day = FIRST_DAY;
    const source = new CancellationTokenSource();
    const counter = runCounter(() => {
      if (day !== FIRST_DAY) source.cancel();
    });
    const client = await TestClient.inMemory(
      { files: pages() },
      { rules: [...allRules, counter.rule], today: () => day },
    );
    if (areOpen)
      for (const [uri, text] of pages()) {
        await client.open(uri, text);
        await client.problems(uri);
      }
    const before = counter.pages();
    // On another day, all pages are checked again.
    day = '2026-11-22';
    const request = client.request<CheckWorkspaceResult>('playbook/checkWorkspace', {}, source.token);
    const counts = await request.catch((error: unknown) => error);
    assert.ok(counts === null || (counts as { code: number }).code === LSPErrorCodes.ServerCancelled);
    const checked = counter.pages() - before;
    assert.ok(checked > 0 && checked < PAGES / 2, `${checked} pages were checked`);
    await client.stop();
  });

test('a report about many pages stops at the page at which it is canceled', async () => {
  const workspace = new Workspace({ host: new MemoryFiles(pages()), today: () => '2026-11-21' });
  workspace.setFolders(['file:///site']);
  let asked = 0;
  await assert.rejects(workspaceReport(workspace, 'metadata', { isCancelled: () => ++asked > 10 }), Cancelled);
  assert.equal(asked, 11);
});

test('a report lets other work run between pages', async () => {
  let pauses = 0;
  const pause = (): Promise<void> => {
    pauses++;
    return Promise.resolve();
  };
  const workspace = new Workspace({ host: new MemoryFiles(pages()), today: () => '2026-11-21', pause });
  workspace.setFolders(['file:///site']);
  await workspace.indexed();
  const before = pauses;
  await workspaceReport(workspace, 'metadata');
  assert.ok(pauses > before);
});

test('a canceled request for a report is answered as canceled', async () => {
  const client = await TestClient.inMemory({ files: pages() });
  const source = new CancellationTokenSource();
  const request = client.request<ReportResult>('playbook/report', { kind: 'metadata' }, source.token);
  await client.until('the workspace to be read', () =>
    client.requests.some(({ method }) => method === 'playbook/readFile'),
  );
  source.cancel();
  await assert.rejects(request, { code: LSPErrorCodes.ServerCancelled });
  await client.stop();
});
