import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nodeHost } from '../../server/src/cli/node-host.js';
import { BAD_ROW, playbookWith } from '../support/pages.js';
import { root } from '../support/project.js';

const cli = join(root, 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'playbook-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a file is replaced as a whole, through a link, with its mode', async () => {
  const file = join(folder, 'page.md');
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  symlinkSync(file, join(folder, 'link.md'));
  await nodeHost.replace(join(folder, 'link.md'), Buffer.from('new'));
  assert.equal(readFileSync(file, 'utf8'), 'new');
  assert.equal(statSync(file).mode & 0o777, 0o640);
  assert.ok(lstatSync(join(folder, 'link.md')).isSymbolicLink());
  assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith('.tmp')), []);
  await assert.rejects(nodeHost.replace(join(folder, 'gone.md'), Buffer.from('')));
});

test('links that lead in a circle, and links to nowhere, are not followed', async () => {
  const loop = join(folder, 'loop');
  mkdirSync(loop);
  symlinkSync(loop, join(loop, 'again'));
  symlinkSync(join(loop, 'nowhere'), join(loop, 'dead.md'));
  const entries = await nodeHost.list(loop);
  assert.deepEqual([...entries].sort((a, b) => (a.name < b.name ? -1 : 1)), [
    { name: 'again', kind: 'other' },
    { name: 'dead.md', kind: 'other' },
  ]);
});

test('the program that ships prints all of a large report through a slow pipe', { skip: !existsSync(cli) && 'dist/ is not built' }, async () => {
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  for (let page = 0; page < 4; page++) {
    writeFileSync(join(pages, `${page}.md`), playbookWith(...Array.from({ length: 1500 }, (_, row) => BAD_ROW.replace('1235', String(page * 1500 + row + 1000)))));
  }
  const child = spawn(process.execPath, [cli, '--format', 'json', pages]);
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.pause();
  setTimeout(() => child.stdout.resume(), 300);
  child.stdout.on('data', (data: string) => (output += data));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  assert.equal(code, 1);
  assert.equal((JSON.parse(output) as { files: unknown[] }).files.length, 4);
  assert.ok(output.length > 1_000_000);
});

test('the program that ships ends with the exit code of the run', { skip: !existsSync(cli) && 'dist/ is not built' }, () => {
  assert.equal(spawnSync(process.execPath, [cli, 'no-such-file.md']).status, 2);
  assert.equal(spawnSync(process.execPath, [cli, '--stdin'], { input: '# Nothing\n' }).status, 0);
});
