import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRules,
  asRelativePath,
  readConfig,
  resolveConfig,
  VERSION,
  type ResolvedConfig,
  type RuleId,
} from '../../server/src/core/index.js';
import { english } from '../support/english.js';

const PAGE = asRelativePath('pages/page.md');
const NEWER: readonly RuleId[] = allRules.filter(({ meta }) => meta.since !== '0.1.0').map(({ meta }) => meta.id);
const [FIRST_NEWER = ''] = NEWER;

/** The configuration of files in the order of precedence, the highest last. */
function resolved(...texts: readonly string[]): ResolvedConfig {
  const files = texts.map((text) => {
    const { file, problems } = readConfig('.playbooklint.json', text, allRules);
    assert.deepEqual(problems, []);
    return file;
  });
  return resolveConfig(
    files,
    texts.map((_, index) => `file:///${index}.json`),
    allRules,
  );
}

function offIn(config: ResolvedConfig, path = PAGE): RuleId[] {
  const { rules } = config.configFor(path).lint;
  return allRules.map(({ meta }) => meta.id).filter((id) => rules.get(id)?.severity === 'off');
}

test('rules of later releases are off, and all others unchanged', () => {
  const config = resolved('{"rulesAsOf": "0.1.0", "rules": {"task-mo-letter": "hint"}}');
  assert.ok(NEWER.length > 0);
  assert.deepEqual(offIn(config), NEWER);
  assert.deepEqual(config.configFor(PAGE).newerRules, NEWER);
  assert.equal(config.configFor(PAGE).lint.rules.get('task-mo-letter')?.severity, 'hint');
  assert.deepEqual(config.sourcesOf(FIRST_NEWER, PAGE), ['file:///0.json']);
});

test('without the release, and with the newest one, every rule is active', () => {
  const newest = [...allRules.map(({ meta }) => meta.since), VERSION].sort().at(-1) ?? '';
  for (const text of ['{}', `{"rulesAsOf": "${newest}"}`]) {
    assert.deepEqual(offIn(resolved(text)), []);
    assert.deepEqual(resolved(text).configFor(PAGE).newerRules, []);
  }
});

test('a rule that is named is active, with its own severity', () => {
  const recommended = allRules.find(({ meta }) => meta.id === FIRST_NEWER)?.meta.recommended;
  for (const [setting, severity] of [
    ['"error"', 'error'],
    ['{}', recommended],
  ] as const) {
    const config = resolved(`{"rulesAsOf": "0.1.0", "rules": {"${FIRST_NEWER}": ${setting}}}`);
    assert.deepEqual(offIn(config), NEWER.slice(1));
    assert.equal(config.configFor(PAGE).lint.rules.get(FIRST_NEWER)?.severity, severity);
  }
  const partly = resolved(
    `{"rulesAsOf": "0.1.0", "overrides": [{"files": "new/**", "rules": {"${FIRST_NEWER}": "error"}}]}`,
  );
  assert.deepEqual(offIn(partly), NEWER);
  assert.deepEqual(offIn(partly, asRelativePath('new/page.md')), NEWER.slice(1));
});

test('the nearest file that has the release takes precedence', () => {
  assert.deepEqual(offIn(resolved('{"rulesAsOf": "0.2.0"}', '{"rulesAsOf": "0.1.0"}')), NEWER);
  assert.deepEqual(offIn(resolved('{"rulesAsOf": "0.1.0"}', '{}')), NEWER);
  assert.equal(resolved('{"rulesAsOf": "0.1.0"}', '{}').rulesAsOf?.source, 'file:///0.json');
});

test('a release that is none, or is unknown, is reported and ignored', () => {
  for (const [written, message] of [
    ['"latest"', /^"rulesAsOf" must be a release such as "\d+\.\d+\.\d+", not "latest"$/],
    ['"0.1"', /^"rulesAsOf" must be a release such as /],
    ['"v0.1.0"', /^"rulesAsOf" must be a release such as /],
    ['"0.1.0-beta"', /^"rulesAsOf" must be a release such as /],
    ['"01.1.0"', /^"rulesAsOf" must be a release such as /],
    ['0.1', /^"rulesAsOf" must be a text, not the number 0\.1$/],
    ['"99.0.0"', /^Release 99\.0\.0 isn't known here: the newest known release is \d+\.\d+\.\d+$/],
    ['"0.0.9"', /^Release 0\.0\.9 has no rules: the first one with rules is 0\.1\.0$/],
  ] as const) {
    const text = `{"rulesAsOf": ${written}}`;
    const { file, problems } = readConfig('.playbooklint.json', text, allRules);
    const [problem, ...others] = problems;
    assert.deepEqual(others, []);
    assert.match(english(problem?.message ?? ''), message);
    assert.equal(text.slice(problem?.span.start, problem?.span.end), written);
    assert.equal(file.rulesAsOf, undefined);
  }
  const { problems } = readConfig('a.json', '{"overrides": [{"files": "a", "rulesAsOf": "0.1.0"}]}', allRules);
  assert.match(english(problems[0]?.message ?? ''), /^Unknown key "rulesAsOf" in "overrides"/);
});

test('YAML needs no quotes', () => {
  const { file, problems } = readConfig('.playbooklint.yaml', 'rulesAsOf: 0.1.0\n', allRules);
  assert.deepEqual(problems, []);
  assert.equal(file.rulesAsOf, '0.1.0');
});
