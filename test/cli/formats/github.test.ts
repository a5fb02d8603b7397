import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playbookWith } from '../../support/pages.js';
import type { MemoryFiles } from '../memory-host.js';
import { FIXABLE, pageWithErrors, problemsIn, rowWith, runFormat, siteWith, unreadable } from './awkward-site.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A line of the log as the runner reads it: `undefined` if it isn't a command. */
function commandIn(line: string): Command | undefined {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end === -1) {
    assert.ok(!/##\[[\w-]+[^\]]*\]/.test(line), `the older syntax: ${line}`);
    return undefined;
  }
  const info = text.slice(2, end);
  const space = info.indexOf(' ');
  const list = space === -1 ? [] : info.slice(space + 1).split(',');
  const properties = list.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescaped(pair.slice(at + 1), true)];
  });
  return {
    name: space === -1 ? info : info.slice(0, space),
    properties: Object.fromEntries(properties),
    data: unescaped(text.slice(end + 2), false),
  };
}

function unescaped(text: string, isProperty: boolean): string {
  const data = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return (isProperty ? data.replaceAll('%3A', ':').replaceAll('%2C', ',') : data).replaceAll('%25', '%');
}

function commandsIn(output: string): Command[] {
  return output.split('\n').flatMap((line) => commandIn(line) ?? []);
}

const LEVELS: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

test('an awkward site: one command for each problem, and nothing else is a command', async () => {
  const { stdout, code } = await runFormat('github', ['.'], siteWith());
  assert.equal(code, 1);
  const expected = [...(await problemsIn(['.'], siteWith()))].flatMap(([path, problems]) =>
    problems.map(({ severity, ruleId, line, endLine, column, endColumn }) => ({
      name: LEVELS[severity],
      properties: {
        file: path,
        line: String(line),
        endLine: String(endLine),
        col: String(column),
        endColumn: String(endColumn),
        title: ruleId,
      },
    })),
  );
  const commands = commandsIn(stdout);
  const sorted = (list: readonly object[]): string[] => list.map((one) => JSON.stringify(one)).sort();
  assert.deepEqual(sorted(commands.map(({ name, properties }) => ({ name, properties }))), sorted(expected));
  assert.match(stdout, /\n6 playbooks checked: .*\n$/);
  assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('special characters are escaped', async () => {
  const { stdout } = await runFormat('github', ['pages'], siteWith());
  assert.ok(stdout.includes('::error file=pages/50%25%2C "a"%3A b\\c#d?.md,line=21,endLine=21,col=28,endColumn=29,'));
});

test('GitHub shows ten of a level: the worst are the first, and the log lists the others', async () => {
  const files: MemoryFiles = new Map([
    ['/site/a.md', pageWithErrors(4)],
    ['/site/b.md', pageWithErrors(12)],
    ['/site/.playbooklint.json', '{"overrides": [{"files": "a.md", "rules": {"task-mo-letter": "hint"}}]}'],
  ]);
  const { stdout } = await runFormat('github', ['.'], files);
  const commands = commandsIn(stdout);
  const errors = commands.filter(({ name }) => name === 'error');
  assert.equal(errors.length, 10);
  assert.ok(errors.every(({ properties }) => properties['file'] === 'b.md'));
  assert.equal(commands[0]?.name, 'error');
  const lines = stdout.split('\n');
  const more = lines.findIndex((line) => / more problems have no annotation, because GitHub shows only 10 /.test(line));
  const all = [...(await problemsIn(['.'], files)).values()].flat().length;
  assert.equal(Number.parseInt(lines[more] ?? '', 10), all - commands.length);
  assert.equal(lines.slice(more + 1).filter((line) => line.startsWith('  ')).length, all - commands.length);
  assert.match(lines[more + 1] ?? '', /^ {2}error {2}b\.md:\d+:28 {2}"X\d+" isn't one of/);
});

test('hostile text stays text in the list, too', async () => {
  const hostile = playbookWith(...Array.from({ length: 15 }, (_, index) => rowWith(`::error::##[error]${index}`)));
  const { stdout } = await runFormat('github', ['.'], new Map([['/site/::error::##[error]x.md', hostile]]));
  assert.ok(commandsIn(stdout).every(({ properties }) => properties['file'] === '::error::##[error]x.md'));
});

test('failures are annotations', async () => {
  const { stdout, code } = await runFormat('github', ['.', 'gone.md'], siteWith({ '/site/locked.md': unreadable }));
  assert.equal(code, 2);
  assert.deepEqual(commandsIn(stdout).slice(0, 2), [
    { name: 'error', properties: { title: 'playbook-lint' }, data: 'No such file or folder: "gone.md"' },
    {
      name: 'error',
      properties: { title: 'playbook-lint' },
      data: '"locked.md" can\'t be read: the disk failed ::error::here',
    },
  ]);
});

test('a problem on several lines has no columns', async () => {
  const page = playbookWith(rowWith('M')).replace('#### FTOP', '<!-- a comment\n\n#### FTOP');
  const { stdout } = await runFormat('github', ['.'], new Map([['/site/a.md', page]]));
  for (const { properties } of commandsIn(stdout))
    assert.equal('col' in properties, properties['line'] === properties['endLine']);
});

test('paths are relative to the repository', async () => {
  const github = { workspace: '/site', summaryFile: undefined };
  const { stdout } = await runFormat('github', ['.'], siteWith(), { cwd: '/site/pages', github });
  assert.ok(commandsIn(stdout).some(({ properties }) => properties['file'] === 'pages/two words.md'));
  const outside = await runFormat('github', ['.'], siteWith(), {
    cwd: '/site',
    github: { ...github, workspace: '/x' },
  });
  assert.ok(commandsIn(outside.stdout).some(({ properties }) => properties['file'] === 'pages/two words.md'));
});

test('standard input, no problems', async () => {
  const stdin = await runFormat('github', ['--stdin', '--stdin-filename', 'x.md'], new Map(), { stdin: FIXABLE });
  assert.equal(commandsIn(stdin.stdout)[0]?.properties['file'], 'x.md');
  const { stdout, code } = await runFormat('github', ['clean.md'], siteWith());
  assert.deepEqual([stdout, code], ['1 playbook checked: no problems\n', 0]);
});

const STEP = { github: { workspace: '/site', summaryFile: '/tmp/summary' } };

function summaryIn(files: MemoryFiles): string {
  return new TextDecoder().decode(files.get('/tmp/summary') as Uint8Array);
}

test('the job summary lists all problems, the worst first, as text', async () => {
  const files = siteWith({ '/site/locked.md': unreadable });
  await runFormat('github', ['.'], files, STEP);
  const summary = summaryIn(files);
  assert.match(summary, /^## playbook-lint\n\n6 playbooks checked\\: /);
  assert.match(summary, /\n- "locked\\\.md" can't be read\\: the disk failed \\:\\:error\\:\\:here\n/);
  assert.match(summary, /\n\| Severity \| Place \| Problem \| Rule \|\n\|---\|---\|---\|---\|\n\| error \| /);
  const rows = summary.split('\n').filter((line) => /^\| (?:error|warning|info|hint) /.test(line));
  const problems = [...(await problemsIn(['.'], siteWith())).values()].flat();
  assert.equal(rows.length, problems.length);
  for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 5, row);
  assert.ok(summary.includes('\\<img src\\=x\\>'));
  assert.ok(summary.includes('\\[link\\]\\(https\\://a\\.test\\)'));
  assert.ok(summary.includes('\\`code\\`'));
  assert.ok(summary.includes('| 页面/网络 🚀\\.md\\:21 |'));
  assert.doesNotMatch(summary, /[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('the job summary is appended, and other formats write none', async () => {
  const files = siteWith({ '/tmp/summary': 'Before.\n\n' });
  await runFormat('github', ['clean.md'], files, STEP);
  assert.equal(summaryIn(files), 'Before.\n\n## playbook-lint\n\n1 playbook checked\\: no problems\n');
  const others = siteWith();
  await runFormat('text', ['.'], others, STEP);
  assert.ok(!others.has('/tmp/summary'));
});

test('the job summary never exceeds 1 MiB, and says how many problems are missing', async () => {
  const files: MemoryFiles = new Map<string, string>([
    ['/site/a.md', playbookWith(...Array.from({ length: 400 }, (_, index) => rowWith(`中${index}`.repeat(200))))],
    ['/tmp/summary', 'x'.repeat(900_000)],
  ]);
  await runFormat('github', ['.'], files, STEP);
  const size = (files.get('/tmp/summary') as Uint8Array).length;
  assert.ok(size > 1_040_000 && size <= 1_048_576, String(size));
  const summary = summaryIn(files);
  const rows = summary.split('\n').filter((line) => /^\| (?:error|warning|info|hint) /.test(line)).length;
  const all = [...(await problemsIn(['.'], files)).values()].flat().length;
  assert.ok(rows < all);
  assert.ok(
    summary.endsWith(
      `\n${(all - rows).toLocaleString('en')} more problems aren't listed, because a summary can't be larger\\.\n`,
    ),
  );
});

test("a job summary that can't be written is a failure", async () => {
  const github = { workspace: '/site', summaryFile: '/tmp/read-only' };
  const { code, stderr } = await runFormat('github', ['clean.md'], siteWith(), { github });
  assert.equal(code, 2);
  assert.equal(stderr, 'playbook-lint: "/tmp/read-only" can\'t be written: the disk is read-only\n');
});
