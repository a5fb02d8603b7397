// Runs the suite in a real VS Code: in the Node extension host, then in the web worker one.
//
//   node test/e2e/run.mjs             in VS Code's server and web workbench, in a headless browser
//   node test/e2e/run.mjs --desktop   in a desktop VS Code, downloaded on first use: the newest, or the version in PLAYBOOK_TEST_VSCODE
import { runTests } from '@vscode/test-electron';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const desktop = process.argv.includes('--desktop');
const version = process.env.PLAYBOOK_TEST_VSCODE;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {'node' | 'web'} kind the extension host */
async function runSuite(kind) {
  console.log(`In the ${kind} extension host:`);
  // Short, because the socket in it must not be longer than about a hundred characters.
  const home = mkdtempSync(join(tmpdir(), 'pb-'));
  try {
    cpSync(join(root, 'test/e2e/workspace'), join(home, 'w'), { recursive: true });
    cpSync(join(root, 'samples'), join(home, 'w/samples'), { recursive: true });
    // Read by the first test: which extension host it should find itself in.
    mkdirSync(join(home, 'w/.vscode'));
    writeFileSync(join(home, 'w/.vscode/settings.json'), JSON.stringify({ 'playbookTests.extensionHost': kind }));
    // Nothing gets into the cache of whoever runs the tests.
    mkdirSync(join(home, 'u/User'), { recursive: true });
    writeFileSync(join(home, 'u/User/settings.json'), JSON.stringify({ 'playbook.cache': false }));
    await runTests({
      ...(desktop
        ? version && { version }
        : { vscodeExecutablePath: fileURLToPath(new URL('host/code.mjs', import.meta.url)) }),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out/test/e2e/suite/index.js'),
      launchArgs: [
        join(home, 'w'),
        `--user-data-dir=${join(home, 'u')}`,
        `--extensions-dir=${join(home, 'x')}`,
        ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const passed = [await runSuite('node'), await runSuite('web')];
process.exitCode = passed.every(Boolean) ? 0 : 1;
