// npm test: installs what is missing, builds, and runs everything. The last line is the sum over all suites.
//
//   npm test                      everything, with the suite in a real VS Code
//   npm test -- --no-e2e          without it
//   npm test -- --only-e2e        nothing else
//   npm test -- --desktop         runs it in a downloaded desktop VS Code instead of the server host
//   npm test -- --update          writes the expected results of the fixtures anew
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Counts
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const flags = new Set(process.argv.slice(2));
const unknown = [...flags].filter((flag) => !['--no-e2e', '--only-e2e', '--desktop', '--update'].includes(flag));

/** Steps that pass or fail as a whole. */
const checks = [
  { name: 'Types', args: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'Lint', args: ['node_modules/eslint/bin/eslint.js', '.'] },
];
const builds = [
  { name: 'Build', args: ['esbuild.js'] },
  { name: 'Build of the tests', args: ['esbuild.js', '--tests'] },
];

async function main() {
  if (unknown.length > 0) throw new Error(`Unknown option ${unknown.join(' ')}`);
  process.chdir(root);
  await installPackages(root);
  const results = [];
  if (!flags.has('--only-e2e')) for (const check of checks) results.push(await checked(check));
  for (const build of builds) results.push(await checked(build));
  if (!flags.has('--only-e2e')) results.push(await unitTests(), await pageTests());
  if (!flags.has('--no-e2e')) results.push(await endToEndTests());
  return sum(results);
}

/**
 * @param {{ name: string, args: string[] }} step
 * @returns {Promise<Counts>} nothing passed, because no test ran; a failure counts
 */
async function checked({ name, args }) {
  console.log(`${name} …`);
  const { code } = await runNode(args);
  if (code !== 0) console.log(`✖ ${name} failed`);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/** @returns {Promise<Counts>} */
async function unitTests() {
  console.log('Unit tests …');
  const files = readdirSync('out/test', { recursive: true }).map(String).filter((name) => name.endsWith('.test.js'));
  const env = { ...process.env, ...(flags.has('--update') && { UPDATE_FIXTURES: '1' }) };
  return nodeTests(files.map((name) => join('out/test', name)), env);
}

/**
 * The pages inside the panels, in a browser; without one they are skipped.
 *
 * @returns {Promise<Counts>}
 */
function pageTests() {
  console.log('Tests of the pages in the panels …');
  const files = readdirSync('test/preview').filter((name) => name.endsWith('.test.mjs'));
  return nodeTests(files.map((name) => join('test/preview', name)), process.env);
}

/** @returns {Promise<Counts>} */
async function endToEndTests() {
  console.log('End-to-end tests in a real VS Code …');
  const { code, output } = await runNode(['test/e2e/run.mjs', ...(flags.has('--desktop') ? ['--desktop'] : [])]);
  const inExtensionHost = sum([...output.matchAll(/^playbook-e2e: (\d+) passed, (\d+) failed$/gm)].map(([, passed, failed]) => ({ passed: Number(passed), failed: Number(failed) })));
  // A run that broke off has printed no count, or a good one too early.
  if (code !== 0 && inExtensionHost.failed === 0) inExtensionHost.failed = 1;
  return flags.has('--desktop') ? inExtensionHost : sum([inExtensionHost, await nodeTests(uiTests(), process.env)]);
}

function uiTests() {
  return readdirSync('test/e2e/ui').filter((name) => name.endsWith('.test.mjs')).map((name) => join('test/e2e/ui', name));
}

/**
 * @param {string[]} files
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Counts>}
 */
async function nodeTests(files, env) {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const { code, output } = await runNode(['--test', '--test-reporter=spec', ...files], { env });
  const count = (/** @type {string} */ what) => Number(new RegExp(`^ℹ ${what} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: code !== 0 && failed === 0 ? 1 : failed };
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
function sum(all) {
  return all.reduce((left, right) => ({ passed: left.passed + right.passed, failed: left.failed + right.failed }), { passed: 0, failed: 0 });
}

main().then(
  ({ passed, failed }) => {
    process.exitCode = failed > 0 ? 1 : 0;
    console.log(`${passed} passed, ${failed} failed`);
  },
  (error) => {
    process.exitCode = 1;
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
  },
);
