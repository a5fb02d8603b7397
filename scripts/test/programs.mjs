// The programs that a run of the tests starts, and how the outcome of each is read.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../run.mjs';

/** @typedef {import('./run.mjs').Outcome} Outcome */

const REPORTER = new URL('reporter.mjs', import.meta.url).href;
const RESULTS = 'out/test-results';

/**
 * A program that passes or fails as a whole. It counts only when it fails, because no test ran.
 *
 * @param {string[]} args of Node
 * @param {'live' | 'quiet'} [show] `quiet`: at its end
 * @returns {Promise<Outcome>}
 */
export async function passes(args, show = 'live') {
  const { code, output } = await runNode(args, { show: show === 'live' });
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: [], ...(show === 'quiet' && { output }) };
}

/**
 * Test files of Node's own test runner, each in a process of its own.
 *
 * @param {readonly string[]} files
 * @param {object} [options]
 * @param {'live' | 'quiet'} [options.show]
 * @param {number} [options.concurrency] how many files run at once
 * @param {Record<string, string>} [options.env]
 * @param {string | undefined} [options.skip] why none of them runs
 * @returns {Promise<Outcome>}
 */
export async function nodeTests(files, { show = 'live', concurrency = 1, env = {}, skip } = {}) {
  if (skip !== undefined) return { passed: 0, failed: 0, skipped: files.map((name) => ({ name, why: skip })) };
  mkdirSync(RESULTS, { recursive: true });
  const results = join(RESULTS, `${process.pid}-${started++}.json`);
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${REPORTER}`,
    `--test-reporter-destination=${results}`,
  ];
  const { code, output } = await runNode(['--test', `--test-concurrency=${concurrency}`, ...reporters, ...files], {
    show: show === 'live',
    env: { ...process.env, ...env },
  });
  const { passed, failed, skipped } = resultsIn(results);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped, ...(show === 'quiet' && { output }) };
}

let started = 0;

/**
 * @param {string} file
 * @returns {Outcome}
 */
function resultsIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The runner broke off before it could write them.
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * The suite inside the extension hosts of a real VS Code.
 *
 * @param {{ desktop: boolean, skip: string | undefined }} options `skip`: why it does not run
 * @returns {Promise<Outcome>}
 */
export async function suiteInVsCode({ desktop, skip }) {
  if (skip !== undefined) return { passed: 0, failed: 0, skipped: [{ name: 'test/e2e/suite', why: skip }] };
  const { code, output } = await runNode(['test/e2e/run.mjs', ...(desktop ? ['--desktop'] : [])]);
  let [passed, failed] = [0, 0];
  for (const [, good, bad] of output.matchAll(/^playbook-e2e: (\d+) passed, (\d+) failed$/gm))
    [passed, failed] = [passed + Number(good), failed + Number(bad)];
  // A run that broke off has printed no count, or a good one too early.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: [] };
}

/**
 * Installs the browser of the tests where there is none, and starts it once.
 *
 * @returns {Promise<string | undefined>} why no browser starts
 */
export async function missingBrowser() {
  // Not at the top: on a fresh clone its packages are not there yet.
  const { launchBrowser } = await import('../../test/e2e/host/browser.mjs');
  try {
    const browser = await launchBrowser(console.log);
    await browser.close();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
