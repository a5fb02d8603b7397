/** `--list-rules`, `--explain` and `--print-config`. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { allRules, cellWidth } from '../../server/src/core/index.js';
import type { Message } from '../../server/src/messages/index.js';
import { english as formatEnglish } from '../support/english.js';
import { playbookWith, GOOD_ROW } from '../support/pages.js';
import { root } from '../support/project.js';
import { runCli, type MemoryFiles } from './memory-host.js';

test('all rules: by category in lines of at most 80 characters, and as JSON', async () => {
  const { code, stdout } = await runCli(['--list-rules'], new Map());
  assert.equal(code, 0);
  for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
  assert.match(
    stdout,
    /\nTask tables\n(?: {2}.*\n)*? {2}task-mo-letter +error +fixed by --fix or in the editor\n {6}A mandatory/,
  );
  const json = JSON.parse((await runCli(['--list-rules', '--format', 'json'], new Map())).stdout) as {
    rules: Record<string, string>[];
  };
  assert.deepEqual(
    json.rules.map(({ id }) => id),
    allRules.map(({ meta }) => meta.id),
  );
  assert.deepEqual(
    json.rules.find(({ id }) => id === 'task-mo-letter'),
    {
      id: 'task-mo-letter',
      category: 'task-table',
      severity: 'error',
      fixable: 'both',
      description: 'A mandatory/optional cell contains one of the letters in the column header',
      since: '0.1.0',
      docsUrl: 'https://site.test/docs/rules/task-mo-letter.md',
    },
  );
});

test('the page of a rule, for a terminal', async () => {
  const { code, stdout } = await runCli(['--explain', 'task-mo-letter'], new Map());
  assert.equal(code, 0);
  assert.ok(
    stdout.startsWith(
      'task-mo-letter\n\nA mandatory/optional cell contains one of the letters in the column header.\n\nSeverity: error',
    ),
  );
  for (const title of ['Why', 'Problem', 'Fixed', 'Options']) assert.ok(stdout.includes(`\n${title}\n---`), title);
  assert.match(stdout, /\n {4}\| 3998 \| MIP - Validate prerequisites \| X \| SME \| AIP \|\n/);
  assert.doesNotMatch(stdout, /```|\]\(/);
  for (const line of stdout.split('\n').filter((one) => !/^ {4}|https:/.test(one))) assert.ok(line.length <= 80, line);
  assert.ok(
    stdout.endsWith(
      '\n- The dialect (https://site.test/docs/dialect.md)\n\nhttps://site.test/docs/rules/task-mo-letter.md\n',
    ),
  );
});

test('several examples and the files of one are apart from each other', async () => {
  const ruleHelp = (): string =>
    '## Why\n\nText.\n\n## Problem\n\n```markdown\na\n```\n\n```markdown\n\n---\nb\n```\n\n## Fixed\n\n```markdown\n==> c.md <==\n# C\n==> d.md <==\n# D\n```';
  const { stdout } = await runCli(['--explain', 'task-mo-letter'], new Map(), { ruleHelp });
  assert.ok(stdout.includes('\n    a\n    ────────\n\n    ---\n    b\n\nFixed\n'), stdout);
  assert.ok(stdout.includes('\n    ==> c.md <==\n    # C\n\n    ==> d.md <==\n    # D\n'), stdout);
});

test('the page of a rule without help, if it could not be read', async () => {
  const { stdout } = await runCli(['--explain', 'task-id-format'], new Map());
  assert.match(
    stdout,
    /^task-id-format\n\n.*\n\nSeverity: error · [^]* · since 0\.1\.0\n\nOptions\n-------\n\nNone\.\n\nhttps:/,
  );
});

test('the page of a rule in Chinese', async () => {
  const sentence =
    '列标题规定了字母，其他“字母”对读者没有意义。统计 mandatory 任务的工具也不会计算它们，请参阅（见下文）、';
  const link = '[版本](../configuration.md#editions)、[task-id-format](task-id-format.md)';
  const ruleHelp = (): string =>
    `## Why\n\n${sentence.repeat(9)}\n\n- ${sentence.repeat(2)}\n- ${link}\n\n## See also\n\n- dialect`;
  const format = ({ english, values }: Message): string =>
    english === 'Why' ? '原因' : formatEnglish({ id: '', english, values });
  const { stdout } = await runCli(['--explain', 'task-mo-letter'], new Map(), { ruleHelp, format });
  assert.ok(stdout.includes('\n原因\n----\n'), 'a line as wide as the heading');
  assert.ok(stdout.includes('- 版本 (https://site.test/docs/configuration.md#editions)、task-id-format\n'));
  const lines = stdout.split('\n').filter((line) => /\p{sc=Han}/u.test(line));
  assert.equal(lines.join('').replace(/[-\s]/g, '').split('mandatory').length, 12, 'no word is divided');
  for (const line of lines) {
    assert.ok(cellWidth(line) <= 80, line);
    assert.doesNotMatch(line, /^\s*[，。、」）”]/);
  }
});

test(
  'the shipped program explains every rule',
  { skip: !existsSync(join(root, 'dist/cli.js')) && 'dist/ is not built' },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'playbook-'));
    const explain = (id: string): string =>
      spawnSync(process.execPath, [join(root, 'dist/cli.js'), '--explain', id], { cwd: folder, encoding: 'utf8' })
        .stdout;
    assert.match(explain('task-id-format'), /\nWhy\n---\n/);
    assert.match(explain('code-block-not-closed'), /\n {4}```/, 'a code block in an example');
    rmSync(folder, { recursive: true });
  },
);

const CONFIG: MemoryFiles = new Map([
  ['/site/docs/a.md', playbookWith(GOOD_ROW)],
  ['/site/docs/old.md', playbookWith(GOOD_ROW)],
  [
    '/site/.playbooklint.jsonc',
    `{
    "extends": "shared.json",
    "rulesAsOf": "0.1.0",
    "rules": { "task-mo-letter": "warning" },
    "vocabulary": { "roles": ["Adoption Coach"] },
    "ignore": "docs/old.md",
    "overrides": [
      { "files": "partner/**", "rules": { "task-mo-letter": "off" } },
      { "files": ["docs/**"], "rules": { "task-id-format": "hint" }, "taskId": { "pattern": "[A-Z]{2}" } }
    ]
  }`,
  ],
  ['/site/shared.json', '{"rules": {"task-mo-letter": "hint", "task-role-unknown": "info"}, "nope": 1}'],
]);

test('the configuration of a file, with the source of each value', async () => {
  const { code, stdout, stderr } = await runCli(
    ['--print-config', 'docs/a.md', '--rule', 'task-name-empty:warning'],
    CONFIG,
  );
  assert.equal(code, 0);
  assert.equal(
    stderr,
    'playbook-lint: "shared.json" has problems, so a part of it may not be used. To list them, run playbook-lint docs/a.md\n',
  );
  assert.match(
    stdout,
    /^docs\/a\.md\nThis file is checked if it is a playbook\nEdition: live\nRules as of release 0\.1\.0, set in "\.playbooklint\.jsonc"\. \d+ newer rules are off\n\nConfiguration files \(later files take precedence\)\n {2}shared\.json\n {2}\.playbooklint\.jsonc\n\nSettings\n/,
  );
  for (const line of [
    /^ {2}task-mo-letter +warning +\.playbooklint\.jsonc$/m,
    /^ {2}task-id-format +hint +\.playbooklint\.jsonc, override 2 \(docs\/\*\*\)$/m,
    /^ {2}task-role-unknown +info +shared\.json$/m,
    /^ {2}task-name-empty +warning +command line$/m,
    /^ {2}suppression-misspelt +off +\.playbooklint\.jsonc, "rulesAsOf"$/m,
    /^ {2}roles\.own-adoption-coach +Adoption Coach +\.playbooklint\.jsonc$/m,
    /^ {2}taskId\.pattern +\[A-Z\]\{2\} +\.playbooklint\.jsonc, override 2 \(docs\/\*\*\)$/m,
    /\n\nDefaults\n(?:.*\n)* {2}task-row-split +error +default\n/,
  ])
    assert.match(stdout, line);
});

test('the same as JSON', async () => {
  const { stdout } = await runCli(['--print-config', 'docs/old.md', '--format', 'json'], CONFIG);
  interface Printed {
    readonly [key: string]: unknown;
    readonly rules: readonly { readonly id: string; readonly severity: unknown }[];
  }
  const { rules, words, ...rest } = JSON.parse(stdout) as Printed;
  const file = '.playbooklint.jsonc';
  const { newerRules, ...rulesAsOf } = rest['rulesAsOf'] as Record<string, unknown>;
  assert.equal(typeof newerRules, 'number');
  assert.deepEqual(
    { ...rest, rulesAsOf },
    {
      path: 'docs/old.md',
      matchedAs: 'docs/old.md',
      page: { value: 'ignored', source: { kind: 'file', file } },
      edition: 'live',
      configurationFiles: ['shared.json', file],
      rulesAsOf: { value: '0.1.0', source: { kind: 'file', file } },
    },
  );
  assert.equal(rules.length, allRules.length);
  assert.deepEqual(
    rules.find(({ id }) => id === 'task-id-format'),
    {
      id: 'task-id-format',
      severity: { value: 'hint', source: { kind: 'override', file, override: 2, files: ['docs/**'] } },
      options: {},
    },
  );
  assert.deepEqual((words as unknown[])[0], {
    key: 'roles',
    name: 'own-adoption-coach',
    value: 'Adoption Coach',
    source: { kind: 'file', file },
  });
});

test('without a configuration, everything has its default; a file that does not exist has none', async () => {
  const files: MemoryFiles = new Map([['/site/a.md', '']]);
  const { stdout } = await runCli(['--print-config', 'a.md'], files);
  assert.match(stdout, /\nNo configuration file applies to this file\n\nDefaults\n/);
  assert.equal((await runCli(['--print-config', 'b.md'], files)).stderr, 'playbook-lint: No such file: "b.md"\n');
  assert.equal((await runCli(['--print-config', '.'], files)).stderr, `playbook-lint: "." isn't a file\n`);
});

test('the advice about a configuration with problems is the whole command', async () => {
  const files: MemoryFiles = new Map([
    ['/site/my config.json', '{"rules":{"nope":"off"}}'],
    ['/site/-a.md', playbookWith(GOOD_ROW)],
  ]);
  const { stderr } = await runCli(['--print-config=-a.md', '--config', 'my config.json'], files);
  assert.equal(
    stderr,
    'playbook-lint: "my config.json" has problems, so a part of it may not be used. To list them, run playbook-lint --config "my config.json" ./-a.md\n',
  );
});
