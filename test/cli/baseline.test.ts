/** `--baseline`: known problems aren't reported. */
import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { test } from 'node:test';
import { pathInBaseline } from '../../server/src/cli/baseline.js';
import { fingerprintOf } from '../../server/src/cli/fingerprint.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { fileError, runCli, type MemoryFiles } from './memory-host.js';

const CLEAN = playbookWith(GOOD_ROW);
const BAD = playbookWith(GOOD_ROW, BAD_ROW);
const OTHER_ROW = BAD_ROW.replace('1235', '1236');

interface Entry {
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
}

function textOf(files: MemoryFiles, path = '/site/known.json'): string {
  return new TextDecoder().decode(files.get(path) as Uint8Array);
}

function entriesOf(files: MemoryFiles, path?: string): readonly Entry[] {
  return (JSON.parse(textOf(files, path)) as { problems: Entry[] }).problems;
}

/** The rules that a run with the baseline reports, and the numbers of its summary. */
async function lint(
  files: MemoryFiles,
  ...argv: readonly string[]
): Promise<{ code: number; rules: string[]; known: number; stale: number; stderr: string }> {
  const { code, stdout, stderr } = await runCli(['--format', 'json', '--baseline', 'known.json', ...argv], files);
  const { files: found, summary } = JSON.parse(stdout) as {
    files: { problems: { ruleId: string }[] }[];
    summary: { known: number; stale: number };
  };
  const rules = found.flatMap(({ problems }) => problems.map(({ ruleId }) => ruleId));
  return { code, rules, known: summary.known, stale: summary.stale, stderr };
}

async function recorded(pages: Readonly<Record<string, string>>): Promise<MemoryFiles> {
  const files: MemoryFiles = new Map(Object.entries(pages).map(([path, text]) => [`/site/${path}`, text]));
  const { code, known, stderr } = await lint(files, '--write-baseline', '.');
  assert.equal(code, 0);
  assert.match(stderr, new RegExp(`^playbook-lint: Baseline written to "known\\.json": ${known} known problems?\n$`));
  return files;
}

test('known problems are not reported, also where lines moved and cells were aligned; new ones are', async () => {
  const files = await recorded({ 'a.md': BAD });
  const { code, rules, stale, known } = await lint(files, '.');
  assert.deepEqual({ code, rules, stale }, { code: 0, rules: [], stale: 0 });
  assert.ok(known > 0);
  const aligned = BAD.replace('# Assess', 'Text.\n\n# Assess').replace('| X |', '|   X   |').replaceAll('\n', '\r\n');
  files.set('/site/a.md', aligned);
  assert.equal((await lint(files, '.')).code, 0);
  files.set('/site/a.md', playbookWith(GOOD_ROW, BAD_ROW, OTHER_ROW));
  const more = await lint(files, '.');
  assert.equal(more.code, 1);
  assert.deepEqual(
    more.rules.filter((id) => id === 'task-mo-letter'),
    ['task-mo-letter'],
  );
  const { stdout } = await runCli(['--baseline', 'known.json', '.'], files);
  assert.match(stdout, /22:28|23:28/);
  assert.match(stdout, /; \d+ known problems? not reported\n$/);
});

test('of the same problem, only as many are known as were recorded', async () => {
  const files = await recorded({ 'a.md': playbookWith(BAD_ROW, BAD_ROW) });
  assert.equal(entriesOf(files).find(({ rule }) => rule === 'task-mo-letter')?.count, 2);
  files.set('/site/a.md', playbookWith(BAD_ROW, BAD_ROW, BAD_ROW));
  assert.deepEqual(
    (await lint(files, '.')).rules.filter((id) => id === 'task-mo-letter'),
    ['task-mo-letter'],
  );
  files.set('/site/a.md', playbookWith(BAD_ROW));
  assert.ok((await lint(files, '.')).stale >= 1, 'one of two was fixed');
});

test('outdated entries are counted until they are removed', async () => {
  const files = await recorded({ 'a.md': BAD, 'gone.md': BAD, 'kept.md': BAD });
  files.set('/site/a.md', CLEAN);
  files.delete('/site/gone.md');
  const count = entriesOf(files).filter(({ path }) => path !== 'kept.md').length;
  const before = await lint(files, '.');
  assert.equal(before.code, 0);
  assert.equal(before.stale, count);
  const { stdout } = await runCli(['--baseline', 'known.json', '.'], files);
  assert.match(stdout, /; \d+ entries of the baseline are outdated \(--write-baseline removes them\)\n$/);
  await lint(files, '--write-baseline', '.');
  assert.deepEqual([...new Set(entriesOf(files).map(({ path }) => path))], ['kept.md']);
  assert.equal((await lint(files, '.')).stale, 0);
});

test('a single outdated entry is counted in the singular', async () => {
  const files = await recorded({ 'a.md': playbookWith(BAD_ROW) });
  files.set('/site/a.md', CLEAN);
  const { stdout } = await runCli(['--baseline', 'known.json', 'a.md'], files);
  assert.match(stdout, /; 1 entry of the baseline is outdated \(--write-baseline removes it\)\n$/);
});

test('entries of files that a run does not check are neither outdated nor removed', async () => {
  const files = await recorded({ 'a.md': BAD, 'deep/b.md': BAD });
  const before = entriesOf(files);
  files.set('/site/a.md', CLEAN);
  for (const patterns of [['deep'], ['deep/b.md'], ['dee*/*.md']])
    assert.equal((await lint(files, ...patterns)).stale, 0);
  await lint(files, '--write-baseline', 'deep');
  assert.deepEqual(entriesOf(files), before);
  assert.ok((await lint(files, 'a.md')).stale > 0);
});

test('the file is sorted, has one entry per line, and is the same after another run', async () => {
  const files = await recorded({ 'b.md': BAD, 'a.md': playbookWith(BAD_ROW, OTHER_ROW), 'toc.yml': '- href: x.md\n' });
  const text = textOf(files);
  const lines = text.split('\n').filter((line) => line.includes('"path"'));
  assert.equal(lines.length, entriesOf(files).length);
  for (const line of lines)
    assert.match(line, /^ {4}\{"path":"[^"]+","rule":"[^"]+","fingerprint":"[0-9a-f]{16}","count":\d+\},?$/);
  assert.deepEqual(
    entriesOf(files).map(({ path }) => path),
    entriesOf(files)
      .map(({ path }) => path)
      .sort(),
  );
  assert.ok(text.endsWith('  ]\n}\n'));
  await lint(files, '--write-baseline', '.');
  assert.equal(textOf(files), text);
  assert.equal(textOf(await recorded({ 'a.md': CLEAN })), '{\n  "version": 1,\n  "problems": []\n}\n');
});

test('paths are relative to the baseline, on every system', async () => {
  const files: MemoryFiles = new Map([['/site/docs/a.md', BAD]]);
  await runCli(['--baseline', 'ci/known.json', '--write-baseline', 'docs'], files);
  assert.deepEqual([...new Set(entriesOf(files, '/site/ci/known.json').map(({ path }) => path))], ['../docs/a.md']);
  const inside = await runCli(['--baseline', '../ci/known.json', '.'], files, { cwd: '/site/docs' });
  assert.equal(inside.code, 0);
  assert.equal(pathInBaseline('C:\\site\\ci', 'C:\\site\\docs\\a b.md', win32), '../docs/a b.md');
  assert.equal(pathInBaseline('/site', '/site/docs/a\\b.md', posix), 'docs/a\\b.md');
});

test('a baseline that is missing or damaged: exit code 2, with advice', async () => {
  const wrong: readonly (readonly [string | undefined, RegExp])[] = [
    [undefined, /The baseline "known\.json" doesn't exist\. To create it, add --write-baseline/],
    ['', /is damaged: it isn't valid JSON\. Restore it, or delete it and create it again with --write-baseline/],
    ['<<<<<<< HEAD\n{}', /is damaged: it isn't valid JSON/],
    ['[]', /is damaged: it doesn't have the form of a baseline/],
    ['{"version": 1}', /is damaged: it doesn't have the form of a baseline/],
    ['{"version": 1, "problems": [{"path": "a.md"}]}', /is damaged: entry 1 of "problems" isn't valid/],
    [
      '{"version": 1, "problems": [{"path": "a.md", "rule": "x", "fingerprint": "y", "count": -1}]}',
      /entry 1 of "problems" isn't valid/,
    ],
    ['{"version": 2, "problems": []}', /was written by a newer version of playbook-lint/],
  ];
  for (const [content, says] of wrong) {
    for (const write of content === undefined ? [[]] : [[], ['--write-baseline']]) {
      const files: MemoryFiles = new Map([['/site/a.md', BAD]]);
      if (content !== undefined) files.set('/site/known.json', content);
      const { code, stdout, stderr } = await runCli(['--baseline', 'known.json', ...write, '.'], files);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' }, String(content));
      assert.match(stderr, says);
      assert.equal(files.get('/site/known.json'), content);
    }
  }
});

test('an incomplete run writes no baseline, and neither does a disk that refuses', async () => {
  const unreadable = (): Uint8Array => {
    throw fileError('EACCES');
  };
  const files: MemoryFiles = new Map<string, string | (() => Uint8Array)>([
    ['/site/a.md', BAD],
    ['/site/b.md', unreadable],
  ]);
  const { code, stderr } = await runCli(['--baseline', 'known.json', '--write-baseline', '.'], files);
  assert.equal(code, 2);
  assert.match(stderr, /The baseline was not written, because something could not be checked/);
  assert.ok(!files.has('/site/known.json'));
  files.delete('/site/b.md');
  const refused = await runCli(['--baseline', 'read-only.json', '--write-baseline', '.'], files);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /"read-only\.json" can't be written: the disk is read-only/);
});

test('mistakes in a configuration file are always reported', async () => {
  const files: MemoryFiles = new Map([
    ['/site/a.md', BAD],
    ['/site/.playbooklint.json', '{"rules": {"nope": "off"}}'],
  ]);
  await runCli(['--baseline', 'known.json', '--write-baseline', '.'], files);
  const { code, rules } = await lint(files, '.');
  assert.equal(code, 1);
  assert.deepEqual(rules, ['configuration']);
});

test('fixes, severities and standard input work with a baseline', async () => {
  const files = await recorded({ 'a.md': BAD });
  assert.equal((await lint(files, '--fix', '--quiet', '--rule', 'task-mo-letter:error', '.')).code, 0);
  const stdin = await runCli(['--baseline', 'known.json', '--stdin', '--stdin-filename', 'a.md'], files, {
    stdin: BAD,
  });
  assert.equal(stdin.code, 0);
  const other = await runCli(['--baseline', 'known.json', '--stdin', '--stdin-filename', 'b.md'], files, {
    stdin: BAD,
  });
  assert.equal(other.code, 1);
});

test('a fingerprint depends on the text of the line, not on its place and spaces', () => {
  const at = (text: string, part: string): string => {
    const start = text.indexOf(part);
    return fingerprintOf(text, { start, end: start + part.length });
  };
  const row = at('| 1235 | Check | X |', 'X');
  assert.equal(at('\uFEFF| 1235 | Check | X |\r\nmore', 'X'), row);
  assert.equal(at('\n\n|1235|  Check  |\tX |\n', 'X'), row);
  assert.notEqual(at('| 1236 | Check | X |', 'X'), row);
  assert.notEqual(at('| 1235 | Check | X |', 'Check'), row);
  const long = `${'a'.repeat(3_000_000)}X${'b'.repeat(3_000_000)}`;
  assert.equal(at(long, 'X'), at(`a${long}b`, 'X'), 'only the surroundings count in an endless line');
  assert.equal(fingerprintOf('', { start: 0, end: 0 }).length, 16);
});
