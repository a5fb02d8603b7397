import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';
const OTHER = 'file:///site/other.md';

test('a file that the client cannot read is logged with the reason, and links to it are not reported', async () => {
  const text = playbookWith(GOOD_ROW, '', '[Other](other.md)');
  const files = new Map([
    [PAGE, text],
    [OTHER, playbookWith(GOOD_ROW)],
  ]);
  const unreadable = new Map([[OTHER, 'permission denied']]);
  const client = await TestClient.inMemory({ files, unreadable });
  await client.open(PAGE, text);
  await client.request('playbook/checkWorkspace', {});
  const codes = (await client.problems(PAGE)).map(({ code }) => code);
  assert.ok(!codes.includes('link-target-missing'));
  const warnings = client.said('window/logMessage').filter((message) => (message as { type: number }).type === 2);
  assert.deepEqual(warnings, [{ type: 2, message: `${OTHER} can't be read: permission denied` }]);
  await client.stop();
});

test('a client that fails to answer does not make files missing', async () => {
  const text = playbookWith(GOOD_ROW, '', '[Other](other.md)');
  const files = new Map([
    [PAGE, text],
    [OTHER, playbookWith(GOOD_ROW)],
  ]);
  const get = files.get.bind(files);
  files.get = (uri) => {
    if (uri === OTHER) throw new Error('the file system is asleep');
    return get(uri);
  };
  const client = await TestClient.inMemory({ files });
  await client.open(PAGE, text);
  await client.request('playbook/checkWorkspace', {});
  const messages = client.said('window/logMessage').map((message) => (message as { message: string }).message);
  assert.ok(messages.some((message) => message.startsWith(OTHER) && message.includes('the file system is asleep')));
  assert.ok(!(await client.problems(PAGE)).some(({ code }) => code === 'link-target-missing'));
  await client.stop();
});
