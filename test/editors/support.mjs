// What the tests of all editors share: a folder of playbooks, the programs of the build, and waiting.
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = fileURLToPath(new URL('site', import.meta.url));

/** Milliseconds: a test that waits longer for a state has failed. */
const PATIENCE = 120_000;
const PAUSE = 50;

/**
 * @typedef {object} Problem as an author sees it, in the units of the command line
 * @property {string} rule
 * @property {string} severity
 * @property {number} line
 * @property {number} column
 * @property {string} message
 */

/**
 * @typedef {object} Sandbox a folder of playbooks, and the home of an author
 * @property {string} folder of the playbooks
 * @property {string} twin a copy, for the command line: texts that the editor hasn't saved are changed here as well
 * @property {string} home
 * @property {NodeJS.ProcessEnv} env in which `playbook-language-server` is the program of this build
 * @property {() => void} remove
 *
 * @param {{ git: boolean, more?: Readonly<Record<string, string>> }} options `more`: files in addition to the playbooks
 * @returns {Sandbox}
 */
export function makeSandbox({ git, more = {} }) {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-editors-')));
  const [folder = '', twin = '', home = '', bin = ''] = ['two words', 'twin', 'home', 'bin'].map((name) =>
    join(top, name),
  );
  // Emacs refuses a socket in a folder that others can read.
  for (const path of [home, bin]) mkdirSync(path, { mode: 0o700 });
  cpSync(pages, folder, { recursive: true });
  rewrite(join(folder, GERMAN), (text) => text.replace(/\r?\n/g, '\r\n'));
  for (const [path, text] of Object.entries(more)) writeIn(join(folder, path), text);
  cpSync(folder, twin, { recursive: true });
  if (git) execFileSync('git', ['init', '--quiet', folder]);
  const server = join(bin, 'playbook-language-server');
  writeFileSync(server, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/node/server.js')}' "$@"\n`);
  chmodSync(server, 0o755);
  const remove = () => rmSync(top, { recursive: true, force: true, maxRetries: 5 });
  return { folder, twin, home, env: environment(home, bin), remove };
}

export const ENGLISH = 'english/assess-measure-the-network.md';
export const OTHER = 'english/enable-start-the-meetings.md';
export const GERMAN = 'german/assess-measure-the-network-de.md';
export const CHINESE = 'chinese/assess-measure-the-network-sc.md';
export const PAGES = [ENGLISH, OTHER, GERMAN, CHINESE];
export const CONTENTS = 'english/toc.yml';

/**
 * Nothing of the machine's own settings has an effect.
 *
 * @param {string} home
 * @param {string} bin
 * @returns {NodeJS.ProcessEnv}
 */
function environment(home, bin) {
  return {
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: home,
    LC_ALL: 'C.UTF-8',
    TERM: 'xterm-256color',
  };
}

/**
 * @param {string} path
 * @param {string} text
 */
export function writeIn(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * @param {string} path
 * @param {(text: string) => string} change
 */
export function rewrite(path, change) {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/**
 * The problems that the command line reports for the whole folder, by path.
 *
 * @param {Sandbox} sandbox
 * @param {...string} options
 * @returns {Map<string, Problem[]>}
 */
export function lint(sandbox, ...options) {
  const { files } = JSON.parse(playbookLint(sandbox, '--format', 'json', ...options, '.'));
  return new Map(files.map((/** @type {LintedFile} */ { path, problems }) => [path, sorted(problems.map(toProblem))]));
}

/** @typedef {{ path: string, problems: (Omit<Problem, 'rule'> & { ruleId: string })[] }} LintedFile */

/**
 * @param {LintedFile['problems'][number]} problem
 * @returns {Problem}
 */
function toProblem({ ruleId, severity, line, column, message }) {
  return { rule: ruleId, severity, line, column, message };
}

/**
 * Runs the command line in the twin of a folder.
 *
 * @param {Sandbox} sandbox
 * @param {...string} args
 * @returns {string} what it printed
 */
export function playbookLint({ twin, env }, ...args) {
  return spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd: twin, env, encoding: 'utf8' }).stdout;
}

/**
 * @param {readonly Problem[]} problems
 * @returns {Problem[]}
 */
export function sorted(problems) {
  return [...problems].sort(
    (a, b) => a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.message, b.message),
  );
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The numbers of problems by the full names of the files; files without problems aren't listed.
 *
 * @param {string} folder
 * @param {ReadonlyMap<string, number>} counts
 * @returns {Record<string, number>}
 */
export function countsIn(folder, counts) {
  return Object.fromEntries([...counts].flatMap(([path, count]) => (count > 0 ? [[join(folder, path), count]] : [])));
}

/**
 * Waits for a state; a state that doesn't come fails with the last one.
 *
 * @template T
 * @param {() => T | Promise<T>} read
 * @param {(state: T) => unknown} check throws, or returns false, as long as the state isn't the expected one
 * @returns {Promise<T>}
 */
export async function until(read, check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const state = await read();
    try {
      if (check(state) !== false) return state;
      if (Date.now() > end) assert.fail(`Still ${JSON.stringify(state)}`);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await sleep(PAUSE);
  }
}

/**
 * The code below a heading of docs/other-editors.md.
 *
 * @param {string} heading
 * @returns {string}
 */
export function codeUnder(heading) {
  const text = readFileSync(join(root, 'docs/other-editors.md'), 'utf8');
  const [, section = ''] = text.split(new RegExp(`^#+ ${heading.replaceAll('.', '\\.')}\n`, 'm'));
  const [, code] = /^```\w+\n([^]*?)^```$/m.exec(section) ?? [];
  assert.ok(code !== undefined, `No code under "${heading}"`);
  return code;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').ExecFileOptions} options
 * @returns {Promise<string>} what it printed
 */
export async function output(program, args, options) {
  const { stdout } = await promisify(execFile)(program, [...args], { encoding: 'utf8', ...options });
  return String(stdout);
}

/**
 * Starts an editor, and waits for the socket at which it listens.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} socket
 * @param {Sandbox} sandbox
 */
export async function startListening(program, args, socket, { folder, env }) {
  const child = spawn(program, [...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (log += data));
  const closed = new Promise((resolve) => child.once('close', resolve));
  await until(
    () => existsSync(socket) || child.exitCode !== null,
    (isReady) => isReady,
  );
  assert.equal(child.exitCode, null, log);
  return {
    /** What the editor printed, such as mistakes in the configuration. */
    log: () => log,
    async close() {
      child.kill();
      await closed;
    },
  };
}
