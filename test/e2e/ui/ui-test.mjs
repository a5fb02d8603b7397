// A test of what a user of VS Code sees. It has a time limit, and where it fails it leaves what was on the screen and in the logs.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { after, before, test as nodeTest } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openSessions, startSession } from './session.mjs';

const FAILURES = fileURLToPath(new URL('../../../out/e2e-failures', import.meta.url));
/** In milliseconds. A busy machine needs a tenth of it: what takes longer hangs. */
const LIMIT = 300_000;

/**
 * Set to a number, each file runs its tests in another order, which the number names.
 */
const SEED = process.env.PLAYBOOK_TEST_ORDER;

/** The sessions of this file that each test finds as new. @type {import('./session.mjs').Session[]} */
const renewed = [];
/** @type {(() => void)[]} what registers the tests of a file or of a `describe`, in the order in which they are written */
const written = [];

/**
 * A VS Code for the tests of a file. Each `test` finds it with a fresh copy of the folder and nothing open, whatever the one
 * before has done. Its values are there when a test runs, not before.
 *
 * @param {Parameters<typeof startSession>[0]} options
 * @returns {import('./session.mjs').Session}
 */
export function useSession(options) {
  const session = /** @type {import('./session.mjs').Session} */ ({});
  before(async () => {
    const started = await startSession(options);
    const renew = async (/** @type {import('./session.mjs').Scene} */ scene = {}) => {
      await started.renew(scene);
      session.folder = started.folder;
    };
    Object.assign(session, started, { renew });
  });
  after(() => session.close?.());
  renewed.push(session);
  return session;
}

/**
 * @param {string} name
 * @param {() => Promise<unknown>} body
 * @param {import('./session.mjs').Scene} [scene] where this test starts from something else than the others of its file
 */
export function test(name, body, scene) {
  if (SEED === undefined) return register(name, body, scene);
  // Their order is known when all of them are named.
  if (written.length === 0) queueMicrotask(() => registerShuffled(Number(SEED)));
  written.push(() => register(name, body, scene));
}

function registerShuffled(/** @type {number} */ seed) {
  console.log(`In another order: PLAYBOOK_TEST_ORDER=${seed}`);
  for (const run of shuffled(written.splice(0), seed)) run();
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {number} seed
 */
function shuffled(items, seed) {
  const rest = [...items];
  let state = seed >>> 0;
  return items.flatMap(() => {
    // The constants of Numerical Recipes. The low bits repeat soon.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return rest.splice(Math.floor((state / 2 ** 32) * rest.length), 1);
  });
}

/**
 * @param {string} name
 * @param {() => Promise<unknown>} body
 * @param {import('./session.mjs').Scene} [scene]
 */
function register(name, body, scene) {
  const whole = async () => {
    for (const session of renewed) await session.renew(scene);
    await body();
  };
  void nodeTest(name, async () => {
    const limit = timeLimit();
    try {
      await Promise.race([whole(), limit.reached]);
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
  const reached = new Promise(
    (_, reject) => (timer = setTimeout(() => reject(new Error(`Not done after ${LIMIT / 1000} seconds`)), LIMIT)),
  );
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
