import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nodeHost } from '../../server/src/cli/node-host.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { root } from '../support/project.js';
import { runOnDisk } from './run-on-disk.js';

const cli = join(root, 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'playbook-'));
after(() => rmSync(folder, { recursive: true, force: true }));
/** Has label lines without a hard break, which is fixed. */
const UNFIXED = playbookWith(GOOD_ROW).replace(
  '#### FTOP',
  '### Step\n\nPrimary Role: **FastTrack Engineer**\nApplies To: **All Services**\n\nText.\n\n#### FTOP',
);

/** A file of its own with this text. */
function pageWith(text: string): string {
  const file = join(mkdtempSync(join(folder, 'page-')), 'page.md');
  writeFileSync(file, text);
  return file;
}

function temporaryFiles(): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.tmp'));
}

test('a file is replaced completely, through a link, with its mode', async () => {
  const file = pageWith('old');
  chmodSync(file, 0o640);
  symlinkSync(file, `${file}.link`);
  await nodeHost.replace(`${file}.link`, { before: Buffer.from('old'), after: Buffer.from('new') });
  assert.equal(readFileSync(file, 'utf8'), 'new');
  assert.equal(statSync(file).mode & 0o777, 0o640);
  assert.ok(lstatSync(`${file}.link`).isSymbolicLink());
  assert.deepEqual(temporaryFiles(), []);
  await assert.rejects(
    nodeHost.replace(join(folder, 'gone.md'), { before: Buffer.from(''), after: Buffer.from('new') }),
  );
});

test('a file that changed after it was read is not overwritten', async () => {
  const file = pageWith('saved in the meantime');
  await assert.rejects(nodeHost.replace(file, { before: Buffer.from('old'), after: Buffer.from('new') }), {
    reason: 'changed',
  });
  assert.equal(readFileSync(file, 'utf8'), 'saved in the meantime');
  assert.deepEqual(temporaryFiles(), []);
});

test('a file that already has the new text is not written: it was fixed under another name', async () => {
  const file = pageWith('new');
  const { ino } = statSync(file);
  await nodeHost.replace(file, { before: Buffer.from('old'), after: Buffer.from('new') });
  assert.equal(statSync(file).ino, ino);
});

test('a read-only file is not overwritten, even by root', async () => {
  const file = pageWith('old');
  chmodSync(file, 0o444);
  await assert.rejects(nodeHost.replace(file, { before: Buffer.from('old'), after: Buffer.from('new') }), {
    reason: 'read-only',
  });
  assert.equal(readFileSync(file, 'utf8'), 'old');
});

test('a file with two names keeps both, and a shorter text leaves nothing of the longer text', async () => {
  const file = pageWith('a long old text');
  linkSync(file, `${file}.twin`);
  await nodeHost.replace(file, { before: Buffer.from('a long old text'), after: Buffer.from('new') });
  assert.equal(readFileSync(`${file}.twin`, 'utf8'), 'new');
  assert.equal(statSync(file).ino, statSync(`${file}.twin`).ino);
  assert.deepEqual(temporaryFiles(), []);
});

test('a file with the longest possible name is written', async () => {
  const file = join(folder, `${'n'.repeat(252)}.md`);
  writeFileSync(file, 'old');
  await nodeHost.replace(file, { before: Buffer.from('old'), after: Buffer.from('new') });
  assert.equal(readFileSync(file, 'utf8'), 'new');
});

test(
  "the shipped program: --fix names the files that it can't write, and fixes the others",
  { skip: !existsSync(cli) && 'dist/ is not built' },
  () => {
    const place = mkdtempSync(join(folder, 'fix-'));
    for (const name of ['a.md', 'locked.md', 'z.md']) writeFileSync(join(place, name), UNFIXED);
    chmodSync(join(place, 'locked.md'), 0o444);
    const { status, stderr } = spawnSync(process.execPath, [cli, '--fix', '.'], {
      cwd: place,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    assert.equal(status, 2);
    assert.equal(stderr, 'playbook-lint: "locked.md" was not fixed: it is read-only\n');
    assert.equal(readFileSync(join(place, 'locked.md'), 'utf8'), UNFIXED);
    for (const name of ['a.md', 'z.md']) assert.notEqual(readFileSync(join(place, name), 'utf8'), UNFIXED, name);
  },
);

test('circular and broken links are not followed', async () => {
  const loop = join(folder, 'loop');
  mkdirSync(loop);
  symlinkSync(loop, join(loop, 'again'));
  symlinkSync(join(loop, 'nowhere'), join(loop, 'dead.md'));
  const entries = await nodeHost.list(loop);
  assert.deepEqual(
    [...entries].sort((a, b) => (a.name < b.name ? -1 : 1)),
    [
      { name: 'again', kind: 'other', isLink: true },
      { name: 'dead.md', kind: 'other', isLink: true },
    ],
  );
});

test(
  'the shipped program prints all of a large report through a slow pipe',
  { skip: !existsSync(cli) && 'dist/ is not built' },
  async () => {
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    for (let page = 0; page < 4; page++) {
      writeFileSync(
        join(pages, `${page}.md`),
        playbookWith(
          ...Array.from({ length: 1500 }, (_, row) => BAD_ROW.replace('1235', String(page * 1500 + row + 1000))),
        ),
      );
    }
    const child = spawn(process.execPath, [cli, '--format', 'json', pages]);
    let output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.pause();
    setTimeout(() => child.stdout.resume(), 300);
    child.stdout.on('data', (data: string) => (output += data));
    const code = await new Promise<number | null>((done) => child.on('close', done));
    assert.equal(code, 1);
    assert.equal((JSON.parse(output) as { files: unknown[] }).files.length, 4);
    assert.ok(output.length > 1_000_000);
  },
);

test('links that lead in a circle, and names that are too long, are reported once, in words', async () => {
  const links = mkdtempSync(join(folder, 'links-'));
  symlinkSync(join(links, 'b.md'), join(links, 'a.md'));
  symlinkSync(join(links, 'a.md'), join(links, 'b.md'));
  writeFileSync(join(links, 'page.md'), playbookWith(GOOD_ROW));
  const loop = 'symbolic links form a loop';
  const long = `${'n'.repeat(300)}.md`;
  const cases: readonly (readonly [argv: string[], says: string])[] = [
    [['a.md'], `"a.md" can't be read: ${loop}`],
    [['--fix', 'a.md'], `"a.md" can't be read: ${loop}`],
    [['a.md/*.md'], `"a.md" can't be read: ${loop}`],
    [['--init', 'a.md'], `"a.md" can't be read: ${loop}`],
    [['--mcp', 'a.md'], `"a.md" can't be read: ${loop}`],
    [['--print-config', 'a.md'], `"a.md" can't be read: ${loop}`],
    [['--baseline', 'a.md', 'page.md'], `"a.md" can't be read: ${loop}`],
    [['--stdin', '--stdin-filename', 'a.md/x.md'], `"a.md" can't be read: ${loop}`],
    [[long], `"${long}" can't be read: the name is too long`],
    [
      ['--report', 'tasks', '--output', 'nowhere/x.csv', 'page.md'],
      `"nowhere/x.csv" can't be written: its folder doesn't exist`,
    ],
    [
      ['--report', 'tasks', '--output', 'page.md/x.csv', 'page.md'],
      `"page.md/x.csv" can't be written: its folder doesn't exist`,
    ],
  ];
  for (const [argv, says] of cases) {
    const { code, stdout, stderr } = await runOnDisk(argv, links);
    assert.equal(stderr, `playbook-lint: ${says}\n`, argv.join(' '));
    assert.equal(code, 2);
    assert.ok(stdout === '' || stdout === 'No playbooks checked; 1 could not be checked or fixed\n', stdout);
  }
});

test(
  'the shipped program says that its output is lost, and that its folder is gone, without a stack',
  { skip: (!existsSync(cli) && 'dist/ is not built') || (!existsSync('/dev/full') && 'there is no /dev/full') },
  () => {
    const run = (command: string): string => {
      const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath, cli], {
        cwd: folder,
        encoding: 'utf8',
      });
      return `${status}: ${stderr}`;
    };
    const full = "2: playbook-lint: The output can't be written: the disk is full\n";
    assert.equal(run('"$0" "$1" --help > /dev/full'), full);
    assert.equal(run('"$0" "$1" --format json no-such-file.md 2> /dev/null > /dev/full'), '2: ');
    assert.equal(run('"$0" "$1" --list-rules > /dev/full'), full);
    // One write for each file.
    mkdirSync(join(folder, 'lost'));
    for (const name of ['one', 'two', 'three']) writeFileSync(join(folder, 'lost', `${name}.md`), UNFIXED);
    const changes = '3 files would change; 3 problems would be fixed\n';
    assert.equal(run('"$0" "$1" --no-cache --fix --diff lost > /dev/full'), full + changes);
    assert.equal(
      run('mkdir gone && cd gone && rmdir ../gone && "$0" "$1" .'),
      "2: playbook-lint: The working directory can't be read: no such file\n",
    );
  },
);

test(
  'the shipped program exits with the exit code of the run',
  { skip: !existsSync(cli) && 'dist/ is not built' },
  () => {
    assert.equal(spawnSync(process.execPath, [cli, 'no-such-file.md']).status, 2);
    assert.equal(spawnSync(process.execPath, [cli, '--stdin'], { input: '# Nothing\n' }).status, 0);
  },
);
