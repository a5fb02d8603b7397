import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { TestClient } from '../support/lsp-client.js';
import { root } from '../support/project.js';

const server = join(root, 'dist/node/server.js');
const PAGE = 'file:///site/page.md';

test(
  'the shipped server communicates over standard input and output',
  { skip: !existsSync(server) && 'dist/ is not built' },
  async () => {
    const client = await TestClient.overStdio(server);
    await client.open(PAGE, playbookWith(GOOD_ROW, BAD_ROW));
    assert.ok((await client.problems(PAGE)).some(({ code }) => code === 'task-mo-letter'));
    await client.replace(PAGE, '| X |', '| O |');
    assert.ok(!(await client.problems(PAGE)).some(({ code }) => code === 'task-mo-letter'));
    await client.stop();
  },
);

test('the program explains itself if a person starts it', { skip: !existsSync(server) && 'dist/ is not built' }, () => {
  const start = (...argv: string[]) => spawnSync(process.execPath, [server, ...argv], { encoding: 'utf8' });
  assert.match(start('--version').stdout, /^\d+\.\d+\.\d+\n$/);
  assert.match(start('--help').stdout, /--stdio/);
  assert.equal(start().status, 2);
});
