// Files that are read only to compare them with the checked files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { fileError, runCli, type MemoryFiles } from './memory-host.js';

const LINKS = playbookWith(GOOD_ROW, '', '[Locked](locked.md) [Secret](~/secret/page.md)');

function locked(): never {
  throw fileError('EACCES');
}

function site(more: Iterable<readonly [string, string | (() => Uint8Array)]> = []): MemoryFiles {
  return new Map<string, string | (() => Uint8Array)>([
    ['/site/a.md', LINKS],
    ['/site/secret/page.md', playbookWith(GOOD_ROW)],
    ...more,
  ]);
}

test('a file that is only compared with the checked page is named if it cannot be read, and is not missing', async () => {
  const { code, stdout, stderr } = await runCli(['a.md'], site([['/site/locked.md', locked]]));
  assert.equal(stderr, 'playbook-lint: "locked.md" can\'t be read: permission denied\n');
  assert.doesNotMatch(stdout, /link-target-missing/);
  assert.equal(code, 2);
});

test('a file that is checked and compared is named once', async () => {
  const { code, stderr } = await runCli(['.'], site([['/site/locked.md', locked]]));
  assert.equal(stderr, 'playbook-lint: "locked.md" can\'t be read: permission denied\n');
  assert.equal(code, 2);
});

test('a report names what it lacks', async () => {
  const { code, stdout, stderr } = await runCli(['--report', 'tasks', '.'], site([['/site/locked.md', locked]]));
  assert.equal(stderr, 'playbook-lint: "locked.md" can\'t be read: permission denied\n');
  assert.match(stdout, /1234/);
  assert.equal(code, 2);
});

test('a folder that cannot be listed is named, and its files are not missing', async () => {
  const files = site([['/site/locked.md', playbookWith(GOOD_ROW)]]);
  for (const pattern of ['.', 'a.md', '*.md', '**/*.md']) {
    const { code, stdout, stderr } = await runCli([pattern], files, { lockedFolder: '/site/secret' });
    assert.equal(stderr, 'playbook-lint: "secret" can\'t be read: permission denied\n', pattern);
    assert.doesNotMatch(stdout, /link-target-missing/);
    assert.equal(code, 2);
  }
});

test('a workspace folder that cannot be listed is named', async () => {
  const { code, stderr } = await runCli(['a.md'], site(), { lockedFolder: '/site' });
  assert.equal(stderr, 'playbook-lint: "." can\'t be read: permission denied\n');
  assert.equal(code, 2);
});

test('a configuration file that cannot be read is named, and is a problem in the report', async () => {
  const { code, stdout, stderr } = await runCli(['.'], site([['/site/.playbooklint.json', locked]]));
  assert.equal(stderr, 'playbook-lint: ".playbooklint.json" can\'t be read: permission denied\n');
  assert.match(stdout, /This file can't be used: permission denied/);
  assert.equal(code, 2);
});

test("what can't be read is not called empty or missing as well", async () => {
  const files: MemoryFiles = new Map<string, string | (() => Uint8Array)>([['/site/docs/locked.md', locked]]);
  const unreadable = 'playbook-lint: "docs/locked.md" can\'t be read: permission denied\n';
  const cases: readonly (readonly [argv: string[], stderr: string])[] = [
    [['docs'], unreadable],
    [['--fix', '--diff', 'docs'], `${unreadable}No file would change\n`],
    [['--report', 'tasks', 'docs'], unreadable],
    [['--report', 'tasks', 'nope'], 'playbook-lint: No such file or folder: "nope"\n'],
  ];
  for (const [argv, stderr] of cases) {
    const output = await runCli(argv, files);
    assert.deepEqual([output.code, output.stderr], [2, stderr], argv.join(' '));
  }
});
