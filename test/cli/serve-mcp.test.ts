import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli, type Output } from './memory-host.js';

const FILES = new Map([
  ['/site/pages/a.md', ''],
  ['/other/b.md', ''],
]);

async function served(...argv: string[]): Promise<Output & { readonly folders: readonly string[] | undefined }> {
  let folders: readonly string[] | undefined;
  const output = await runCli(argv, FILES, {
    serveTools: (paths) => {
      folders = paths;
      return Promise.resolve();
    },
  });
  return { ...output, folders };
}

test('--mcp serves the specified folders, or the working directory', async () => {
  assert.deepEqual((await served('--mcp')).folders, ['/site']);
  const { code, stdout, stderr, folders } = await served('--mcp', 'pages', '../other');
  assert.deepEqual(folders, ['/site/pages', '/other']);
  assert.deepEqual([code, stdout, stderr], [0, '', '']);
});

test('--mcp requires folders', async () => {
  for (const [path, says] of [
    ['pages/a.md', `"pages/a.md" isn't a folder`],
    ['missing', 'No such folder: "missing"'],
  ] as const) {
    const { code, stdout, stderr, folders } = await served('--mcp', path);
    assert.deepEqual([code, stdout, folders], [2, '', undefined]);
    assert.equal(stderr, `playbook-lint: ${says}\n`);
  }
});

test("--mcp can't be used with other options", async () => {
  for (const option of [['--fix'], ['--stdin'], ['--format', 'json'], ['--config', 'a.json'], ['--report', 'tasks']]) {
    const { code, stderr, folders } = await served('--mcp', ...option);
    assert.deepEqual([code, folders], [2, undefined]);
    assert.ok(stderr.includes(`--mcp can't be used with ${option[0] ?? ''}`), stderr);
  }
});
