// A test of what a user of VS Code sees. It has a time limit, and where it fails it leaves what was on the screen and in the logs.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { after, before, describe as nodeDescribe, test as nodeTest } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openSessions, startSession } from './session.mjs';
import { PATIENCE } from './user.mjs';

const FAILURES = fileURLToPath(new URL('../../../out/e2e-failures', import.meta.url));
/** In milliseconds. A busy machine needs a tenth of it: what takes longer hangs. */
const LIMIT = 3 * PATIENCE;

/**
 * Set to a number, each file runs its tests in another order, which the number names.
 */
const SEED = process.env.PLAYBOOK_TEST_ORDER;

/** The sessions in which a test that runs now starts clean. @type {Set<Clean>} */
const clean = new Set();
/** What registers the tests of a file or of a `describe`, in the order in which they are written. @type {(() => void)[]} */
let written = [];

/**
 * @typedef {object} Clean
 * @property {(start?: import('./session.mjs').Start) => Promise<void>} prepare makes it clean
 * @property {() => void} suspect says that the last test may have left it in any state
 */

/**
 * A VS Code for the tests of a file or of a `describe`. Each `test` finds it with the files and settings of the start and
 * nothing open, whatever the one before has done. Its values are there when a test runs, not before.
 *
 * @param {Parameters<typeof startSession>[0]} options
 * @returns {import('./session.mjs').Session}
 */
export function useSession(options) {
  const session = /** @type {import('./session.mjs').Session} */ ({});
  /** @type {Clean} */
  let own;
  before(async () => {
    const started = await startSession(options);
    own = keepClean(started);
    clean.add(own);
    // The folder is another one after each reload.
    Object.defineProperties(session, Object.getOwnPropertyDescriptors(started));
    Object.defineProperty(session, 'folder', { get: () => started.folder });
  });
  after(async () => {
    clean.delete(own);
    await session.close?.();
  });
  return session;
}

/**
 * A new workbench takes seconds. It is needed for other settings, and after a test that failed.
 *
 * @param {import('./session.mjs').Session} session
 * @returns {Clean}
 */
function keepClean(session) {
  let isUsable = false;
  return {
    suspect: () => (isUsable = false),
    prepare: async (start) => {
      if (isUsable && start === undefined)
        await session.reset().catch((error) => {
          console.log(`The workbench could not be reset, so it is opened again: ${error}`);
          isUsable = false;
        });
      if (!isUsable || start !== undefined) await session.reload(start);
      // The next test needs the usual settings again.
      isUsable = start === undefined;
    },
  };
}

/**
 * @param {string} name
 * @param {() => unknown} body
 * @param {import('./session.mjs').Start} [start] where this test starts from something else than the others of its file
 */
export function test(name, body, start) {
  if (SEED === undefined) return register(name, body, start);
  // Their order is known when all of them are named.
  if (written.length === 0) queueMicrotask(registerShuffled);
  written.push(() => register(name, body, start));
}

/**
 * @param {string} name
 * @param {() => void} body registers the tests of the group
 */
export function describe(name, body) {
  nodeDescribe(name, () => {
    const outside = written;
    written = [];
    body();
    registerShuffled();
    written = outside;
  });
}

function registerShuffled() {
  if (written.length === 0) return;
  console.log(`In another order: PLAYBOOK_TEST_ORDER=${SEED}`);
  for (const run of shuffled(written.splice(0), Number(SEED))) run();
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
 * @param {() => unknown} body
 * @param {import('./session.mjs').Start} [start]
 */
function register(name, body, start) {
  const whole = async () => {
    for (const session of clean) await session.prepare(start);
    await body();
  };
  void nodeTest(name, async () => {
    const limit = timeLimit();
    try {
      await Promise.race([whole(), limit.reached]);
    } catch (error) {
      for (const session of clean) session.suspect();
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
