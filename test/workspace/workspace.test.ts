import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineRule, type Problem, type Rule } from '../../server/src/core/index.js';
import { decodeText } from '../../server/src/shared/decode-text.js';
import { Cancelled, isRuleProblem, pageOf, Workspace, type Snapshot } from '../../server/src/workspace/index.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { english } from '../support/english.js';

const PAGE = 'file:///site/a/page.md';

interface Setup {
  readonly files?: Map<string, string>;
  readonly rules?: readonly Rule[];
  readonly today?: () => string;
  readonly maxLength?: number;
}

function workspaceWith({ files = new Map(), today = () => '2026-11-21', ...rest }: Setup = {}): {
  workspace: Workspace;
  reads: string[];
} {
  const reads: string[] = [];
  const host = {
    readText: (uri: string) => {
      reads.push(uri);
      return Promise.resolve(files.get(uri));
    },
    listFiles: () => Promise.resolve(undefined),
  };
  const workspace = new Workspace({ host, today, ...rest });
  workspace.setFolders(['file:///site']);
  return { workspace, reads };
}

async function rulesOf(workspace: Workspace, uri = PAGE): Promise<string[]> {
  return ((await workspace.problemsOf(uri))?.problems ?? []).map(({ ruleId }) => ruleId);
}

test('the same text with the same configuration has the same result, and configuration is read once', async () => {
  let today = '2026-11-21';
  const { workspace, reads } = workspaceWith({ today: () => today });
  workspace.open(PAGE, playbookWith(GOOD_ROW));
  const first = await workspace.problemsOf(PAGE);
  const readBefore = reads.length;
  assert.equal(await workspace.problemsOf(PAGE), first);
  workspace.change(PAGE, playbookWith(GOOD_ROW, BAD_ROW));
  assert.ok((await rulesOf(workspace)).includes('task-mo-letter'));
  assert.equal(reads.length, readBefore);
  workspace.change(PAGE, playbookWith(GOOD_ROW));
  const again = await workspace.problemsOf(PAGE);
  assert.deepEqual(again?.problems, first?.problems);
  today = '2026-11-22';
  assert.notEqual(await workspace.problemsOf(PAGE), again, 'another day, another answer');
  workspace.close(PAGE);
  assert.equal(await workspace.problemsOf(PAGE), undefined);
});

test('an open document and a file with the same text have the same problems', async () => {
  const { workspace } = workspaceWith();
  workspace.open(PAGE, playbookWith(GOOD_ROW));
  await workspace.problemsOf(PAGE);
  const text = playbookWith(BAD_ROW, GOOD_ROW, BAD_ROW);
  workspace.change(PAGE, text);
  const open = await workspace.problemsOf(PAGE);
  const closed = await workspace.check(PAGE, { text, encoding: 'utf-8' });
  assert.deepEqual(open?.problems, closed.problems);
});

test('URIs of the same file are one document', async () => {
  const { workspace } = workspaceWith({
    files: new Map([['file:///c%3A/site/.playbooklint.json', '{"rules": {"task-mo-letter": "off"}}']]),
  });
  workspace.setFolders(['file:///C:/site/']);
  workspace.open('file:///C:/site/sub/p%20%C3%A4.md', playbookWith(BAD_ROW));
  const check = await workspace.problemsOf('file:///c%3A/site/sub/p ä.md');
  assert.equal(check?.kind, 'playbook');
  assert.ok(!check.problems.some(({ ruleId }) => ruleId === 'task-mo-letter'));
});

test('extends stays in the workspace, detects cycles, and reports missing files', async () => {
  const files = new Map([
    ['file:///site/.playbooklint.json', '{"extends": ["a/one.json", "../outside.json", "gone.json", "%2e%2e/x.json"]}'],
    ['file:///site/a/one.json', '{"extends": "two.yaml", "rules": {"task-mo-letter": "hint"}}'],
    [
      'file:///site/a/two.yaml',
      'extends: [one.json, two.yaml]\nrules: {task-mo-letter: error, task-id-format: info}\n',
    ],
    ['file:///outside.json', '{"rules": {"task-mo-letter": "off"}}'],
  ]);
  const { workspace, reads } = workspaceWith({ files });
  const { problems } = await workspace.check('file:///site/x.md', {
    text: playbookWith(BAD_ROW.replace('1235', '12')),
    encoding: 'utf-8',
  });
  assert.equal(
    problems.find(({ ruleId }) => ruleId === 'task-mo-letter')?.severity,
    'hint',
    'the nearer file counts more',
  );
  assert.equal(problems.find(({ ruleId }) => ruleId === 'task-id-format')?.severity, 'info');
  const messages = (uri: string): string[] =>
    (workspace.configFindings.get(uri)?.problems ?? []).map(({ message }) => english(message));
  assert.deepEqual(messages('file:///site/.playbooklint.json'), [
    '"../outside.json" is outside the workspace',
    'The file "gone.json" doesn\'t exist',
    'The file "%2e%2e/x.json" doesn\'t exist',
  ]);
  assert.deepEqual(messages('file:///site/a/two.yaml'), [
    '"one.json" extends this file, so the files extend each other',
    '"two.yaml" extends this file, so the files extend each other',
  ]);
  assert.ok(!reads.some((uri) => !uri.startsWith('file:///site/')), 'nothing outside was read');
});

test('a chain that doubles at each step is limited', async () => {
  const files = new Map(
    Array.from({ length: 40 }, (_, step) => [
      `file:///site/${step}.json`,
      `{"extends": ["${step + 1}.json", "${step + 1}.json"]}`,
    ]),
  );
  files.set('file:///site/.playbooklint.json', '{"extends": "0.json"}');
  const { workspace, reads } = workspaceWith({ files });
  await workspace.check('file:///site/x.md', { text: playbookWith(GOOD_ROW), encoding: 'utf-8' });
  assert.ok(reads.length < 100);
  assert.ok(
    [...workspace.configFindings.values()].some(({ problems }) =>
      problems.some(({ message }) => /too many files/.test(english(message))),
    ),
  );
});

test('a rule that throws is named, and the others still run', async () => {
  const meta = {
    category: 'text',
    description: '',
    recommended: 'error',
    fixable: 'none',
    options: { properties: {}, defaults: {} },
    since: '0.1.0',
  } as const;
  const throwing = defineRule({
    meta: { ...meta, id: 'a-throws', messages: {} },
    playbook() {
      throw new Error('no luck');
    },
  });
  const reporting = defineRule({
    meta: { ...meta, id: 'b-reports', messages: { found: 'Found' } },
    playbook: ({ report }) => report({ messageId: 'found', span: { start: 0, end: 1 } }),
  });
  const { workspace } = workspaceWith({ rules: [throwing, reporting] });
  const check = await workspace.check(PAGE, { text: playbookWith(GOOD_ROW), encoding: 'utf-8' });
  assert.deepEqual(
    check.failures.map(({ ruleId }) => ruleId),
    ['a-throws'],
  );
  assert.deepEqual(
    check.problems.map(({ message }) => english(message)),
    ['Found'],
  );
});

test('a canceled check says so, and leaves no result', async () => {
  const { workspace } = workspaceWith();
  workspace.open(PAGE, playbookWith(BAD_ROW));
  await assert.rejects(
    workspace.problemsOf(PAGE, () => true),
    Cancelled,
  );
  assert.ok((await rulesOf(workspace)).includes('task-mo-letter'));
});

test('the known problems of a snapshot were found in its text, with its configuration', async () => {
  const config = 'file:///site/.playbooklint.json';
  const files = new Map([[config, '{}']]);
  const { workspace } = workspaceWith({ files });
  const snapshot = async (): Promise<Snapshot> => {
    const found = await workspace.snapshot(PAGE);
    assert.ok(found !== undefined);
    return found;
  };
  workspace.open(PAGE, playbookWith(BAD_ROW));
  assert.equal(workspace.knownProblemsOf(await snapshot()), undefined, 'no rule has run');
  const check = await workspace.problemsOf(PAGE);
  assert.ok(check !== undefined && check.problems.length > 0);
  assert.equal(workspace.knownProblemsOf(await snapshot()), check.problems);

  files.set(config, '{"rules": {"task-mo-letter": "off"}}');
  workspace.filesChanged([{ uri: config, kind: 'changed' }]);
  assert.equal(workspace.knownProblemsOf(await snapshot()), undefined, 'another configuration');
  const again = await workspace.problemsOf(PAGE);
  assert.equal(workspace.knownProblemsOf(await snapshot()), again?.problems);

  workspace.change(PAGE, playbookWith(GOOD_ROW));
  assert.equal(workspace.knownProblemsOf(await snapshot()), undefined, 'another text');
});

test("a text that isn't text, or is too long, has one problem; other Markdown has none", async () => {
  const { workspace } = workspaceWith({ maxLength: 10_000 });
  const page = playbookWith(GOOD_ROW);
  const cases: readonly (readonly [text: string, expected: string[]])[] = [
    [page + 'x'.repeat(10_000), ['file-too-large']],
    ['# Title\n' + 'x'.repeat(10_000), []],
    [page.replace('network', 'net\0work'), ['file-not-text']],
    ['# Title\n\uFFFD', []],
  ];
  for (const [text, expected] of cases) {
    workspace.open(PAGE, text);
    assert.deepEqual(await rulesOf(workspace), expected);
    assert.equal((await workspace.fix(PAGE, text)).text, text);
  }
  workspace.open(PAGE, page.replace('network', 'net\uFFFDwork'));
  assert.equal((await rulesOf(workspace)).filter((id) => id === 'file-encoding').length, 1);
});

test('problems without a rule have documentation', () => {
  const problem = (ruleId: string): Problem => ({
    ruleId,
    message: { id: ruleId, english: '', values: {} },
    severity: 'error',
    span: { start: 0, end: 0 },
    tags: [],
    related: [],
    fixes: [],
  });
  assert.match(pageOf('file-encoding'), /^configuration\.md#file-encoding$/);
  assert.match(pageOf('configuration'), /^configuration\.md$/);
  assert.match(pageOf('task-mo-letter'), /^rules\/task-mo-letter\.md$/);
  assert.ok(
    isRuleProblem(problem('task-mo-letter')) &&
      !isRuleProblem(problem('file-encoding')) &&
      !isRuleProblem(problem('configuration')),
  );
});

test('bytes are decoded, with whether they can be written back', () => {
  assert.deepEqual(decodeText(Buffer.from('\uFEFFa')), { text: '\uFEFFa', encoding: 'utf-8' });
  assert.deepEqual(decodeText(Buffer.from('\uFEFFä', 'utf16le')), { text: 'ä', encoding: 'utf-16' });
  assert.deepEqual(decodeText(Buffer.from('\uFEFFä', 'utf16le').swap16()), { text: 'ä', encoding: 'utf-16' });
  assert.deepEqual(decodeText(Buffer.from([0x61, 0xe4])), { text: 'a\uFFFD', encoding: 'unknown' });
  assert.deepEqual(decodeText(Buffer.from([0xef, 0xbf, 0xbd])), { text: '\uFFFD', encoding: 'utf-8' });
});
