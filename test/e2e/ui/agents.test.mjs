// The server for AI agents, as VS Code lists it where there are processes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, useSession } from './ui-test.mjs';

const session = useSession({
  folder: fileURLToPath(new URL('../workspace', import.meta.url)),
  settings: { 'chat.disableAIFeatures': false },
});

test('VS Code lists the server for agents, and nothing fails', async () => {
  const { page } = session;
  await session.openFile('playbooks/assess-network.md');
  await page.locator('[id="status.languageStatus"][aria-label*="Playbook"]').waitFor();
  await session.press('F1', page.locator('.quick-input-widget input.input'));
  await page.locator('.quick-input-widget input.input').fill('>MCP: List Servers');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'MCP: List Servers' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'FastTrack Playbook' }).first().waitFor();
  const logs = readdirSync(session.logs, { recursive: true }).map(String);
  const own = logs.filter((file) => file.endsWith('Playbook.log'));
  assert.equal(own.length, 1);
  for (const file of own) assert.doesNotMatch(readFileSync(join(session.logs, file), 'utf8'), /\[error\]/);
});
