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
  // VS Code writes a log some time after the lines were added.
  await session.until(() => logs().length > 0, 'the log of the extension');
  for (const log of logs()) assert.doesNotMatch(readFileSync(log, 'utf8'), /\[error\]/);
});

/** The logs of the extension, one for each window. */
const logs = () =>
  readdirSync(session.logs, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('Playbook.log'))
    .map((file) => join(session.logs, file));
