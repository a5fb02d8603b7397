/** The command line that ships, in several threads of Node. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { notBuilt } from '../locales/shipped.js';
import { ROOT, workspaceFiles } from '../bench/workspace-pages.js';
import { root } from '../support/project.js';
import { CachedRepository, removeCachedRepositories } from './cached-repository.js';

after(removeCachedRepositories);

const files = new CachedRepository();
const scripts = new CachedRepository();
const SCRIPT = scripts.pathOf('before.cjs');
const STARTED = scripts.pathOf('started.txt');

before(() => {
  for (const [uri, text] of workspaceFiles(40)) files.write(uri.slice(ROOT.length + 1), text);
  files.write('toc.yml', '- name: A\n  href: missing.md\n');
});

/** Runs the command line on all pages. `script` runs first, in each thread. */
function run(argv: readonly string[], script = '') {
  rmSync(STARTED, { force: true });
  writeFileSync(
    SCRIPT,
    `const threads = require('node:worker_threads');
    const fs = require('node:fs');
    fs.appendFileSync(process.env.STARTED, '.');
    ${script}`,
  );
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=150', '--require', SCRIPT, join(root, 'dist/cli.js'), ...argv, '.'],
    {
      cwd: files.root,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_US.UTF-8', XDG_CACHE_HOME: scripts.root, LOCALAPPDATA: scripts.root, STARTED },
      timeout: 120_000,
    },
  );
  return { output: { status, signal, stdout, stderr }, threads: readFileSync(STARTED, 'utf8').length };
}

/** Has something happen in a thread when it opens one of its 20 files. */
const whenReading = (what: string): string => `
  const { openSync } = fs;
  let opened = 0;
  fs.openSync = (...args) => {
    if (!threads.isMainThread && ++opened === 10) ${what};
    return openSync(...args);
  };`;

const faults: readonly (readonly [name: string, script: string, threads?: number])[] = [
  ['ends before it does anything', 'if (!threads.isMainThread) process.exit(0);'],
  ['fails before it does anything', "if (!threads.isMainThread) throw new Error('No thread');"],
  ['ends while it reads', whenReading('process.exit(1)')],
  [
    'ends when it has checked its files',
    'if (!threads.isMainThread) threads.parentPort.postMessage = () => process.exit(1);',
  ],
  ['needs too much memory', whenReading('for (const all = []; ; ) all.push(new Array(1000).fill(all.length))')],
  ['prints something', "if (!threads.isMainThread) { console.log('printed'); console.error('printed'); }"],
  ["isn't permitted", "threads.Worker = class { constructor() { throw new Error('No threads'); } };", 1],
];

describe('the command line in several threads', { skip: notBuilt }, () => {
  let expected: ReturnType<typeof run>;
  before(() => {
    expected = run(['--format', 'json', '--no-cache']);
    assert.equal(expected.threads, 1, 'one thread is the default');
    assert.equal(expected.output.status, 1);
    assert.match(expected.output.stdout, /missing\.md/);
  });

  for (const threads of [1, 2, 3])
    test(`prints what it prints in one: ${threads}`, () => {
      const found = run(['--format', 'json', '--no-cache', '--threads', `${threads}`]);
      assert.deepEqual(found, { ...expected, threads });
    });

  test('in the language of the command', () => {
    const german = ['--locale', 'de', '--format', 'full', '--no-cache'];
    assert.deepEqual(run([...german, '--threads', '2']).output, run(german).output);
  });

  test('prints the same with a cache, and again', () => {
    const argv = ['--format', 'json', '--threads', '3'];
    assert.deepEqual(run(argv), { ...expected, threads: 3 });
    assert.deepEqual(run(argv).output, expected.output);
  });

  for (const mistake of [
    ['--config', 'missing.json'],
    ['--baseline', 'missing.json'],
  ])
    test(`ends after a mistake: ${mistake.join(' ')}`, () => {
      const { output } = run([...mistake, '--threads', '3']);
      assert.deepEqual(output, run(mistake).output);
      assert.equal(output.status, 2);
    });

  for (const [name, script, threads = 2] of faults)
    test(`prints the same if a thread ${name}`, () => {
      const argv = ['--format', 'json', '--no-cache', '--threads', '2'];
      assert.deepEqual(run(argv, script), { ...expected, threads });
    });
});
