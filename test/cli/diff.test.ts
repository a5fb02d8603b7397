/** `--fix --diff`: what `--fix` would change, as a diff that other programs apply. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { diffOf } from '../../server/src/cli/print-diff.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { assertProperty } from '../support/property.js';
import { FIXABLE, rowWith, unreadable } from './formats/awkward-site.js';
import { runCli, type MemoryFiles } from './memory-host.js';

const folder = mkdtempSync(join(tmpdir(), 'playbook-diff-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const isPosix = process.platform !== 'win32';
const noGit = spawnSync('git', ['--version']).status === 0 ? false : 'Git is not installed';
const noPatch = isPosix && spawnSync('patch', ['--version']).status === 0 ? false : 'patch is not installed';

/** Pages by path, with everything that makes a diff difficult. Windows doesn't allow all names. */
const PAGES: Readonly<Record<string, string>> = {
  'plain.md': FIXABLE,
  'two words.md': FIXABLE,
  '页面/网络 🚀.md': playbookWith(rowWith('m', '检查代理 🚀')),
  "it's.md": FIXABLE.trimEnd(),
  'crlf.md': FIXABLE.replaceAll('\n', '\r\n'),
  'crlf-without-end.md': FIXABLE.replaceAll('\n', '\r\n').trimEnd(),
  'mark.md': `\uFEFF${FIXABLE}`,
  'mixed.md': FIXABLE.replace('\n| 1235', '\r\n| 1235'),
  'first-and-last.md': playbookWith(rowWith('m')).replace('title: Assess', 'title:  Assess').trimEnd(),
  'minus.md': playbookWith(rowWith('m')).replace('#### FTOP', '--- a/plain.md\n+++ b/plain.md\n\n#### FTOP'),
  ...(isPosix && {
    'a "quoted"\\name.md': FIXABLE,
    'a\ttab.md': FIXABLE,
    'a\nline.md': FIXABLE,
    '-option.md': FIXABLE,
  }),
};

function memory(pages: Readonly<Record<string, string>>): MemoryFiles {
  return new Map(Object.entries(pages).map(([path, text]) => [`/site/${path}`, text]));
}

/** The pages after `--fix`. */
async function fixed(pages: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const files = memory(pages);
  await runCli(['--fix', '.'], files);
  return Object.fromEntries(
    Object.keys(pages).map((path) => {
      const content = files.get(`/site/${path}`);
      return [path, typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString()];
    }),
  );
}

/** The pages in a folder of the disk after `command` has applied the diff. */
function applied(
  pages: Readonly<Record<string, string>>,
  diff: string,
  [command, ...args]: readonly [string, ...string[]],
): Record<string, string> {
  const cwd = mkdtempSync(join(folder, 'site-'));
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const { status, stderr, stdout } = spawnSync(command, args, { cwd, input: diff, encoding: 'utf8' });
  assert.equal(status, 0, stderr + stdout);
  return Object.fromEntries(Object.keys(pages).map((path) => [path, readFileSync(join(cwd, path), 'utf8')]));
}

test('the diff of a page', async () => {
  const { code, stdout, stderr } = await runCli(['--fix', '--diff', '.'], memory({ 'pages/a.md': FIXABLE }));
  assert.equal(
    stdout,
    `diff --git a/pages/a.md b/pages/a.md
--- a/pages/a.md
+++ b/pages/a.md
@@ -19,4 +19,4 @@
 | Task ID | Task Name | (M) Mandatory (O) Optional | FastTrack Role | Services |
 |---|---|---|---|---|
 | 1234 | Check the network | M | FastTrack Engineer | Exchange |
-| 1235 | Check the proxy | m | FastTrack Engineer | Exchange |
+| 1235 | Check the proxy | M | FastTrack Engineer | Exchange |
`,
  );
  assert.equal(stderr, '1 file would change; 1 problem would be fixed\n');
  assert.equal(code, 1);
});

test('git apply does what --fix does', { skip: noGit }, async () => {
  const files = memory(PAGES);
  const { code, stdout } = await runCli(['--fix', '--diff', '.'], files);
  assert.equal(code, 1);
  assert.deepEqual(files, memory(PAGES), 'nothing is written');
  const expected = await fixed(PAGES);
  for (const [path, text] of Object.entries(PAGES)) assert.notEqual(expected[path], text, path);
  assert.deepEqual(applied(PAGES, stdout, ['git', 'apply', '-']), expected);
});

test('patch -p1 does what --fix does', { skip: noPatch }, async () => {
  const { stdout } = await runCli(['--fix', '--diff', '.'], memory(PAGES));
  assert.deepEqual(applied(PAGES, stdout, ['patch', '-p1', '--binary', '--silent']), await fixed(PAGES));
});

test('names are quoted as Git does it', { skip: noGit || !isPosix }, async () => {
  const cwd = mkdtempSync(join(folder, 'names-'));
  const git = (...args: string[]): string => spawnSync('git', args, { cwd, encoding: 'utf8' }).stdout;
  git('init', '--quiet');
  const pages = Object.fromEntries(Object.keys(PAGES).map((path) => [path, FIXABLE]));
  for (const texts of [pages, await fixed(pages)]) {
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    if (texts === pages) git('add', '--all');
  }
  const { stdout } = await runCli(['--fix', '--diff', '.'], memory(pages));
  const names = (diff: string): string[] => diff.split('\n').filter((line) => /^(?:diff --git|---|\+\+\+) /.test(line));
  assert.deepEqual(names(stdout).sort(), names(git('-c', 'core.quotePath=true', 'diff')).sort());
});

test('any change can be applied', { skip: noGit }, () => {
  const line = fc.constantFrom(
    'a\n',
    'b\n',
    '\n',
    'a\r\n',
    '中\n',
    '--- a/x\n',
    '+++ b/x\n',
    '@@ -1 +1 @@\n',
    '\\ x\n',
    ' \n',
    'c\rd\n',
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('', 'end', '\uFEFF'))
    .map(([lines, end]) => lines.join('') + end)
    // Git says on its own terms that a file is created or becomes empty, which no fix does.
    .filter((whole) => whole !== '');
  assertProperty(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), (pairs) => {
      const changes = pairs
        .map(([before, after], index) => ({ path: `${index} x.md`, before, after }))
        .filter(({ before, after }) => before !== after);
      if (changes.length === 0) return;
      const result = applied(
        Object.fromEntries(changes.map(({ path, before }) => [path, before])),
        changes.map(diffOf).join(''),
        ['git', 'apply', '--whitespace=nowarn', '-'],
      );
      assert.deepEqual(result, Object.fromEntries(changes.map(({ path, after: now }) => [path, now])));
    }),
    30,
  );
});

test('nothing to fix', async () => {
  const { code, stdout, stderr } = await runCli(
    ['--fix', '--diff', '.'],
    memory({ 'a.md': playbookWith(rowWith('X')), 'README.md': '# Other\n' }),
  );
  assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: '', stderr: 'No file would change\n' });
});

test('standard input', async () => {
  const named = await runCli(['--fix', '--diff', '--stdin', '--stdin-filename', 'de/x.md'], new Map(), {
    stdin: FIXABLE,
  });
  assert.match(named.stdout, /^diff --git a\/de\/x\.md b\/de\/x\.md\n/);
  assert.equal(named.code, 1);
  const unnamed = await runCli(['--fix', '--diff', '--stdin'], new Map(), { stdin: playbookWith(GOOD_ROW) });
  assert.deepEqual([unnamed.stdout, unnamed.code], ['', 0]);
});

test("files that can't be read or fixed", async () => {
  const latin = Buffer.from(FIXABLE.replace('proxy', 'pröxy'), 'latin1');
  const files: MemoryFiles = new Map<string, string | (() => Uint8Array)>([
    ['/site/a.md', FIXABLE],
    ['/site/locked.md', unreadable],
    ['/site/latin.md', () => latin],
  ]);
  const { code, stdout, stderr } = await runCli(['--fix', '--diff', '.', 'gone.md'], files);
  assert.equal(code, 2);
  assert.equal(stdout.match(/^diff --git/gm)?.length, 1);
  assert.equal(
    stderr,
    `playbook-lint: No such file or folder: "gone.md"
playbook-lint: "locked.md" can't be read: the disk failed ::error::here
playbook-lint: "latin.md" was not fixed because it isn't UTF-8
1 file would change; 1 problem would be fixed
`,
  );
});

test("a page that isn't UTF-8 can't be fixed: exit code 2, with and without a diff", async () => {
  const latin = Buffer.from(FIXABLE.replace('proxy', 'pröxy'), 'latin1');
  const files: MemoryFiles = new Map<string, string | (() => Uint8Array)>([['/site/latin.md', () => latin]]);
  for (const options of [['--fix'], ['--fix', '--diff']]) {
    const { code, stderr } = await runCli([...options, '.'], files);
    assert.equal(code, 2, options.join(' '));
    assert.match(stderr, /"latin\.md" was not fixed because it isn't UTF-8/);
  }
});

test('on a terminal, a page affects nothing', async () => {
  const page = playbookWith(rowWith('m', 'Check\u001b[2J'));
  const { stdout } = await runCli(['--fix', '--diff', '.'], memory({ 'a.md': page }), { isTerminal: true });
  assert.ok(stdout.includes('Check\\u001b[2J'));
  const piped = await runCli(['--fix', '--diff', '.'], memory({ 'a.md': page }));
  assert.ok(piped.stdout.includes('Check\u001b[2J'));
});

test('a diff is neither a report nor a list of problems', async () => {
  const files = memory({ 'a.md': FIXABLE });
  for (const [argv, says] of [
    [['--diff', '.'], /--diff requires --fix/],
    [['--fix', '--diff', '--format', 'json', '.'], /--diff can't be used with --format/],
    [['--fix', '--diff', '--quiet', '.'], /--diff can't be used with --quiet/],
    [['--fix', '--diff', '--max-warnings', '0', '.'], /--diff can't be used with --max-warnings/],
  ] as const) {
    const { code, stderr } = await runCli(argv, files);
    assert.equal(code, 2);
    assert.match(stderr, says);
  }
});
