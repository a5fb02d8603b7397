// Prints how long VS Code waits for the extension when a playbook is opened: a JSON list of milliseconds, one for each
// new workbench. VS Code itself measures it.
//
//   node test/bench/report/activation.mjs ROUNDS
import { fileURLToPath } from 'node:url';
import { startSession } from '../../e2e/ui/session.mjs';

const folder = fileURLToPath(new URL('../../e2e/workspace', import.meta.url));
const rounds = Number(process.argv[2] ?? 3);

// Standard output is for the answer.
console.log = console.error;
const session = await startSession({ folder });
/** @type {number[]} */
const times = [];
try {
  for (let round = 0; round < rounds; round++) times.push(await activationTime());
} finally {
  await session.close();
}
process.stdout.write(JSON.stringify(times));

async function activationTime() {
  await session.reload();
  await session.openFile('playbooks/assess-network.md');
  await session.page.locator('[id="status.languageStatus"][aria-label*="Playbook"]').waitFor();
  await session.runCommand('Developer: Show Running Extensions');
  const row = session.page.locator('.runtime-extensions-editor .extension', { hasText: 'FastTrack Playbook' }).first();
  const text = (await row.locator('.activation-time').textContent()) ?? '';
  const [, milliseconds] = /(\d+)\s*ms/.exec(text) ?? [];
  if (milliseconds === undefined) throw new Error(`VS Code doesn't say how long the activation took: "${text}"`);
  return Number(milliseconds);
}
