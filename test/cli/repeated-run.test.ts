/** A command that is repeated prints the same again, without reading a page, unless anything that it read has changed. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { nodeHost } from '../../server/src/cli/node-host.js';
import { textSink } from '../../server/src/cli/text-sink.js';
import { ROOT, workspaceFiles } from '../bench/workspace-pages.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { CachedRepository, removeCachedRepositories, type CachedRun } from './cached-repository.js';
import { Randomness } from './random-changes.js';

after(removeCachedRepositories);

/** The language of the messages, so that two runs are the same command. */
const SAME: CachedRun = { locale: 'en' };
const ARGV = ['--format', 'json', 'a.md'];

/** A page with a problem, another page, and a link and a picture that exist. */
function repository(): CachedRepository {
  const made = new CachedRepository();
  made.write('a.md', playbookWith(GOOD_ROW, '', '[B](b.md#objectives) [Gone](gone.md) ![Plan](images/plan.png)'));
  made.write('b.md', playbookWith(GOOD_ROW.replace('Check the network', 'Test the network')));
  made.write('images/plan.png', '');
  made.write('toc.yml', '- name: A\n  href: a.md\n');
  return made;
}

describe('a repeated command', () => {
  for (const format of ['text', 'full', 'json', 'sarif', 'rdjson'])
    test(`prints the same in the format ${format}, with the same exit code`, async () => {
      const files = repository();
      const first = await files.run(['--format', format, '.'], SAME);
      assert.equal(first.code, 1);
      assert.match(first.stdout, /gone\.md/);
      assert.deepEqual(await files.run(['--format', format, '.'], SAME), first);
      assert.equal(files.reads, 0);
    });

  const changes: readonly (readonly [name: string, change: (files: CachedRepository) => void])[] = [
    ['the page', (files) => files.write('a.md', playbookWith(GOOD_ROW))],
    ['another page', (files) => files.write('b.md', playbookWith(GOOD_ROW))],
    [
      'the content of a page, but not its size and time',
      (files) => {
        const { atime, mtime } = statSync(files.pathOf('b.md'));
        files.write('b.md', files.read('b.md').replace('Test the', 'Find the'));
        utimesSync(files.pathOf('b.md'), atime, mtime);
      },
    ],
    ['a new page', (files) => files.write('gone.md', playbookWith(GOOD_ROW))],
    ['a new page in a new folder', (files) => files.write('new/c.md', playbookWith(GOOD_ROW))],
    ['a deleted page', (files) => rmSync(files.pathOf('b.md'))],
    ['a renamed picture', (files) => renameSync(files.pathOf('images/plan.png'), files.pathOf('images/map.png'))],
    ['the table of contents', (files) => files.write('toc.yml', '- name: A\n  href: c.md\n')],
    ['a configuration', (files) => files.write('.playbooklint.json', '{ "rules": { "link-target": "off" } }')],
    ['a docset', (files) => files.write('docfx.json', '{}')],
  ];
  for (const [name, change] of changes)
    test(`is run again after a change: ${name}`, async () => {
      const files = repository();
      await files.run(ARGV, SAME);
      change(files);
      const saved = await files.assertSame(['a.md'], name, SAME);
      assert.ok(files.reads > 0, `${saved} files were not read`);
    });

  test(
    'is run again if a link leads elsewhere',
    { skip: process.platform === 'win32' && 'links need rights' },
    async () => {
      const files = repository();
      files.write('c.md', playbookWith(GOOD_ROW));
      symlinkSync(files.pathOf('b.md'), files.pathOf('linked.md'));
      const first = await files.run(['linked.md'], SAME);
      assert.deepEqual(await files.run(['linked.md'], SAME), first);
      assert.equal(files.reads, 0);
      rmSync(files.pathOf('linked.md'));
      symlinkSync(files.pathOf('c.md'), files.pathOf('linked.md'));
      await files.run(['linked.md'], SAME);
      assert.ok(files.reads > 0);
    },
  );

  const others: readonly (readonly [name: string, run: CachedRun, argv?: readonly string[]])[] = [
    ['another program', { ...SAME, program: 'another' }],
    ['another language', { locale: 'de' }],
    ['another day', { ...SAME, today: '2026-11-22' }],
    ['a terminal', { ...SAME, stdout: textSink(true, () => Promise.resolve()) }],
    ['pages of rules elsewhere', { ...SAME, docs: 'https://other.test/' }],
    ['another option', SAME, ['--format', 'json', '--quiet', 'a.md']],
  ];
  for (const [name, run, argv = ARGV] of others)
    test(`is run again with ${name}`, async () => {
      const files = repository();
      await files.run(ARGV, SAME);
      await files.run(argv, run);
      assert.ok(files.reads > 0);
    });
});

describe('a command is not recorded', () => {
  const commands: readonly (readonly [name: string, argv: readonly string[]])[] = [
    ['that changes files', ['--fix', 'a.md']],
    ['that shows changes with --fix', ['--fix', '--diff', 'a.md']],
    ['that reads standard input', ['--stdin', '--stdin-filename', 'a.md']],
    ['that prints a report', ['--report', 'tasks', '.']],
    ['with a baseline', ['--baseline', 'known.json', '--write-baseline', '.']],
    ['without a cache', ['--no-cache', '.']],
    ['that could not check everything', ['missing.md']],
  ];
  for (const [name, argv] of commands)
    test(name, async () => {
      const files = repository();
      await files.run(argv, SAME);
      assert.deepEqual(files.cachedRuns, []);
    });

  test('that read a file that was just written', async () => {
    const files = repository();
    await files.run(ARGV, { ...SAME, host: nodeHost });
    assert.deepEqual(files.cachedRuns, []);
  });

  test('more than twenty times', async () => {
    const files = repository();
    for (let warnings = 0; warnings < 23; warnings++) await files.run(['--max-warnings', `${warnings}`, 'b.md'], SAME);
    assert.equal(files.cachedRuns.length, 20);
  });
});

test('progress is not repeated', async () => {
  const files = repository();
  let now = 0;
  let shown = '';
  const stderr = textSink(true, (text) => {
    shown += text;
    return Promise.resolve();
  });
  const run = { ...SAME, stderr, now: () => (now += 1000) };
  const first = await files.run(ARGV, run);
  assert.match(shown, /Read \d/);
  shown = '';
  assert.deepEqual(await files.run(ARGV, run), first);
  assert.equal(files.reads, 0);
  assert.equal(shown, '');
});

describe('a damaged record is the same as none', () => {
  const damages: readonly (readonly [name: string, damage: (file: Buffer) => Buffer | string])[] = [
    ['empty', () => ''],
    ['cut', (file) => file.subarray(0, file.length / 2)],
    ['without its first line', (file) => file.subarray(file.indexOf('\n') + 1)],
    ['a changed letter', (file) => file.toString('latin1').replace('gone', 'none')],
  ];
  for (const [name, damage] of damages)
    test(name, async () => {
      const files = repository();
      const first = await files.run(ARGV, SAME);
      for (const path of files.cachedRuns) writeFileSync(path, damage(readFileSync(path)));
      assert.deepEqual(await files.run(ARGV, SAME), first);
      assert.ok(files.reads > 0);
    });
});

/** A file whose time is in the future is read every time, so no command about it is recorded. */
function settle(files: CachedRepository): void {
  const now = new Date();
  for (const page of files.pages)
    if (statSync(files.pathOf(page)).mtime > now) utimesSync(files.pathOf(page), now, now);
}

test('after random changes, a repeated command prints what a new one prints', async () => {
  const files = new CachedRepository();
  for (const [uri, text] of workspaceFiles(12)) files.write(uri.slice(ROOT.length + 1), text);
  const changes = new Randomness(files, Number(process.env['PLAYBOOK_TEST_SEED'] ?? 1));
  const steps = 12 * Number(process.env['PLAYBOOK_TEST_RUNS'] ?? 1);
  let repeated = 0;
  for (let step = 0; step < steps; step++) {
    const done = changes.change();
    settle(files);
    for (const argv of [['.'], [files.pages[0] ?? '.']]) {
      await files.assertSame(argv, `step ${step}: ${done}`, SAME);
      await files.assertSame(argv, `step ${step}, repeated: ${done}`, SAME);
      if (files.reads === 0) repeated++;
    }
  }
  assert.ok(repeated > steps, `only ${repeated} of ${2 * steps} commands were repeated`);
});
