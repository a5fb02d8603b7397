/** The page on what works where names everything that exists, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { agentTools } from '../../server/src/agent-tools/tools/index.js';
import { helpText } from '../../server/src/cli/help.js';
import { english } from '../support/english.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';
import { root } from '../support/project.js';

interface Manifest {
  readonly browser: string;
  readonly capabilities: object;
  readonly contributes: { readonly commands: readonly { readonly title: string }[] };
}

const page = readFileSync(join(root, 'docs/where-it-works.md'), 'utf8');
const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const titles: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));

test('every command is listed', () => {
  const listed = [...page.matchAll(/^\| \*Playbook: ([^*]+)\* \|/gm)].map(([, title]) => title);
  const commands = manifest.contributes.commands.map(({ title }) => titles[title.slice(1, -1)]?.replace('…', ''));
  assert.deepEqual(listed, commands.sort());
});

test('every capability that the server announces is listed, and no other', async () => {
  const client = await TestClient.inMemory({
    capabilities: { ...FULL_CLIENT, workspace: { ...FULL_CLIENT.workspace, fileOperations: { willRename: true } } },
  });
  const capabilities = client.result?.capabilities ?? {};
  await client.stop();
  const announced = Object.keys(capabilities).filter((name) => name.endsWith('Provider'));
  assert.deepEqual(
    [...page.matchAll(/`(\w+Provider)`/g)].map(([, name]) => name).sort(),
    announced.filter((name) => name !== 'executeCommandProvider').sort(),
  );
  assert.ok(capabilities.workspace?.fileOperations?.willRename);
});

test('the options of the command line and the tools for agents exist', () => {
  const help = helpText(english);
  for (const [, option = ''] of page.matchAll(/(?<!-)(--[a-z][a-z-]*)/g)) assert.ok(help.includes(option), option);
  const tools = agentTools.map(({ name }) => name);
  for (const [, name = ''] of page.matchAll(/`([a-z]+_[a-z_]+)`/g)) assert.ok(tools.includes(name), name);
  for (const name of tools) assert.ok(page.includes(`\`${name}\``), name);
});

test('the extension runs in browsers, in Restricted Mode and in virtual folders', () => {
  assert.equal(typeof manifest.browser, 'string');
  assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
});
