/** Several threads print what one prints. */
import assert from 'node:assert/strict';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import type { CliHost } from '../../server/src/cli/cli-host.js';
import { threadsFor } from '../../server/src/cli/threads/shares.js';
import { ROOT, workspaceFiles } from '../bench/workspace-pages.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { corpus, noCorpus } from '../support/project.js';
import { CachedRepository, laterHost, removeCachedRepositories, type CachedRun } from './cached-repository.js';
import { fileError, type Output } from './memory-host.js';
import { Randomness } from './random-changes.js';
import { ThreadsHere, type Failure } from './threads-here.js';

after(removeCachedRepositories);

/** Pages with many problems, and files with everything that a run can stumble over. */
function oddRepository(): CachedRepository {
  const files = generated(24);
  const [first = ''] = files.pages;
  files.write('docfx.json', '{}');
  files.write('toc.yml', '- name: A\n  href: missing.md\n');
  files.write('area-1/toc.yml', `- name: A\n  href: ../${first}\n`);
  files.write('.playbooklint.json', '{ "ignore": ["area-1/ignored.md"], "release": "0.1.0", "rules": { "no": 1 } }');
  files.write('area-1/ignored.md', playbookWith(GOOD_ROW));
  files.write('area-1/damaged.md', `${playbookWith(GOOD_ROW)}\0`);
  files.write('area-1/link.md', playbookWith(GOOD_ROW, '', `[A](../${first}) [Gone](gone.md)`));
  files.write('b/locked.md', playbookWith(GOOD_ROW));
  files.write('b/other.md', '# Notes\n\nNo playbook.\n');
  files.write('c/locked.md', playbookWith(GOOD_ROW));
  writeFileSync(files.pathOf('c/utf-16.md'), Buffer.from(`\uFEFF${playbookWith(GOOD_ROW)}`, 'utf16le'));
  files.write('c/long.md', playbookWith(GOOD_ROW, '', 'word '.repeat(250_000)));
  return files;
}

function generated(pages: number): CachedRepository {
  const files = new CachedRepository();
  for (const [uri, text] of workspaceFiles(pages)) files.write(uri.slice(ROOT.length + 1), text);
  return files;
}

/** A disk on which some files can't be read, also by root. */
const lockingHost: CliHost = {
  ...laterHost,
  read: (path, maxBytes) =>
    path.endsWith('locked.md') ? Promise.reject(fileError('EACCES')) : laterHost.read(path, maxBytes),
};

/** Runs the command in one thread, and in several, with and without a cache. Fails unless they print the same. */
async function assertSame(
  files: CachedRepository,
  argv: readonly string[],
  threads: number,
  { host = laterHost, failureOf }: CachedRun & { readonly failureOf?: (thread: number) => Failure | undefined } = {},
): Promise<Output> {
  const expected = await files.run([...argv, '--no-cache'], { host });
  const here = new ThreadsHere({ host, ...(failureOf && { failureOf }) });
  for (const more of [['--no-cache'], [], []]) {
    const found = await files.run([...argv, ...more, '--threads', `${threads}`], { host, threads: here });
    assert.deepEqual(found, expected, [...argv, ...more, threads].join(' '));
  }
  assert.equal(here.started, 3 * (threads - 1));
  assert.equal(here.ended, 3);
  return expected;
}

describe('several threads print what one prints', () => {
  for (const format of ['text', 'full', 'json', 'github', 'sarif', 'rdjson'])
    test(`in the format ${format}`, async () => {
      const { code, stdout, stderr } = await assertSame(oddRepository(), ['--format', format, '.'], 3, {
        host: lockingHost,
      });
      assert.equal(code, 2);
      assert.match(stdout, /gone\.md/);
      assert.deepEqual(
        [...stderr.matchAll(/"(\S+)" can't be read/g)].map(([, path]) => path),
        ['b/locked.md', 'c/locked.md'],
      );
    });

  const options: readonly (readonly string[])[] = [
    ['--quiet', '.'],
    ['--max-warnings', '0', '.'],
    ['--rule', 'link-target-missing:off', '.'],
    ['--config', 'config.json', '.'],
    ['--allow-empty', 'area-1', 'area-2', 'nothing'],
    ['area-1', 'area-2'],
    ['area-2/**/*.md', '*/*/*.md'],
    ['area-1/link.md', 'c/utf-16.md', 'b/other.md'],
  ];
  for (const [index, argv] of options.entries())
    test(argv.join(' '), async () => {
      const files = oddRepository();
      files.write('config.json', '{ "rules": { "task-id-duplicate": "off" } }');
      files.write('nothing/notes.md', '# Notes\n');
      await assertSame(files, ['--format', 'json', ...argv], 2 + (index % 2));
    });

  test('with folders that are not compared with each other', async () => {
    const files = oddRepository();
    rmSync(files.pathOf('docfx.json'));
    const outside = oddRepository();
    await assertSame(files, ['--format', 'json', outside.root, 'area-1'], 4);
  });

  test('with known problems', async () => {
    const files = generated(24);
    files.write('z.md', playbookWith(GOOD_ROW, '', '[Gone](gone.md)'));
    await files.run(['--baseline', 'known.json', '--write-baseline', '.']);
    files.write('y.md', playbookWith(GOOD_ROW, '', '[Gone](gone-too.md)'));
    const { stdout } = await assertSame(files, ['--baseline', 'known.json', '.'], 3);
    assert.match(stdout, /gone-too\.md/);
    assert.doesNotMatch(stdout, /gone\.md/);
    const one = await files.run(['--baseline', 'one.json', '--write-baseline', '.']);
    const threads = new ThreadsHere();
    const several = await files.run(['--baseline', 'two.json', '--write-baseline', '--threads', '3', '.'], { threads });
    assert.equal(several.stdout, one.stdout);
    assert.equal(files.read('two.json'), files.read('one.json'));
  });

  test('after random changes', async () => {
    const files = generated(30);
    const changes = new Randomness(files, Number(process.env['PLAYBOOK_TEST_SEED'] ?? 1));
    const steps = 8 * Number(process.env['PLAYBOOK_TEST_RUNS'] ?? 1);
    for (let step = 0; step < steps; step++) {
      for (let count = changes.dice.roll(4); count >= 0; count--) changes.change();
      await assertSame(files, ['--format', 'json', '.'], 2 + changes.dice.roll(4));
    }
  });

  test('on real pages', { skip: noCorpus }, async () => {
    const files = new CachedRepository();
    cpSync(corpus, files.root, { recursive: true });
    await assertSame(files, ['--format', 'json', '.'], 3);
  });
});

describe('a thread that fails', () => {
  const failures: readonly (readonly [name: string, failureOf: (thread: number) => Failure | undefined])[] = [
    ['while it reads', (thread) => (thread === 1 ? 'reading' : undefined)],
    ['while it checks', (thread) => (thread === 2 ? 'checking' : undefined)],
    ['like all others', (thread) => (thread === 1 ? 'checking' : 'reading')],
  ];
  for (const [name, failureOf] of failures)
    test(`${name} changes nothing, and the run is not recorded`, async () => {
      const files = oddRepository();
      await assertSame(files, ['--format', 'json', '.'], 3, { failureOf });
      assert.deepEqual(files.cachedRuns, []);
    });

  test('to start changes nothing', async () => {
    const files = generated(24);
    const threads = { start: () => Promise.resolve(undefined) };
    assert.deepEqual(
      await files.run(['--threads', '4', '.'], { threads }),
      await files.run(['--threads', '1', '.', '--no-cache']),
    );
  });
});

describe('what several threads found out', () => {
  const argv = ['--format', 'json', '--threads', '3', '.'];
  const how = (): CachedRun => ({ locale: 'en', threads: new ThreadsHere() });

  test('is kept between runs', async () => {
    const files = generated(24);
    await files.run(argv, how());
    const [page = ''] = files.pages;
    await files.run([page], { threads: new ThreadsHere() });
    assert.equal(files.reads, 1);
  });

  test('is kept with what earlier runs found out', async () => {
    const files = generated(24);
    const [page = '', ...others] = files.pages;
    await files.run([page]);
    files.write(others.at(-1) ?? '', playbookWith(GOOD_ROW));
    await files.run(argv, how());
    await files.run([page]);
    assert.equal(files.reads, 1);
  });

  test('is printed again by a repeated command', async () => {
    const files = generated(24);
    const first = await files.run(argv, how());
    assert.deepEqual(await files.run(argv, how()), first);
    assert.equal(files.reads, 0);
  });

  test('is found out again after a change of any file', async () => {
    const files = generated(12);
    files.write('toc.yml', '- name: A\n  href: a.md\n');
    for (const page of [...files.pages, 'toc.yml']) {
      await files.run(argv, how());
      files.write(page, `${files.read(page)}\n`);
      await files.run(argv, how());
      assert.ok(files.reads > 0, page);
    }
  });
});

describe('the number of threads', () => {
  for (const [pages, wanted, threads] of [
    [2000, 1, 1],
    [2000, 3, 3],
    [2, 3, 2],
    [2000, 1000, 8],
    [0, 4, 1],
  ] as const)
    test(`is ${threads} for ${pages} pages if ${wanted} are wanted`, () => {
      assert.equal(threadsFor(pages, wanted), threads);
    });

  test('is one by default', async () => {
    const threads = new ThreadsHere();
    await generated(12).run(['.'], { threads });
    assert.equal(threads.started, 0);
  });

  for (const argv of [
    ['--fix', '.'],
    ['--fix', '--diff', '.'],
    ['--stdin', '--stdin-filename', 'a.md'],
  ])
    test(`is one with ${argv.join(' ')}`, async () => {
      const threads = new ThreadsHere();
      await generated(12).run(['--threads', '4', ...argv], { threads });
      assert.equal(threads.started, 0);
    });

  for (const value of ['0', '-1', '1.5', 'many', '+2'])
    test(`cannot be ${value}`, async () => {
      const { code, stderr } = await generated(1).run(['--threads', value, '.']);
      assert.equal(code, 2);
      assert.match(stderr, /--threads requires a whole number that is 1 or greater/);
    });
});
