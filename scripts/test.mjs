// npm test: installs what is missing, builds, and runs everything. The last line is the sum over all suites.
//
//   npm test                       everything
//   npm test -- --no-e2e           all but the suites in a real VS Code
//   npm test -- --only-e2e         these suites alone
//   npm test -- --only paste       the test files with "paste" in their path, without the checks of the code; may be given again
//   npm test -- --desktop          the suite inside the extension host, in a downloaded desktop VS Code
//   npm test -- --update           writes the expected results of the fixtures anew
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPackages } from './install.mjs';
import { CHECKS } from './test/checks.mjs';
import { missingBrowser, nodeTests, passes, suiteInVsCode } from './test/programs.mjs';
import { Run } from './test/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The suite that runs inside VS Code's extension host, as `--only` finds it. */
const SUITE_IN_VS_CODE = 'test/e2e/suite';

async function main() {
  const options = readOptions();
  process.chdir(root);
  await installPackages(root);
  const run = new Run();
  await run.step('Build', () => passes(['esbuild.js']));
  await run.step('Build of the tests', () => passes(['esbuild.js', '--tests']));
  const suites = chosenSuites(options);
  const needsBrowser = suites.pages.length + suites.ui.length > 0 || suites.isInVsCode;
  const noBrowser = needsBrowser && !options.desktop ? await missingBrowser() : undefined;

  // These disturb nobody, and the pages mostly wait. What prints while others run too is shown in one piece, at its end.
  await run.lanes([
    options.only.length > 0 || options['only-e2e']
      ? []
      : CHECKS.map(([name, args]) => [name, () => passes([...args], 'quiet')]),
    suites.unit.length === 0
      ? []
      : [
          [
            'Unit tests',
            () =>
              nodeTests(suites.unit, {
                show: 'quiet',
                concurrency: 2,
                env: { XDG_CACHE_HOME: emptyCache(), ...(options.update && { UPDATE_FIXTURES: '1' }) },
              }),
          ],
        ],
    suites.pages.length === 0
      ? []
      : [['Pages in the panels', () => nodeTests(suites.pages, { show: 'quiet', skip: noBrowser })]],
  ]);
  if (suites.isInVsCode)
    await run.step('Inside VS Code', () => suiteInVsCode({ desktop: options.desktop, skip: noBrowser }));
  if (suites.ui.length > 0)
    await run.step('VS Code as its user sees it', () => nodeTests(suites.ui, { skip: noBrowser, concurrency: 2 }));
  // Who asks for these suites alone must not take silence for success.
  if (noBrowser !== undefined && options['only-e2e']) run.fail('No suite ran, because no browser starts');
  return run;
}

/** Where the command line keeps facts about the pages of tests, so that they don't get into the user's cache. */
function emptyCache() {
  const folder = join(root, 'out', 'test-cache');
  rmSync(folder, { recursive: true, force: true });
  return folder;
}

function readOptions() {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const { values } = parseArgs({
    options: {
      'no-e2e': flag,
      'only-e2e': flag,
      desktop: flag,
      update: flag,
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  return values;
}

/**
 * The test files to run, after the build has written those that it bundles.
 *
 * @param {ReturnType<typeof readOptions>} options
 */
function chosenSuites(options) {
  const { only, desktop, 'no-e2e': noE2e, 'only-e2e': onlyE2e } = options;
  const isWanted = (/** @type {string} */ path) =>
    only.length === 0 || only.some((part) => path.replaceAll('\\', '/').includes(part));
  const filesIn = (/** @type {string} */ folder, /** @type {string} */ ending) =>
    readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => path.endsWith(ending) && isWanted(path));
  const suites = {
    unit: onlyE2e ? [] : filesIn('out/test', '.test.js'),
    pages: onlyE2e ? [] : filesIn('test/preview', '.test.mjs'),
    isInVsCode: !noE2e && isWanted(SUITE_IN_VS_CODE),
    // The desktop has no page that a browser could look at.
    ui: noE2e || desktop ? [] : filesIn('test/e2e/ui', '.test.mjs'),
  };
  if (suites.unit.length + suites.pages.length + suites.ui.length === 0 && !suites.isInVsCode)
    throw new Error(`No test file has ${only.map((part) => `"${part}"`).join(' or ')} in its path`);
  return suites;
}

main().then(
  (run) => {
    process.exitCode = run.failed > 0 ? 1 : 0;
    run.report();
  },
  (error) => {
    process.exitCode = 1;
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
  },
);
