// Starts VS Code's server and stops it again, with everything it started.
import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As on a desktop, where nothing saves by itself; and everything off the screen that is not about playbooks. */
const defaultSettings = {
  // Nothing is left for the next session, nor in the cache of whoever runs the tests.
  'playbook.cache': false,
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
 * @param {number} [options.port] a free one, which the server chooses, when left out or 0
 * @returns {Promise<Server>} when the server answers
 */
export async function startServer({ host, dataDir, settings = {}, extension, args = [], token, port = 0 }) {
  writeSettings(dataDir, settings);
  if (extension) installByLink(dataDir, extension);
  const ownCache = { XDG_CACHE_HOME: join(dataDir, 'cache'), LOCALAPPDATA: join(dataDir, 'cache') };
  const child = spawn(
    host.node,
    [
      host.serverMain,
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--host=127.0.0.1',
      `--port=${port}`,
      `--server-data-dir=${dataDir}`,
      token ? `--connection-token=${token}` : '--without-connection-token',
      ...args,
    ],
    // A group of its own, so that `stop` reaches the extension host and the file watcher too.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, ...ownCache, NODE_OPTIONS: '' } },
  );
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const stop = () => stopGroup(child, ended);
  // Whatever ends this process ends the server with it: nobody else knows that it is there.
  const stopAtExit = () => child.pid !== undefined && signalGroup(child.pid, 'SIGKILL');
  process.once('exit', stopAtExit);
  void ended.then(() => process.off('exit', stopAtExit));
  const taken = await listeningPort(child, ended);
  return { port: taken, origin: `http://127.0.0.1:${taken}`, ended, stop };
}

/**
 * Writes the user settings. A workbench that is open follows.
 *
 * @param {string} dataDir
 * @param {Record<string, unknown>} settings
 */
export function writeSettings(dataDir, settings) {
  mkdirSync(join(dataDir, 'data/User'), { recursive: true });
  writeFileSync(join(dataDir, 'data/User/settings.json'), JSON.stringify({ ...defaultSettings, ...settings }, null, 2));
}

/**
 * @param {string} dataDir
 * @param {readonly { key: string, command: string, args?: unknown }[]} keybindings of the user
 */
export function writeKeybindings(dataDir, keybindings) {
  mkdirSync(join(dataDir, 'data/User'), { recursive: true });
  writeFileSync(join(dataDir, 'data/User/keybindings.json'), JSON.stringify(keybindings, null, 2));
}

/**
 * @param {string} dataDir
 * @param {string} extension
 */
function installByLink(dataDir, extension) {
  mkdirSync(join(dataDir, 'extensions'), { recursive: true });
  symlinkSync(extension, join(dataDir, 'extensions/fasttrack-playbook'));
}

/**
 * Waits until the server answers.
 *
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {Promise<unknown>} ended
 * @returns {Promise<number>} the port it listens on
 */
function listeningPort(child, ended) {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ data) => {
      // Once it runs, nobody needs its log; it is still read, or the server would block.
      if (output.length < 100_000) output += data;
      const [, port] = /Extension host agent listening on (\d+)/.exec(output) ?? [];
      if (port !== undefined) resolve(Number(port));
      else if (output.includes('EADDRINUSE'))
        reject(new Error('This port is taken. Choose another, or leave --port out.'));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    void ended.then((code) =>
      reject(new Error(`VS Code's server ended with code ${code} before it was ready:\n${output}`)),
    );
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
