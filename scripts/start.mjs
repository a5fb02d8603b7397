// npm start [folder]: installs, builds, and opens a real VS Code with the extension on a folder of playbooks.
//
//   npm start                       the samples
//   npm start ../my-playbooks       another folder
//   npm start -- --server           in the browser even when a desktop VS Code is installed
//   npm start -- --server --port 8080
//
// Plain JavaScript without packages at the top: on a fresh clone there are none yet.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installHost } from '../test/e2e/host/install.mjs';
import { startServer } from '../test/e2e/host/server.mjs';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What Ctrl-C has to end. */
const cleanups = /** @type {(() => Promise<void>)[]} */ ([]);

async function main() {
  const { folder, server, port } = readArguments();
  const code = server ? undefined : desktopVsCode();
  console.log(`Opening VS Code${code ? '' : ' in the browser'} with the playbook extension on ${folder}`);
  await installPackages(root);
  console.log('Building …');
  const build = await runNode(['esbuild.js'], { cwd: root });
  if (build.code !== 0) throw new Error('The build failed.');
  return code ? openDesktop(code, folder) : openServer(folder, port);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { server: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
  });
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? join(root, 'samples'));
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${values.port} is not a port`);
  return { folder, server: values.server || port > 0, port };
}

/** The `code` command, when it can open a window here: not without a display, not for root, not inside a remote terminal. */
function desktopVsCode() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  if (process.getuid?.() === 0 || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, name))
    .find((path) => existsSync(path));
}

/**
 * @param {string} code
 * @param {string} folder
 * @returns {Promise<number>}
 */
function openDesktop(code, folder) {
  console.log('Close the window, or press Ctrl-C here, to end.');
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder];
  const child = spawn(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  cleanups.push(async () => void child.kill());
  return new Promise((end, fail) => child.on('error', fail).on('exit', (exitCode) => end(exitCode ?? 0)));
}

/**
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<number>}
 */
async function openServer(folder, port) {
  const host = await installHost(console.log);
  const dataDir = mkdtempSync(join(tmpdir(), 'playbook-start-'));
  cleanups.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  console.log('Starting VS Code …');
  const token = randomBytes(12).toString('hex');
  const server = await startServer({
    host,
    dataDir,
    token,
    port,
    extension: root,
    // The page that explains the samples comes first.
    settings: { 'workbench.startupEditor': 'readme' },
    args: ['--disable-workspace-trust'],
  });
  cleanups.push(server.stop);
  // The folder is part of the address: under the server's default folder VS Code shows no problem in the editor itself.
  const query = new URLSearchParams({ folder: decodeURIComponent(pathToFileURL(folder).pathname), tkn: token });
  console.log(`\n  Open ${server.origin}/?${query}\n\nPress Ctrl-C to end.`);
  const code = await server.ended;
  throw new Error(`VS Code's server ended with code ${code}.`);
}

let ending = false;

/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup().catch(() => undefined);
  process.exit(code);
}

/** npm runs this script through a shell, which a signal ends without being passed on. All that shows is another parent. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void end(0), 500).unref();
}

endWithParent();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
main().then(end, (error) => {
  // Ending the server by Ctrl-C is no error, though it looks like one to who waits for the server.
  if (ending) return;
  console.error(error instanceof Error ? error.message : error);
  return end(1);
});
