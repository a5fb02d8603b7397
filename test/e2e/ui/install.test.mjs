// The packaged extension, installed as its users do it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { installHost } from '../host/install.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

test('VS Code installs the .vsix file', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pb-install-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const host = await installHost(console.log);
  execFileSync(process.execPath, ['scripts/package.mjs', '--out', folder], { cwd: root, stdio: 'pipe' });
  const { name, publisher, version, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  /** @param {string[]} args */
  const code = (...args) =>
    execFileSync(
      host.node,
      [host.serverMain, '--accept-server-license-terms', `--server-data-dir=${join(folder, 'data')}`, ...args],
      { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    );
  code('--install-extension', join(folder, `${name}-${version}.vsix`));
  assert.match(code('--list-extensions', '--show-versions'), new RegExp(`^${publisher}\\.${name}@${version}$`, 'm'));
  const extensions = join(folder, 'data/extensions');
  const [installed = ''] = readdirSync(extensions).filter((entry) => entry.startsWith(`${publisher}.${name}`));
  assert.ok(existsSync(join(extensions, installed, main)), main);
});
