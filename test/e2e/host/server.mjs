// Starts VS Code's server and stops it again, with everything it started.
import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** As on a desktop, where nothing saves by itself; and everything off the screen that is not about playbooks. */
const defaultSettings = {
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin
 * @property {Promise<number | null>} ended the exit code, once the server has ended by itself or by `stop`
 * @property {() => Promise<void>} stop
 *
 * @param {object} options
 * @param {import('./install.mjs').Host} options.host
 * @param {string} options.dataDir settings, logs and installed extensions
 * @param {Record<string, unknown>} [options.settings] user settings
 * @param {string} [options.extension] its folder: installed by a link, so a new build counts after "Developer: Reload Window"
 * @param {string[]} [options.args] more flags of VS Code's server
 * @param {string} [options.token] who does not know it is turned away; without it every local process may connect
 * @param {number} [options.port] a free one when left out
 * @returns {Promise<Server>} when the server answers
 */
export async function startServer({ host, dataDir, settings = {}, extension, args = [], token, port }) {
  writeSettings(dataDir, { ...defaultSettings, ...settings });
  if (extension) installByLink(dataDir, extension);
  const chosen = port ?? (await freePort());
  const child = spawn(
    host.node,
    [
      host.serverMain,
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--host=127.0.0.1',
      `--port=${chosen}`,
      `--server-data-dir=${dataDir}`,
      token ? `--connection-token=${token}` : '--without-connection-token',
      ...args,
    ],
    // A group of its own, so that `stop` reaches the extension host and the file watcher too.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const stop = () => stopGroup(child, ended);
  await ready(child, ended);
  return { port: chosen, origin: `http://127.0.0.1:${chosen}`, ended, stop };
}

/**
 * @param {string} dataDir
 * @param {Record<string, unknown>} settings
 */
function writeSettings(dataDir, settings) {
  mkdirSync(join(dataDir, 'data/User'), { recursive: true });
  writeFileSync(join(dataDir, 'data/User/settings.json'), JSON.stringify(settings, null, 2));
}

/**
 * @param {string} dataDir
 * @param {string} extension
 */
function installByLink(dataDir, extension) {
  mkdirSync(join(dataDir, 'extensions'), { recursive: true });
  symlinkSync(extension, join(dataDir, 'extensions/fasttrack-playbook'));
}

/** A port nobody listens on. */
export function freePort() {
  return canListen(0);
}

/**
 * @param {number} port
 * @returns {Promise<number>} the port, once it was seen to be free
 */
export function canListen(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', () => reject(new Error(`Port ${port} is taken. Choose another, or leave --port out.`)));
    probe.listen(port, '127.0.0.1', () => {
      const { port: free } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(free));
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {Promise<unknown>} ended
 * @returns {Promise<void>}
 */
function ready(child, ended) {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ data) => {
      // Once it runs, its log is of no use to anybody; it is still read, or the server would block.
      if (output.length < 100_000) output += data;
      if (output.includes('Extension host agent listening')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    void ended.then((code) => reject(new Error(`VS Code's server ended with code ${code} before it was ready:\n${output}`)));
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} ended
 */
async function stopGroup(child, ended) {
  if (child.pid === undefined) return;
  signalGroup(child.pid, 'SIGTERM');
  const late = new Promise((resolve) => setTimeout(resolve, 3000, 'late').unref());
  await Promise.race([ended, late]);
  // The leader may be gone and have left somebody behind.
  signalGroup(child.pid, 'SIGKILL');
  await ended;
}

/**
 * @param {number} leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody left in the group.
  }
}
