/** What the command line keeps between runs: it makes them faster, and changes nothing else. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { nodeHost } from '../../server/src/cli/node-host.js';
import { defaultCacheFolder } from '../../server/src/cache/cache-folder.js';
import { ROOT, workspaceFiles } from '../bench/workspace-pages.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { root } from '../support/project.js';
import { CachedRepository, removeCachedRepositories } from './cached-repository.js';
import { Repository, removeRepositories } from './repository.js';
import { Randomness } from './random-changes.js';

after(removeCachedRepositories);
after(removeRepositories);

const cli = join(root, 'dist/cli.js');
const OTHER_ROW = GOOD_ROW.replace('Check the network', 'Test the network');

/** Three pages, two of which name the same task. */
function smallRepository(): CachedRepository {
  const repository = new CachedRepository();
  repository.write('a.md', playbookWith(GOOD_ROW, '', '[B](b.md#objectives) [Gone](gone.md)'));
  repository.write('b.md', playbookWith(OTHER_ROW));
  repository.write('c.md', playbookWith(GOOD_ROW));
  repository.write('toc.yml', '- name: A\n  href: a.md\n');
  return repository;
}

describe('the second run', () => {
  test('reads only the page that it checks, and reports the same', async () => {
    const repository = smallRepository();
    const first = await repository.run(['--format', 'json', 'a.md']);
    assert.equal(repository.reads, 4);
    assert.deepEqual(await repository.run(['--format', 'json', 'a.md']), first);
    assert.equal(repository.reads, 1);
    assert.match(first.stdout, /gone\.md/);
  });

  test('reads a file again that changed, also if its size and the time of its last change are the same', async () => {
    const repository = smallRepository();
    await repository.run(['a.md']);
    const { atime, mtime, size } = statSync(repository.pathOf('b.md'));
    repository.write('b.md', playbookWith(OTHER_ROW.replace('Test', 'Find')));
    utimesSync(repository.pathOf('b.md'), atime, mtime);
    assert.equal(statSync(repository.pathOf('b.md')).size, size);
    await repository.assertSame(['a.md'], 'changed');
    assert.equal(repository.reads, 2);
  });

  test('reads a file again that was just written, because the next change can have the same time', async () => {
    const repository = smallRepository();
    await repository.run(['a.md'], { host: nodeHost });
    assert.deepEqual(repository.cached, []);
    await repository.run(['a.md'], { host: nodeHost });
    assert.equal(repository.reads, 4);
  });

  test('reads everything again for another program, and for pages with other words', async () => {
    const repository = smallRepository();
    await repository.run(['a.md']);
    await repository.run(['a.md'], { program: 'another' });
    assert.equal(repository.reads, 4);
    repository.write('.playbooklint.json', '{ "taskId": { "pattern": "^\\\\d{3,6}$" } }');
    await repository.run(['a.md'], { program: 'another' });
    assert.equal(repository.reads, 3, 'a table of contents has no words of the dialect');
    repository.write('.playbooklint.json', '{ "rules": { "task-name-differs": "off" } }');
    await repository.assertSame(['a.md'], 'rules');
  });

  test('follows links as before', { skip: process.platform === 'win32' && 'links need rights' }, async () => {
    const repository = smallRepository();
    const outside = new CachedRepository();
    outside.write('b.md', playbookWith(OTHER_ROW));
    await repository.run(['a.md']);
    rmSync(repository.pathOf('b.md'));
    symlinkSync(outside.pathOf('b.md'), repository.pathOf('b.md'));
    symlinkSync(repository.pathOf('c.md'), repository.pathOf('d.md'));
    await repository.assertSame(['a.md'], 'a link out of the repository, and a link in it');
    await repository.assertSame(['a.md'], 'again');
  });

  test('fixes, and prints reports, as before', async () => {
    const repository = smallRepository();
    repository.write('a.md', repository.read('a.md').replace('| Exchange |', '| exchange |'));
    const before = repository.read('a.md');
    const argvs = [
      ['--report', 'tasks', '.'],
      ['--fix', '--diff', 'a.md'],
      ['--fix', 'a.md'],
    ];
    for (const argv of argvs) {
      const first = await repository.run(argv);
      repository.write('a.md', before);
      assert.deepEqual(await repository.run(argv), first);
      repository.write('a.md', before);
    }
  });

  test('compares with a commit as before', async () => {
    const git = Repository.with({ 'a.md': playbookWith(GOOD_ROW), 'b.md': playbookWith(GOOD_ROW), 'c.md': '# Other' });
    const repository = new CachedRepository(git.root);
    await repository.run(['a.md']);
    git.write({ 'b.md': playbookWith(OTHER_ROW) });
    rmSync(repository.pathOf('c.md'));
    for (const why of ['new', 'again']) {
      await repository.assertSame(['--changed=HEAD', 'a.md'], why);
      await repository.assertSame(['--changed=HEAD', '.'], why);
    }
    const { stdout } = await repository.run(['--changed=HEAD', 'a.md']);
    assert.match(stdout, /task-name/);
  });
});

describe('the files of the cache', () => {
  test(
    'are private, and in no repository',
    { skip: process.platform === 'win32' && 'there are no modes' },
    async () => {
      const repository = smallRepository();
      await repository.run(['.']);
      assert.equal(statSync(repository.cache).mode & 0o777, 0o700);
      assert.deepEqual(
        repository.cached.map((path) => statSync(path).mode & 0o777),
        [0o600],
      );
      assert.deepEqual(repository.pages, ['a.md', 'b.md', 'c.md']);
    },
  );

  test('are where the user wants them, or nowhere', async () => {
    const repository = smallRepository();
    await repository.run(['--no-cache', '.']);
    assert.ok(!existsSync(repository.cache));
    const place = new CachedRepository().pathOf('here');
    await repository.run(['--cache-location', place, '.']);
    assert.ok(existsSync(place) && !existsSync(repository.cache));
    const { stdout, code } = await repository.run(['--clear-cache', '--cache-location', place]);
    assert.equal(stdout, `Removed 2 files from the cache in "${place}"\n`);
    assert.equal(code, 0);
    assert.ok(!existsSync(place));
    assert.equal(
      (await repository.run(['--clear-cache'])).stdout,
      `Removed 0 files from the cache in "${repository.cache}"\n`,
    );
  });

  test('are the only files that are removed', async () => {
    const repository = smallRepository();
    await repository.run(['.']);
    writeFileSync(join(repository.cache, 'mine.txt'), '');
    await repository.run(['--clear-cache']);
    assert.deepEqual(repository.cached, [join(repository.cache, 'mine.txt')]);
  });

  test('are removed when they are old', async () => {
    const repository = smallRepository();
    await repository.run(['.']);
    const [file = ''] = repository.cached;
    const old = join(repository.cache, `index-${'0'.repeat(32)}.cache`);
    const left = `${file}.${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.tmp`;
    for (const [path, days] of [
      [old, 31],
      [left, 2],
    ] as const) {
      writeFileSync(path, 'old');
      utimesSync(path, new Date(Date.now() - days * 86_400_000), new Date(Date.now() - days * 86_400_000));
    }
    repository.write('b.md', playbookWith(GOOD_ROW, OTHER_ROW));
    await repository.run(['.']);
    assert.deepEqual(repository.cached, [file]);
  });

  test('are not needed: the folder cannot be created, or is a file', async () => {
    const repository = smallRepository();
    const place = repository.pathOf('c.md');
    const expected = await repository.run(['--no-cache', 'a.md']);
    assert.deepEqual(await repository.run(['--cache-location', place, 'a.md']), expected);
    assert.deepEqual(await repository.run(['--cache-location', join(place, 'below'), 'a.md']), expected);
  });

  // Node's own way to create a folder with its parents never returns there.
  test(
    'are not needed: the system denies that the parent of the folder exists',
    { skip: (!existsSync('/proc/self') || !existsSync(cli)) && 'needs Linux and dist/' },
    () => {
      const repository = smallRepository();
      const run = (...options: readonly string[]): unknown => {
        const args = [cli, ...options, repository.pathOf('a.md')];
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { timeout: 60_000, encoding: 'utf8' });
        return { status, stdout, stderr };
      };
      assert.deepEqual(run('--cache-location', '/proc/playbook-lint'), run('--no-cache'));
    },
  );

  test('are in the folder of the system', () => {
    const posix = process.platform !== 'win32';
    if (!posix) return;
    assert.equal(defaultCacheFolder({}, 'linux', '/home/ada'), '/home/ada/.cache/playbook-lint');
    assert.equal(defaultCacheFolder({ XDG_CACHE_HOME: '/tmp/x' }, 'linux', '/home/ada'), '/tmp/x/playbook-lint');
    assert.equal(defaultCacheFolder({ XDG_CACHE_HOME: 'x' }, 'linux', '/home/ada'), '/home/ada/.cache/playbook-lint');
    assert.equal(defaultCacheFolder({}, 'darwin', '/Users/ada'), '/Users/ada/Library/Caches/playbook-lint');
    assert.equal(defaultCacheFolder({ LOCALAPPDATA: '/local' }, 'win32', '/ada'), '/local/playbook-lint');
    assert.equal(defaultCacheFolder({}, 'win32', '/ada'), undefined);
    assert.equal(defaultCacheFolder({}, 'linux', ''), undefined);
  });
});

describe('a damaged cache is the same as none', () => {
  const damages: readonly (readonly [name: string, damage: (file: Buffer) => Buffer | string])[] = [
    ['empty', () => ''],
    ['cut', (file) => file.subarray(0, file.length / 2)],
    ['cut in the first line', (file) => file.subarray(0, 20)],
    ['garbage', () => 'garbage\n'.repeat(1000)],
    ['another file', () => '{"format":2,"key":"this","start":0,"end":1e9,"checksum":"x"}'],
    ['zeros at the end', (file) => Buffer.concat([file.subarray(0, file.length - 3000), Buffer.alloc(3000)])],
    ['zeros at the beginning', (file) => Buffer.concat([Buffer.alloc(3000), file.subarray(3000)])],
    [
      'a changed letter',
      (file) => Buffer.from(file.toString('latin1').replace('"isPlaybook":true', '"isPlaybook":null'), 'latin1'),
    ],
    [
      'other data, with the right checksum',
      (file) => withRows(file, (rows) => rows.map(([path, stamp, key]) => [path, stamp, key, { tasks: 1 }, []])),
    ],
    [
      'no parts',
      (file) => withRows(file, (rows) => rows.map(([path, stamp, key, outline]) => [path, stamp, key, outline, []])),
    ],
    [
      'parts elsewhere',
      (file) =>
        withRows(file, (rows) =>
          rows.map(([path, stamp, key, outline, [tasks]]) => [path, stamp, key, outline, [tasks, tasks]]),
        ),
    ],
  ];
  for (const [name, damage] of damages)
    test(name, async () => {
      const repository = smallRepository();
      await repository.run(['a.md']);
      const [file = ''] = repository.cached;
      writeFileSync(file, damage(readFileSync(file)));
      await repository.assertSame(['a.md'], name);
      await repository.assertSame(['.'], name);
    });

  type Row = readonly [path: string, stamp: string, key: string, outline: unknown, parts: readonly unknown[]];

  /** The file with other entries. */
  function withRows(file: Buffer, change: (rows: readonly Row[]) => readonly unknown[]): Buffer {
    const last = file.lastIndexOf('\n');
    const about = JSON.parse(file.subarray(last + 1).toString()) as { start: number; end: number };
    const list = file.subarray(about.start, about.end);
    const changed = Buffer.from(JSON.stringify(change(JSON.parse(list.toString()) as Row[])));
    const checksum = createHash('sha1').update(changed).digest('base64');
    const line = `\n${JSON.stringify({ ...about, end: about.start + changed.length, checksum })}`;
    return Buffer.concat([file.subarray(0, about.start), changed, Buffer.from(line)]);
  }
});

test(
  'a file that became unreadable is named',
  { skip: process.getuid?.() === 0 && 'root reads everything' },
  async () => {
    const repository = smallRepository();
    await repository.run(['a.md']);
    chmodSync(repository.pathOf('b.md'), 0);
    await repository.assertSame(['a.md'], 'unreadable');
  },
);

test('after random changes, a run with the cache reports what a run without it reports', async () => {
  const repository = new CachedRepository();
  for (const [uri, text] of workspaceFiles(30)) repository.write(uri.slice(ROOT.length + 1), text);
  const changes = new Randomness(repository, Number(process.env['PLAYBOOK_TEST_SEED'] ?? 1));
  const steps = 10 * Number(process.env['PLAYBOOK_TEST_RUNS'] ?? 1);
  let saved = 0;
  for (let step = 0; step < steps; step++) {
    const done = Array.from({ length: 1 + changes.dice.roll(3) }, () => changes.change());
    const page = changes.dice.of(repository.pages);
    saved += await repository.assertSame(step % 5 === 4 ? ['.'] : [page], `step ${step}: ${done.join(', ')}; ${page}`);
  }
  assert.ok(saved > steps * 10, `only ${saved} files were not read`);
});

test('two programs at once', async () => {
  const repository = new CachedRepository();
  for (const [uri, text] of workspaceFiles(24)) repository.write(uri.slice(ROOT.length + 1), text);
  const env = { ...process.env, XDG_CACHE_HOME: join(repository.cache, '..') };
  const outputOf = async (...more: readonly string[]): Promise<string> => {
    const argv = [cli, '--format', 'json', ...more, '.'];
    const child = spawn(process.execPath, argv, { cwd: repository.root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    await once(child, 'close');
    return output;
  };
  const expected = await outputOf('--no-cache');
  assert.ok(expected.length > 1000);
  for (const output of await Promise.all([outputOf(), outputOf()])) assert.equal(output, expected);
});
