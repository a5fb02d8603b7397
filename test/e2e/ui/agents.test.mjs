// The server for AI agents, as VS Code lists it where there are processes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from './interface.mjs';
import { startCommand } from './panels.mjs';
import { test, useSession } from './ui-test.mjs';

const session = useSession({ folder: SAMPLES, settings: { 'chat.disableAIFeatures': false } });

test('VS Code lists the server for agents, and nothing fails', async () => {
  const { page } = session;
  await session.openFile('english/assess-check-the-network.md');
  await page.locator('[id="status.languageStatus"][aria-label*="Playbook"]').waitFor();
  await startCommand(session, 'MCP: List Servers');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'FastTrack Playbook' }).waitFor();
  const [log, ...others] = readdirSync(session.logs, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('Playbook.log'));
  assert.deepEqual([typeof log, others], ['string', []]);
  assert.doesNotMatch(readFileSync(join(session.logs, log ?? ''), 'utf8'), /\[error\]/);
});
