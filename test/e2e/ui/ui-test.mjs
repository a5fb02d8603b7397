// A test of what a user of VS Code sees. It has a time limit, and where it fails it leaves what was on the screen and in the logs.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { test as nodeTest } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openSessions } from './session.mjs';

const FAILURES = fileURLToPath(new URL('../../../out/e2e-failures', import.meta.url));
/** In milliseconds. A busy machine needs a tenth of it: what takes longer hangs. */
const LIMIT = 300_000;

/**
 * @param {string} name
 * @param {() => Promise<unknown>} body
 */
export function test(name, body) {
  void nodeTest(name, async () => {
    const limit = timeLimit();
    try {
      await Promise.race([body(), limit.reached]);
    } catch (error) {
      await keepTraces(name).catch(console.error);
      throw error;
    } finally {
      limit.clear();
    }
  });
}

function timeLimit() {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const reached = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`Not done after ${LIMIT / 1000} seconds`)), LIMIT)));
  return { reached, clear: () => clearTimeout(timer) };
}

/**
 * A screenshot, the pages and VS Code's logs, the Playbook output among them, of each open session.
 *
 * @param {string} name of the test
 */
async function keepTraces(name) {
  const file = basename(process.argv[1] ?? '', '.test.mjs');
  const folder = join(FAILURES, `${file} ${name}`.replace(/[^\p{L}\p{N}]+/gu, '-'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [index, session] of [...openSessions].entries()) {
    const own = join(folder, String(index + 1));
    cpSync(session.logs, join(own, 'logs'), { recursive: true });
    cpSync(session.folder, join(own, 'pages'), { recursive: true, filter: (path) => basename(path) !== '.git' });
    writeFileSync(join(own, 'console.log'), session.consoleLines.join('\n'));
    await session.page.screenshot({ path: join(own, 'screen.png'), timeout: 30_000 });
  }
  console.log(`What was on the screen and in the logs: ${relative('.', folder)}`);
}
