/** Which options can be used together, and their help. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playbookWith, GOOD_ROW } from '../support/pages.js';
import { runCli, type MemoryFiles } from './memory-host.js';

const FILES: MemoryFiles = new Map([['/site/a.md', playbookWith(GOOD_ROW)]]);

test('options that make no sense together are refused, and the message names both', async () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['--changed', '--fix', '.'], "--changed can't be used with --fix"],
    [['--stdin', '--changed'], "--changed can't be used with --stdin"],
    [['--changed', '--baseline', 'b.json', '--write-baseline', '.'], "--changed can't be used with --write-baseline"],
    [['--fix', '--diff', '--baseline', 'b.json', '.'], "--diff can't be used with --baseline"],
    [['--report', 'tasks', '--diff', '.'], "--report can't be used with --diff"],
    [['--list-rules', '--format', 'sarif'], 'Unknown format "sarif". Use text or json'],
    [['--write-baseline', '.'], '--write-baseline requires --baseline'],
    [['--baseline', 'b.json', '--stdin'], '--baseline requires --stdin-filename'],
    [
      ['--baseline', 'b.json', '--write-baseline', '--stdin', '--stdin-filename', 'a.md'],
      "--write-baseline can't be used with --stdin",
    ],
    [
      ['--baseline', 'b.json', '--write-baseline', '--max-warnings', '0', '.'],
      "--write-baseline can't be used with --max-warnings",
    ],
    [['--allow-empty', '--stdin'], "--allow-empty can't be used with --stdin"],
    [['--list-rules', '--explain', 'task-mo-letter'], "--list-rules can't be used with --explain"],
    [['--list-rules', '--rule', 'task-mo-letter:off'], "--list-rules can't be used with --rule"],
    [['--list-rules', '.'], "--list-rules can't be used with files"],
    [['--explain', 'task-mo-letter', '--format', 'json'], "--explain can't be used with --format"],
    [['--explain', 'task-mo-letter', 'a.md'], "--explain can't be used with files"],
    [['--print-config', 'a.md', '--fix'], "--print-config can't be used with --fix"],
    [['--print-config', 'a.md', 'a.md'], "--print-config can't be used with files"],
    [['--init', '--config', 'x.json'], "--init can't be used with --config"],
    [['--init', 'a', 'b'], '--init requires at most one folder'],
    [['--report', 'tasks', '--changed', '.'], "--report can't be used with --changed"],
    [['--report', 'tasks', '--baseline', 'b.json', '.'], "--report can't be used with --baseline"],
    [['--report', 'tasks', '--rule', 'task-mo-letter:off', '.'], "--report can't be used with --rule"],
    [['--output', 'x.csv', '.'], '--output requires --report'],
    [['--stdin', 'a.md'], "--stdin can't be used with files"],
    [['--changed=', '.'], 'The value of --changed is empty. An unset shell variable is a common cause'],
    [['--baseline', ' ', '.'], 'The value of --baseline is empty. An unset shell variable is a common cause'],
    [['--rule', '', '.'], 'The value of --rule is empty. An unset shell variable is a common cause'],
    [['--config', '--changed', '.'], '--config requires a value'],
    [
      ['--rule', 'task-mo-letter', '.'],
      '--rule requires a rule and its severity, such as task-mo-letter:warning, not "task-mo-letter"',
    ],
    [['--rule', 'task-mo-leter:off', '.'], 'Unknown rule "task-mo-leter". Did you mean "task-mo-letter"?'],
    [['--rule', 'mo-leter:off', '.'], 'Unknown rule "mo-leter". Did you mean "task-mo-letter"?'],
    [
      ['--rule', 'constructor:off', '.'],
      'Unknown rule "constructor". To list all rules, use playbook-lint --list-rules',
    ],
    [['--rule', 'task-mo-letter:warn', '.'], 'Unknown severity "warn". Use error, warning, info, hint, or off'],
    [['-a.md'], 'Unknown option "-a.md". If it is a file or folder, write "./-a.md"'],
    [['--notes/a.md'], 'Unknown option "--notes/a.md". If it is a file or folder, write "./--notes/a.md"'],
    [['--fix.md'], 'Unknown option "--fix.md". If it is a file or folder, write "./--fix.md"'],
    [['-*.md'], 'Unknown option "-*.md". If it is a file or folder, write "./-*.md"'],
    [['--config', '-c.json', '.'], '--config requires a value. If "-c.json" is the value, write --config=-c.json'],
    [['--formt', 'json', '.'], 'Unknown option "--formt". Did you mean --format?'],
    [['--stdin-file-name=a.md'], 'Unknown option "--stdin-file-name". Did you mean --stdin-filename?'],
    [['-fix', '.'], 'Unknown option "-fix". Did you mean --fix?'],
    [['-x', '.'], 'Unknown option "-x"'],
    [['--no-such-option', '.'], 'Unknown option "--no-such-option"'],
    [['--explain', 'task-id-formt'], 'Unknown rule "task-id-formt". Did you mean "task-id-format"?'],
  ];
  for (const [argv, says] of cases) {
    const { code, stdout, stderr } = await runCli(argv, FILES);
    assert.equal(stderr, `playbook-lint: ${says}\nRun playbook-lint --help for more information\n`);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
  }
});

test('the help names every option, in lines of at most 80 characters', async () => {
  const { stdout } = await runCli(['--help'], new Map());
  for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
  const named = [...stdout.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
  assert.equal(new Set(named).size, named.length, 'once');
  // An option that is known but needs a value says so; an unknown one would be refused differently.
  for (const name of named) assert.doesNotMatch((await runCli([`--${name ?? ''}`], FILES)).stderr, /Unknown option/);
  const options = ['allow-empty', 'baseline', 'changed', 'config', 'explain', 'fix', 'format', 'help', 'init'];
  const others = ['list-rules', 'max-warnings', 'output', 'print-config', 'quiet', 'report', 'rule', 'stdin'];
  const rest = ['stdin-filename', 'version', 'write-baseline'];
  for (const name of [...options, ...others, ...rest]) assert.ok(named.includes(name), name);
});

test('a folder or glob without playbooks: exit code 2, unless that is allowed', async () => {
  const files: MemoryFiles = new Map([
    ['/site/docs/README.md', '# Not a playbook\n'],
    ['/site/ignored/a.md', playbookWith(GOOD_ROW)],
    ['/site/ignored/.playbooklint.json', '{"ignore": "*.md"}'],
    ['/site/code/main.ts', ''],
    ['/site/pages/a.md', playbookWith(GOOD_ROW)],
  ]);
  const cases: readonly (readonly [string, string])[] = [
    ['docs', 'No playbook in "docs". If that is correct, add --allow-empty'],
    ['docs/*.md', 'No playbook in "docs/*.md". If that is correct, add --allow-empty'],
    ['ignored', 'No playbook in "ignored". If that is correct, add --allow-empty'],
    ['code', 'No Markdown files in "code"'],
    ['code/**', 'No Markdown file matches "code/**"'],
  ];
  for (const [pattern, says] of cases) {
    const { code, stderr } = await runCli([pattern, 'pages'], files);
    assert.deepEqual({ code, stderr }, { code: 2, stderr: `playbook-lint: ${says}\n` }, pattern);
    const report = await runCli(['--report', 'metadata', pattern], files);
    assert.deepEqual({ code: report.code, stderr: report.stderr }, { code: 2, stderr: `playbook-lint: ${says}\n` });
    assert.equal((await runCli(['--fix', '--diff', pattern], files)).code, 2);
    const allowed = await runCli(['--allow-empty', pattern], files);
    assert.deepEqual({ code: allowed.code, stderr: allowed.stderr }, { code: 0, stderr: '' }, pattern);
  }
  assert.equal((await runCli(['docs/README.md'], files)).code, 0, 'a specified file can be anything');
  assert.equal((await runCli(['--allow-empty', 'gone'], files)).code, 2);
});

test('severities of the command line take precedence over all files', async () => {
  const bad = playbookWith(GOOD_ROW.replace('| M |', '| X |'));
  const files: MemoryFiles = new Map([
    ['/site/a.md', bad],
    [
      '/site/.playbooklint.json',
      '{"rules": {"task-mo-letter": "hint"}, "overrides": [{"files": "a.md", "rules": {"task-mo-letter": "info"}}]}',
    ],
    ['/plain/a.md', bad],
  ]);
  const severity = async (argv: readonly string[], cwd = '/site'): Promise<string> =>
    /(\w+) {2}"X" isn't/.exec((await runCli([...argv, '.'], files, { cwd })).stdout)?.[1] ?? 'off';
  assert.equal(await severity([]), 'info');
  assert.equal(await severity(['--rule', 'task-mo-letter:warning']), 'warning');
  assert.equal(await severity(['--rule', 'task-mo-letter:warning', '--rule', 'task-mo-letter:off']), 'off');
  assert.equal(await severity(['--rule=task-mo-letter:hint'], '/plain'), 'hint');
  assert.equal(await severity(['--rule', 'task-mo-letter:error', '--config', '.playbooklint.json']), 'error');
});

test('a rule that is newer than "rulesAsOf" is active if the command line names it', async () => {
  const files: MemoryFiles = new Map([
    ['/site/a.md', `${playbookWith(GOOD_ROW)}\n<!-- playbook-lint-disable-nextline task-mo-letter -->\n\nText.\n`],
    ['/site/.playbooklint.json', '{"rulesAsOf": "0.1.0"}'],
  ]);
  assert.doesNotMatch((await runCli(['.'], files)).stdout, /suppression-misspelt/);
  const { stdout } = await runCli(['--rule', 'suppression-misspelt:error', '.'], files);
  assert.match(stdout, /error {2}Unknown suppression comment .* suppression-misspelt\n/);
});

test('a report in a file says so, and the paths of all reports start from the working directory', async () => {
  const files: MemoryFiles = new Map([
    ['/site/docs/a.md', playbookWith(GOOD_ROW)],
    ['/site/docs/de/a.md', playbookWith(GOOD_ROW)],
  ]);
  const { code, stdout, stderr } = await runCli(['--report', 'metadata', '--output', 'out.csv', 'docs'], files);
  assert.deepEqual(
    { code, stdout, stderr },
    { code: 0, stdout: '', stderr: 'playbook-lint: Report written to "out.csv": 2 rows\n' },
  );
  assert.match((await runCli(['--report', 'metadata', 'docs'], files)).stdout, /^docs\/a\.md,/m);
  assert.match((await runCli(['--report', 'metadata', '.'], files, { cwd: '/site/docs/de' })).stdout, /^a\.md,/m);
  assert.match(
    (await runCli(['--report', 'metadata', '../docs'], files, { cwd: '/site/x' })).stdout,
    /^\.\.\/docs\/a\.md,/m,
  );
});

test('a file whose name starts with a dash is checked with ./ before it or after --', async () => {
  const files: MemoryFiles = new Map([['/site/-a.md', playbookWith(GOOD_ROW)]]);
  for (const argv of [['./-a.md'], ['--', '-a.md'], ['.']])
    assert.deepEqual(await runCli(argv, files), { code: 0, stdout: '1 playbook checked: no problems\n', stderr: '' });
});
