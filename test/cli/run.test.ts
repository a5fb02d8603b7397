import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { fileError, runCli, type MemoryFiles } from './memory-host.js';

const CLEAN_PAGE = playbookWith(GOOD_ROW);
const BAD_PAGE = playbookWith(GOOD_ROW, BAD_ROW);
/** Two label lines without a hard break between them: fixed by `--fix`. */
const FIXABLE = playbookWith(GOOD_ROW).replace(
  '#### FTOP',
  '### Step\n\nPrimary Role: **FastTrack Engineer**\nApplies To: **All Services**\n\nText.\n\n#### FTOP',
);

interface JsonReport {
  readonly files: readonly {
    path: string;
    problems: readonly {
      ruleId: string;
      severity: string;
      line: number;
      column: number;
      endLine: number;
      endColumn: number;
      fixable: boolean;
      docsUrl: string;
      message: string;
      fingerprint: string;
      fixes: readonly unknown[];
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

async function json(
  argv: readonly string[],
  files: MemoryFiles,
): Promise<JsonReport & { code: number; stderr: string }> {
  const { code, stdout, stderr } = await runCli(['--format', 'json', ...argv], files);
  return { ...(JSON.parse(stdout) as JsonReport), code, stderr };
}

function rulesOf(report: JsonReport, path: string): string[] {
  return report.files.find((file) => file.path === path)?.problems.map(({ ruleId }) => ruleId) ?? ['no such file'];
}

test('a folder: problems by file in columns, and a summary line', async () => {
  const files: MemoryFiles = new Map([
    ['/site/pages/bad.md', BAD_PAGE],
    ['/site/pages/clean.md', CLEAN_PAGE],
    ['/site/pages/README.md', '# Nothing of ours\n'],
    ['/site/pages/picture.png', '\0'],
    ['/site/pages/node_modules/x/bad.md', BAD_PAGE],
    ['/site/pages/.git/bad.md', BAD_PAGE],
    ['/site/.playbooklint.json', '{"rules": {"task-id-format": "off"}}'],
  ]);
  const { code, stdout, stderr } = await runCli(['pages'], files);
  assert.equal(code, 1);
  assert.equal(stderr, '');
  assert.match(
    stdout,
    /^pages\/bad\.md\n {2}22:28 {2}error {2}"X" isn't one of the letters in the column header: M, O {2}task-mo-letter\n/,
  );
  assert.match(stdout, /\n\n2 playbooks checked: 1 error.*; 1 other Markdown file skipped\n$/);
  assert.ok(!stdout.includes('\u001b'), 'no color for a pipe');
  const colored = await runCli(['pages'], files, { isTerminal: true });
  assert.ok(colored.stdout.includes('\u001b[31merror'));
  assert.ok(!(await runCli(['pages'], files, { isTerminal: true, noColor: true })).stdout.includes('\u001b'));
});

test('json: all checked files, all severities, positions that start at 1', async () => {
  const report = await json(
    ['pages/*.md'],
    new Map([
      ['/site/pages/bad.md', BAD_PAGE],
      ['/site/pages/clean.md', CLEAN_PAGE],
      ['/site/pages/deep/no.md', BAD_PAGE],
    ]),
  );
  assert.equal(report.code, 1);
  assert.deepEqual(
    report.files.map(({ path }) => path),
    ['pages/bad.md', 'pages/clean.md'],
  );
  const problem = report.files[0]?.problems.find(({ ruleId }) => ruleId === 'task-mo-letter');
  const { message, fixes: _, fingerprint, ...rest } = problem ?? { message: '', fingerprint: '' };
  assert.match(fingerprint, /^[0-9a-f]{16}$/);
  assert.match(message, /"X" isn't one of/);
  assert.deepEqual(rest, {
    ruleId: 'task-mo-letter',
    severity: 'error',
    messageId: 'task-mo-letter/unknown',
    values: { text: 'X', letters: { items: ['M', 'O'], join: 'comma' } },
    line: 22,
    column: 28,
    endLine: 22,
    endColumn: 29,
    fixable: false,
    docsUrl: 'https://site.test/docs/rules/task-mo-letter.md',
  });
  assert.equal(report.summary['files'], 2);
});

test("exit codes: warnings alone are fine unless limited, a missing file isn't", async () => {
  const files: MemoryFiles = new Map([
    ['/site/a.md', BAD_PAGE],
    ['/site/clean.md', CLEAN_PAGE],
    ['/site/.playbooklint.yaml', 'rules: {task-mo-letter: warning}'],
  ]);
  assert.equal((await runCli(['clean.md'], files)).code, 0);
  assert.equal((await runCli(['a.md'], files)).code, 0);
  assert.equal((await runCli(['a.md', '--max-warnings', '0'], files)).code, 1);
  assert.equal((await runCli(['a.md', '--max-warnings=1'], files)).code, 0);
  const { code, stdout, stderr } = await runCli(['gone.md', 'a.md', '*.txt', 'none/'], files);
  assert.equal(code, 2);
  assert.match(stdout, /task-mo-letter/, 'the other file is checked');
  assert.equal(
    stderr,
    'playbook-lint: No such file or folder: "gone.md"\nplaybook-lint: No Markdown file matches "*.txt"\nplaybook-lint: No such file or folder: "none/"\n',
  );
});

test('invalid arguments are reported, with exit code 2', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /No files specified/],
    [['--bogus', 'a.md'], /Unknown option "--bogus"/],
    [['-x', 'a.md'], /Unknown option "-x"/],
    [['a.md', '--config'], /--config requires a value/],
    [['--config', '--fix', 'a.md'], /--config requires a value/],
    [['--fix=all', 'a.md'], /--fix doesn't take a value/],
    [['--format', 'xml', 'a.md'], /Unknown format "xml"\. Use text, full, json, github, sarif, or rdjson/],
    [['--max-warnings', 'many', 'a.md'], /requires a whole number/],
    [['--stdin', 'a.md'], /can't be used with files/],
    [['--stdin-filename', 'x.md', 'a.md'], /requires --stdin/],
    [['--max-warnings', '-1', 'a.md'], /--max-warnings requires a whole number that is 0 or greater, not "-1"/],
    [['--max-warnings', '1.5', 'a.md'], /--max-warnings requires a whole number that is 0 or greater, not "1\.5"/],
    [['--config', 'nope.json', 'a.md'], /"nope\.json" can't be read: no such file/],
    [['--report', 'tasks', '--format', 'json', 'a.md'], /--report can't be used with --format/],
    [['--report', 'tasks', '--fix', 'a.md'], /--report can't be used with --fix/],
    [['--report', 'tasks', '--stdin'], /--report can't be used with --stdin/],
    [['--report', 'tasks', '--quiet', 'a.md'], /--report can't be used with --quiet/],
    [['--report', 'tasks', '--max-warnings=0', 'a.md'], /--report can't be used with --max-warnings/],
  ];
  for (const [argv, says] of cases) {
    const { code, stderr, stdout } = await runCli(argv, new Map([['/site/a.md', CLEAN_PAGE]]));
    assert.equal(code, 2, argv.join(' '));
    assert.match(stderr, says);
    assert.equal(stdout, '');
  }
  assert.match((await runCli(['--help'], new Map())).stdout, /--max-warnings/);
  assert.match((await runCli(['--version'], new Map())).stdout, /^\d+\.\d+\.\d+\n$/);
});

test('an empty argument is rejected, and nothing is read or written', async () => {
  const calls = [
    ['--fix', ''],
    ['--fix', 'a.md', ' '],
    ['--fix', '--config', '', 'a.md'],
    ['--fix', '--format=', 'a.md'],
    ['--fix', '--max-warnings', '', 'a.md'],
    ['--stdin', '--fix', '--stdin-filename', ''],
    ['--report', '', 'a.md'],
    ['--report', 'tasks', '--output=', 'a.md'],
  ];
  for (const argv of calls) {
    const files: MemoryFiles = new Map([['/site/a.md', FIXABLE]]);
    const { code, stdout, stderr } = await runCli(argv, files, { stdin: FIXABLE });
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' }, argv.join(' '));
    assert.match(stderr, /is empty\. An unset shell variable is a common cause/);
    assert.equal(files.get('/site/a.md'), FIXABLE);
  }
});

test("--fix continues if a file can't be fixed", async () => {
  let saves = 0;
  const changing = (): Uint8Array => new TextEncoder().encode(`${FIXABLE}\nSaved ${++saves} times.\n`);
  const files: MemoryFiles = new Map<string, string | (() => Uint8Array)>([
    ['/site/a.md', changing],
    ['/site/b.md', FIXABLE],
  ]);
  const { code, stderr } = await runCli(['.', '--fix'], files);
  assert.equal(code, 2);
  assert.equal(stderr, 'playbook-lint: "a.md" was not fixed: it changed after it was read\n');
  assert.notEqual(files.get('/site/b.md'), FIXABLE);
});

test('--fix writes only changes, and keeps the byte order mark and line endings', async () => {
  const crlf = `\uFEFF${FIXABLE.replaceAll('\n', '\r\n')}`;
  const files: MemoryFiles = new Map([
    ['/site/a.md', FIXABLE],
    ['/site/crlf.md', crlf],
    ['/site/clean.md', CLEAN_PAGE],
    ['/site/read-only.md', FIXABLE],
  ]);
  const before = files.get('/site/clean.md');
  const { code, stderr, stdout } = await runCli(['.', '--fix'], files);
  assert.equal(code, 2);
  assert.equal(stderr, 'playbook-lint: "read-only.md" was not fixed: the disk is read-only\n');
  assert.match(stdout, /; 2 fixed/);
  assert.equal(files.get('/site/clean.md'), before, 'not written');
  const fixed = new TextDecoder('utf-8', { ignoreBOM: true });
  const a = fixed.decode(files.get('/site/a.md') as Uint8Array);
  assert.notEqual(a, FIXABLE);
  assert.equal(fixed.decode(files.get('/site/crlf.md') as Uint8Array), `\uFEFF${a.replaceAll('\n', '\r\n')}`);
  assert.equal((await json(['a.md'], files)).summary['fixable'], 0);
});

test('standard input is checked under its name, and fixed to standard output', async () => {
  const files: MemoryFiles = new Map([['/site/de/.playbooklint.json', '{"rules": {"task-mo-letter": "info"}}']]);
  const plain = await runCli(['--stdin', '--format', 'json'], files, { stdin: BAD_PAGE });
  assert.equal(plain.code, 1);
  assert.equal((JSON.parse(plain.stdout) as JsonReport).files[0]?.path, '<stdin>');
  const named = await runCli(['--stdin', '--stdin-filename', 'de/x.md', '--format', 'json'], files, {
    stdin: BAD_PAGE,
  });
  assert.equal(named.code, 0);
  assert.equal((JSON.parse(named.stdout) as JsonReport).files[0]?.path, 'de/x.md');
  const fixed = await runCli(['--stdin', '--fix'], files, { stdin: FIXABLE });
  assert.match(fixed.stdout, /^---\ntitle/);
  assert.notEqual(fixed.stdout, FIXABLE);
  assert.match(fixed.stderr, /1 playbook checked/);
});

test("standard input that isn't UTF-8 is checked, and has no fixed text", async () => {
  const bytes = (text: string): Uint8Array =>
    new Uint8Array(Buffer.from(text.replace('network', 'n\u00e9twork'), 'latin1'));
  for (const page of [bytes(FIXABLE), bytes('# Read me\n\nnetwork\n')]) {
    const fixed = await runCli(['--stdin', '--fix'], new Map(), { stdin: page });
    assert.equal(fixed.code, 2);
    assert.equal(fixed.stdout, '');
    assert.match(fixed.stderr, /"<stdin>" was not fixed because it isn't UTF-8/);
  }
  const { stdout } = await runCli(['--stdin', '--format', 'json'], new Map(), { stdin: bytes(FIXABLE) });
  assert.equal((JSON.parse(stdout) as JsonReport).summary['fixable'], 0);
  assert.match(stdout, /"fixes": \[\]/);
  assert.doesNotMatch(stdout, /"edits"/, 'they would be in a text that the file does not contain');
});

test('configuration: the file in the working directory applies to what is specified in it', async () => {
  const files: MemoryFiles = new Map([
    ['/site/.playbooklint.json', '{"rules": {"task-mo-letter": "off"}}'],
    ['/site/docs/deep/a.md', BAD_PAGE],
    ['/elsewhere/a.md', BAD_PAGE],
  ]);
  for (const pattern of ['docs', 'docs/deep/a.md', 'docs/**/*.md'])
    assert.ok(!rulesOf(await json([pattern], files), 'docs/deep/a.md').includes('task-mo-letter'), pattern);
  assert.ok(rulesOf(await json(['../elsewhere'], files), '../elsewhere/a.md').includes('task-mo-letter'));
});

test('configuration: the nearest file upwards, with its mistakes in the report, or the specified file', async () => {
  const files: MemoryFiles = new Map([
    ['/site/.playbooklint.json', '{"rules": {"task-mo-letter": "off"}}'],
    ['/site/a.md', BAD_PAGE],
    ['/site/sub/.playbooklint.jsonc', '{"rules": {"task-mo-letter": "hint", "nope": "off"}, "ignore": ["draft.md"]}'],
    ['/site/sub/a.md', BAD_PAGE],
    ['/site/sub/draft.md', BAD_PAGE],
    ['/site/sub/.playbooklint.yaml', '{}'],
    ['/ci/strict.yaml', 'rules: {task-mo-letter: warning}\nignore: sub/**\n'],
  ]);
  const report = await json(['.'], files);
  assert.equal(report.code, 1);
  assert.ok(!rulesOf(report, 'a.md').includes('task-mo-letter'));
  assert.ok(rulesOf(report, 'sub/a.md').includes('task-mo-letter'));
  assert.deepEqual(rulesOf(report, 'sub/.playbooklint.jsonc'), ['configuration']);
  assert.deepEqual(
    rulesOf(report, 'sub/.playbooklint.yaml'),
    ['configuration'],
    'a second file is not read, and says so',
  );
  assert.equal(report.summary['ignored'], 1);
  const named = await json(['--config', '../ci/strict.yaml', '.'], files);
  assert.deepEqual(
    named.files.map(({ path }) => path),
    ['a.md'],
  );
  assert.ok(rulesOf(named, 'a.md').includes('task-mo-letter'));
});

test('a configuration with a syntax error changes nothing, and the report says so', async () => {
  const files: MemoryFiles = new Map([
    ['/site/page.md', BAD_PAGE],
    ['/site/.playbooklint.json', '{"rules": {"task-mo-letter": "off"}, "ignore": ["page.md"] "overrides": []}'],
  ]);
  const report = await json(['.'], files);
  assert.ok(rulesOf(report, 'page.md').includes('task-mo-letter'));
  assert.deepEqual(rulesOf(report, '.playbooklint.json'), ['configuration']);
  assert.equal(report.code, 1);
});

test("files that aren't text, or disappear, are reported individually", async () => {
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const latin1 = Buffer.from(playbookWith(GOOD_ROW).replace('network', 'n\u00e9twork'), 'latin1');
  const files: MemoryFiles = new Map<string, Uint8Array | string | (() => Uint8Array)>([
    ['/site/binary.md', new Uint8Array([0x89, 0x50, 0, 0, 1, 2])],
    ['/site/nul.md', CLEAN_PAGE.replace('network', 'net\0work')],
    ['/site/utf16.md', utf16(BAD_PAGE)],
    ['/site/utf16-readme.md', utf16('# Title\n')],
    ['/site/latin1.md', new Uint8Array(latin1)],
    ['/site/large.md', CLEAN_PAGE + 'x'.repeat(5_100_000)],
    ['/site/large-readme.md', '# Title\n' + 'x'.repeat(5_100_000)],
    ['/site/huge.md', () => Buffer.concat([Buffer.from(CLEAN_PAGE), Buffer.alloc(50_000_000, 'y')])],
    ['/site/cr.md', BAD_PAGE.replaceAll('\n', '\r')],
    [
      '/site/gone.md',
      () => {
        throw fileError('ENOENT');
      },
    ],
    [
      '/site/secret.md',
      () => {
        throw fileError('EACCES');
      },
    ],
  ]);
  const before = new Map(files);
  const report = await json(['.', '--fix'], files);
  assert.equal(report.code, 2);
  assert.deepEqual(rulesOf(report, 'binary.md'), ['no such file'], 'it is not a playbook');
  assert.deepEqual(rulesOf(report, 'nul.md'), ['file-not-text']);
  assert.deepEqual(rulesOf(report, 'utf16.md'), ['file-encoding']);
  assert.ok(rulesOf(report, 'latin1.md').includes('file-encoding'));
  assert.deepEqual(rulesOf(report, 'large.md'), ['file-too-large']);
  assert.deepEqual(rulesOf(report, 'huge.md'), ['file-too-large']);
  assert.ok(rulesOf(report, 'cr.md').includes('task-mo-letter'));
  assert.equal(report.summary['leftAlone'], 3);
  assert.match(report.stderr, /"gone\.md" can't be read: no such file\n/);
  assert.match(report.stderr, /"secret\.md" can't be read: permission denied\n/);
  for (const name of ['binary', 'utf16', 'latin1', 'large'])
    assert.equal(files.get(`/site/${name}.md`), before.get(`/site/${name}.md`), `${name} is not written`);
});

test('a terminal shows the progress of a long run, and the line disappears at the end', async () => {
  let time = 0;
  const files: MemoryFiles = new Map(Array.from({ length: 6 }, (_, index) => [`/site/${index}.md`, CLEAN_PAGE]));
  const { stderr } = await runCli(['.'], files, { isTerminal: true, now: () => (time += 300) });
  assert.match(stderr, /\rChecked \d of 6 files…/);
  assert.match(stderr, /\r +\r$/);
  assert.equal((await runCli(['.'], files, { now: () => (time += 300) })).stderr, '');
});

test('rules that are newer than "rulesAsOf" are off, and the summary says how many', async () => {
  const page = `${CLEAN_PAGE}\n<!-- playbook-lint-disable-nextline task-mo-letter -->\n\nText.\n`;
  const pinned = '{"rulesAsOf": "0.1.0"}';
  const files = (config: string): MemoryFiles =>
    new Map([
      ['/site/page.md', page],
      ['/site/.playbooklint.json', config],
      ['/shared/lint.json', pinned],
    ]);
  assert.deepEqual(rulesOf(await json(['.'], files('{}')), 'page.md'), ['suppression-misspelt']);
  for (const argv of [['.'], ['.', '--config', '/shared/lint.json']]) {
    const config = argv.length === 1 ? pinned : '{}';
    const report = await json(argv, files(config));
    assert.deepEqual(rulesOf(report, 'page.md'), []);
    assert.ok((report.summary['newerRules'] ?? 0) > 0);
    const { code, stdout } = await runCli(argv, files(config));
    assert.equal(code, 0);
    assert.match(stdout, /^1 playbook checked: no problems; \d+ rules are newer than "rulesAsOf" and off\n$/);
  }
  assert.equal((await json(['.'], files('{}'))).summary['newerRules'], 0);
});

test('the summary never says "no problems" about nothing', async () => {
  const files: MemoryFiles = new Map([
    ['/site/a.md', CLEAN_PAGE],
    ['/site/b.md', CLEAN_PAGE.replaceAll('1234', '1240')],
    ['/site/other.md', '# Other\n'],
    ['/site/bad.json', '{"rules":{"nope":"off"}}'],
  ]);
  const cases: readonly (readonly [argv: string, summary: string])[] = [
    ['gone.md', 'No playbooks checked; 1 could not be checked or fixed'],
    ['gone.md lost.md', 'No playbooks checked; 2 could not be checked or fixed'],
    ['other.md', 'No playbooks checked; 1 other Markdown file skipped'],
    ['other.md gone.md', 'No playbooks checked; 1 other Markdown file skipped; 1 could not be checked or fixed'],
    ['--allow-empty [x]*.md', 'No playbooks checked'],
    ['a.md', '1 playbook checked: no problems'],
    ['a.md gone.md', '1 playbook checked: no problems; 1 could not be checked or fixed'],
    ['a.md b.md', '2 playbooks checked: no problems'],
    ['a.md b.md gone.md lost.md', '2 playbooks checked: no problems; 2 could not be checked or fixed'],
    ['--config bad.json a.md', '1 playbook checked: 1 error'],
    ['-', 'No playbooks checked; 1 could not be checked or fixed'],
  ];
  for (const [argv, summary] of cases) {
    const { stdout } = await runCli(argv.split(' '), files);
    assert.equal(stdout.trimEnd().split('\n').at(-1), summary, argv);
  }
  assert.match((await runCli(['-'], files)).stderr, /"-"\. To check standard input, use --stdin\n$/);
});

test('the file name of standard input is only a name: neither it nor its folder must exist', async () => {
  const page = playbookWith(BAD_ROW);
  const files: MemoryFiles = new Map([
    ['/site/.playbooklint.json', '{"rules":{"task-mo-letter":"warning"}}'],
    ['/site/pages/a.md', CLEAN_PAGE],
  ]);
  for (const name of ['pages/a.md', 'nowhere/new.md', 'nowhere/at/all.md', 'pages', 'pages/a.md/b.md']) {
    const { code, stdout, stderr } = await runCli(['--stdin', '--stdin-filename', name], files, { stdin: page });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' }, name);
    assert.match(stdout, /warning {2}"X" isn't one of the letters/, name);
  }
  for (const name of ['/elsewhere/new.md', '../../new/page.md']) {
    const { code, stdout, stderr } = await runCli(['--stdin', '--stdin-filename', name], files, { stdin: page });
    assert.deepEqual({ code, stderr }, { code: 1, stderr: '' }, name);
    assert.match(stdout, /error {2}"X" isn't one of the letters/, name);
  }
});

test('a file whose name is not UTF-8 is not called missing', async () => {
  const files: MemoryFiles = new Map([['/site/a.md', CLEAN_PAGE]]);
  assert.match((await runCli(['gone-\ufffd.md'], files)).stderr, /can't be read: the name isn't UTF-8\n/);
});
