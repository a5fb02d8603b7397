#!/usr/bin/env node
// A VS Code to run tests in, as @vscode/test-electron starts one: understands the flags of the desktop's executable and
// opens the server host in a headless browser instead. Ends with the exit code of the suite.
import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { installHost } from './install.mjs';
import { startServer } from './server.mjs';
import { openWorkbench, webWorkerSettings } from './workbench.mjs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  // Flags that only a desktop has (--no-sandbox and the like) are accepted and mean nothing here.
  strict: false,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
});

/** @param {string} name */
function path(name) {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`--${name} is missing`);
  return resolve(value);
}

/** What the suite prints goes on; the many lines of VS Code itself go to a file, for the day something is wrong. */
function log(/** @type {string} */ text) {
  if (text.startsWith('playbook-e2e:')) console.log(text);
  else appendFileSync(join(path('user-data-dir'), 'workbench.log'), `${text}\n`);
}

/** What has to be ended, last first. */
const cleanups = /** @type {(() => Promise<void>)[]} */ ([]);

/** @returns {Promise<number | null>} the exit code of the suite */
async function main() {
  const host = await installHost(console.log);
  const args = ['--enable-smoke-test-driver', '--disable-workspace-trust'];
  const extension = path('extensionDevelopmentPath');
  const settings = values.extensionDevelopmentKind === 'web' ? webWorkerSettings(extension) : {};
  const server = await startServer({ host, dataDir: path('user-data-dir'), settings, args });
  cleanups.push(server.stop);
  const browser = await launchBrowser(console.log);
  cleanups.push(() => browser.close());
  const { exit, page } = await openWorkbench({
    browser,
    server,
    log,
    folder: resolve(positionals[0] ?? '.'),
    extension,
    tests: path('extensionTestsPath'),
  });
  const crash = new Promise((_, reject) =>
    page.on('crash', () => reject(new Error('The page of the workbench crashed.'))),
  );
  return Promise.race([exit, crash, server.ended]);
}

/** @param {number} code */
async function end(code) {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup().catch(console.error);
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(1));
main().then(
  (code) => end(code ?? 1),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    return end(1);
  },
);
