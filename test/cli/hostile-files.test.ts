import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { printable, printableLine } from '../../server/src/cli/printable.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { runCli } from './memory-host.js';
import { runOnDisk } from './run-on-disk.js';

const folder = mkdtempSync(join(tmpdir(), 'playbook-hostile-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const isPosix = process.platform !== 'win32';

/** A safe fix is there for it. */
const FIXABLE = playbookWith('| 1235 | Check the proxy | m | FastTrack Engineer | Exchange |');

/** A site in a folder of its own on the disk, and the command line in it. */
function site(name: string, files: Readonly<Record<string, string>>) {
  const cwd = join(folder, name, 'site');
  mkdirSync(cwd, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text);
  const lint = (...argv: string[]) => runOnDisk(argv, cwd);
  return { cwd, outside: join(folder, name), lint };
}

describe('links', { skip: !isPosix && 'links need rights on Windows' }, () => {
  test('--fix skips the target of a link in the folder, and fixes it if it is specified', async () => {
    const { cwd, outside, lint } = site('fix', { 'a.md': FIXABLE });
    writeFileSync(join(outside, 'other.md'), FIXABLE);
    symlinkSync(join(outside, 'other.md'), join(cwd, 'b.md'));
    const all = await lint('--fix', '.');
    assert.match(all.stderr, /b\.md" is a link to a file outside "\." and was skipped\. To check it, pass its path/);
    assert.equal(all.code, 2);
    assert.equal(readFileSync(join(outside, 'other.md'), 'utf8'), FIXABLE);
    assert.notEqual(readFileSync(join(cwd, 'a.md'), 'utf8'), FIXABLE);
    await lint('--fix', 'b.md');
    assert.notEqual(readFileSync(join(outside, 'other.md'), 'utf8'), FIXABLE);
  });

  test('a link to nothing is reported, like a page that is missing, and a link to a folder is not followed', async () => {
    const { cwd, lint } = site('dead', { 'a.md': playbookWith(GOOD_ROW) });
    symlinkSync('nowhere.md', join(cwd, 'b.md'));
    symlinkSync('nowhere.txt', join(cwd, 'b.txt'));
    symlinkSync('..', join(cwd, 'up.md'));
    symlinkSync('loop.md', join(cwd, 'loop.md'));
    for (const pattern of ['.', '*.md']) {
      const { code, stderr } = await lint(pattern);
      assert.equal(code, 2);
      assert.match(stderr, /"b\.md" is a link to a file that doesn't exist/);
      assert.match(stderr, /"loop\.md" can't be read: /);
      assert.doesNotMatch(stderr, /b\.txt|up\.md/);
    }
    assert.match((await lint('b.md')).stderr, /No such file or folder: "b\.md"/);
  });

  test('a configuration file that is a link to an outside file is reported and not used; --config can use it', async () => {
    const { cwd, outside, lint } = site('config', { 'a.md': playbookWith(BAD_ROW) });
    writeFileSync(join(outside, 'all-off.json'), '{"rules": {"task-mo-letter": "off"}}');
    symlinkSync(join(outside, 'all-off.json'), join(cwd, '.playbooklint.json'));
    const found = await lint('a.md');
    assert.match(found.stdout, /This file can't be used: it is a link to a file outside the workspace/);
    assert.match(found.stdout, /task-mo-letter/);
    assert.doesNotMatch((await lint('--config', '.playbooklint.json', 'a.md')).stdout, /task-mo-letter/);
  });

  test("extends doesn't follow a link out of the workspace", async () => {
    const { cwd, outside, lint } = site('extends', {
      'a.md': playbookWith(BAD_ROW),
      '.playbooklint.json': '{"extends": "base.json"}',
    });
    writeFileSync(join(outside, 'base.json'), '{"rules": {"task-mo-letter": "off"}}');
    symlinkSync(join(outside, 'base.json'), join(cwd, 'base.json'));
    const { stdout } = await lint('a.md');
    assert.match(stdout, /"base\.json" can't be used: it is a link to a file outside the workspace/);
    assert.match(stdout, /task-mo-letter/);
  });
});

describe('pipes and devices', { skip: !isPosix && 'there are none on Windows' }, () => {
  test('are reported and never waited for, whatever file they replace', async () => {
    const { cwd, lint } = site('pipes', {
      'a.md': playbookWith(GOOD_ROW),
      '.playbooklint.yaml': 'extends: base.json\n',
    });
    for (const name of ['.playbooklint.json', 'base.json', 'b.md', 'toc.yml', 'docfx.json'])
      assert.equal(spawnSync('mkfifo', [join(cwd, name)]).status, 0);
    const all = await lint('.');
    assert.equal(all.code, 2);
    assert.match(all.stderr, /"b\.md" is neither a file nor a folder/);
    assert.match(all.stdout, /\.playbooklint\.json\n.*This file can't be used: it is not a regular file/);
    assert.match(all.stdout, /"base\.json" can't be used: it is not a regular file/);
    const named = await lint('b.md', '--config', 'base.json');
    assert.equal(named.code, 2);
    assert.match(named.stderr, /base\.json" can't be read: it is not a regular file/);
  });
});

test("a page that can't be checked is reported, and the others are checked and fixed", async () => {
  const files = new Map<string, string | (() => Uint8Array)>([
    ['/site/a.md', FIXABLE],
    [
      '/site/b.md',
      () => {
        throw new Error('the disk has a bad day');
      },
    ],
    ['/site/c.md', FIXABLE],
  ]);
  const { code, stderr, stdout } = await runCli(['--fix', '.'], files);
  assert.equal(code, 2);
  assert.match(stderr, /"b\.md" can't be read: the disk has a bad day/);
  assert.match(stdout, /2 fixed/);
});

test('a lost character is reported in its place among the other problems', async () => {
  const page = playbookWith(BAD_ROW, GOOD_ROW.replace('network', 'n\ufffdtwork'), BAD_ROW);
  const { stdout } = await runCli(['.'], new Map([['/site/a.md', page]]));
  const rules = stdout.match(/task-mo-letter|file-encoding/g);
  assert.deepEqual(rules, ['task-mo-letter', 'file-encoding', 'task-mo-letter']);
});

describe('terminal output', () => {
  test('has no control characters', () => {
    assert.equal(printable('a\u001b[31mb\u0007\u009b1m\u007f'), 'a\\u001b[31mb\\u0007\\u009b1m\\u007f');
    assert.equal(printable('\u202eevil\u2066x\u2069\u200f'), '\\u202eevil\\u2066x\\u2069\\u200f');
    assert.equal(printable('\ud83dx\ude80 🚀 中\u00a0é'), '\\ud83dx\\ude80 🚀 中\u00a0é');
    assert.equal(printable('a\r\nb\rc\td\n'), 'a\r\nb\\u000dc\td\n');
    assert.equal(printableLine('a\nb'), 'a\\u000ab');
  });

  const NAME = '/site/\u001b[2J\u202e\u009b7m.md';
  const UNSAFE =
    /\r(?!\n)|[\u0000-\u0009\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\u001b(?!\[\d+m)/;

  for (const [what, argv, isTerminal] of [
    ['a report', ['.'], false],
    ['a report with colors', ['.'], true],
    ['all details', ['--format', 'full', '.'], false],
    ['all details with colors', ['--format', 'full', '.'], true],
    ['JSON', ['--format', 'json', '.'], false],
    ['JSON on a terminal', ['--format', 'json', '.'], true],
    ['SARIF on a terminal', ['--format', 'sarif', '.'], true],
    ['the format of reviewdog on a terminal', ['--format', 'rdjson', '.'], true],
    ['the commands of GitHub on a terminal', ['--format', 'github', '.'], true],
    ['a message', ['--fix', '.', '/site/\u001b]0;x\u0007.md'], false],
    ['an unknown option', ['--\u001b[2J', '.'], false],
    ['the tasks on a terminal', ['--report', 'tasks', '.'], true],
  ] as const) {
    test(`${what} shows a malicious file name as text`, async () => {
      const { stdout, stderr } = await runCli(
        argv,
        new Map([[NAME, playbookWith(BAD_ROW.replace('proxy', 'proxy\u001b[2J\u0007'))]]),
        { isTerminal },
      );
      assert.doesNotMatch(stdout + stderr, UNSAFE);
      assert.match(stdout + stderr, /\\u001b|%1B/);
    });
  }

  test('JSON contains the unchanged file name', async () => {
    const { stdout } = await runCli(['--format', 'json', '.'], new Map([[NAME, playbookWith(BAD_ROW)]]));
    const { files } = JSON.parse(stdout) as { files: { path: string }[] };
    assert.equal(files[0]?.path, NAME.slice('/site/'.length));
  });

  test('a fixed page is passed to another program unchanged', async () => {
    const page = FIXABLE.replace('proxy', 'proxy\u001b[2J\u202e');
    const { stdout } = await runCli(['--stdin', '--fix'], new Map(), { stdin: page });
    assert.ok(stdout.includes('proxy\u001b[2J\u202e'));
  });
});
