import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  allRules,
  createLinter,
  DEFAULT_LINT_CONFIG,
  defineRule,
  IndexReader,
  NO_OPTIONS,
  parsePlaybook,
  readToc,
  summarize,
  WorkspaceIndex,
  asFilePath,
  type Fix,
  type LintResult,
  type Rule,
  type Span,
  type TextEdit,
} from '../../server/src/core/index.js';
import { TODAY } from '../support/lint.js';
import { mutations } from '../support/mutations.js';
import { pagesToFix } from '../score/fix-safety.js';
import { assertProperty } from '../support/property.js';
import { english } from '../support/english.js';

const TEXT = `---
ft.audience: partner
---

# Probe

Some text.

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|
| 5001 | Collect | M | SME | Teams |

The end.
`;

const CHECKS = ['row', 'table', 'text', 'frontMatter', 'playbook', 'workspace', 'toc'] as const;
type CheckName = (typeof CHECKS)[number];

/** What a rule may report, except its message. */
interface Reported {
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

/** A rule that reports the same in every node that its one check sees. */
function ruleWith(check: CheckName, ...reported: readonly Reported[]): Rule {
  return ruleNamed('probe', check, reported);
}

function ruleNamed(id: string, check: CheckName, reported: readonly Reported[]): Rule {
  const rule = defineRule({
    meta: {
      id,
      category: 'text',
      description: 'Test',
      recommended: 'warning',
      fixable: 'both',
      messages: { found: 'Found' },
      options: NO_OPTIONS,
      since: '0.1.0',
    },
  });
  const run = ({ report }: { report(finding: object): void }): void => {
    for (const one of reported) report({ messageId: 'found', ...one });
  };
  return { ...rule, [check]: run };
}

function lint(rules: readonly Rule[], check: CheckName): LintResult {
  const index = new WorkspaceIndex();
  const linter = createLinter(rules);
  const playbook = parsePlaybook({ uri: 'file:///page.md', text: TEXT });
  if (check === 'toc')
    return linter.lintToc({
      toc: readToc(asFilePath('file:///toc.yml'), 'items:\n- href: a.md\n'),
      index: new IndexReader(index),
      config: DEFAULT_LINT_CONFIG,
      vocabulary: playbook.vocabulary,
      today: TODAY,
    });
  const surroundings = { summary: summarize(asFilePath('file:///page.md'), playbook), index: new IndexReader(index) };
  return linter.lint({
    playbook,
    config: DEFAULT_LINT_CONFIG,
    today: TODAY,
    ...(check === 'workspace' ? { surroundings } : {}),
  });
}

const fix = (...edits: readonly TextEdit[]): Fix => ({
  title: { id: 'fix', english: 'Fix', values: {} },
  edits,
  applicability: 'suggestion',
});
const HERE = { start: 0, end: 1 };
/** An offset beyond the end of every text here. */
const FAR = 100_000;

const MISPLACED: Readonly<Record<string, Reported>> = {
  'a reversed span': { span: { start: 2, end: 1 } },
  'a negative span': { span: { start: -1, end: 1 } },
  'a span that is no number': { span: { start: NaN, end: NaN } },
  'a span between two characters': { span: { start: 0, end: 0.5 } },
  'a span past the end': { span: { start: 0, end: FAR } },
  'a related place past the end': { span: HERE, related: [{ span: { start: 1, end: FAR }, message: 'Here' }] },
  'an edit past the end': { span: HERE, fixes: [fix({ span: { start: FAR, end: FAR }, newText: 'x' })] },
  'a reversed edit': { span: HERE, fixes: [fix({ span: { start: 2, end: 1 }, newText: 'x' })] },
  'a negative edit': { span: HERE, fixes: [fix({ span: { start: -2, end: 1 }, newText: 'x' })] },
  'edits that overlap': {
    span: HERE,
    fixes: [fix({ span: { start: 1, end: 3 }, newText: 'x' }, { span: { start: 0, end: 2 }, newText: 'y' })],
  },
};

for (const check of CHECKS) {
  describe(`a finding of a ${check} check`, () => {
    for (const [what, reported] of Object.entries(MISPLACED)) {
      test(`with ${what} is a failure of its rule, and other rules still run`, () => {
        const rule = ruleWith(check, reported, { span: HERE });
        const other = ruleNamed('other', check, [{ span: HERE }]);
        const { problems, failures } = lint([rule, other], check);
        assert.deepEqual([...new Set(failures.map(({ ruleId }) => ruleId))], ['probe']);
        for (const { error } of failures) assert.match(String(error), /"probe\/found" .*(?:outside|overlap)/);
        // Valid findings of the rule are kept, and so are those of another rule.
        for (const id of ['probe', 'other'])
          assert.equal(problems.filter(({ ruleId }) => ruleId === id).length, failures.length);
      });
    }

    test('drops a fix that changes nothing', () => {
      const idle = [fix(), fix({ span: { start: 0, end: 0 }, newText: '' })];
      const useful = fix({ span: HERE, newText: '!' });
      const { problems, failures } = lint([ruleWith(check, { span: HERE, fixes: [...idle, useful] })], check);
      assert.deepEqual(failures, []);
      assert.ok(problems.length > 0);
      for (const { fixes } of problems)
        assert.deepEqual(
          fixes.map(({ title, edits }) => [english(title), edits.length, edits[0]?.newText]),
          [['Fix', 1, '!']],
        );
    });
  });
}

test('an edit that changes nothing, and edits that cancel each other out, are no fix', () => {
  const same = fix({ span: { start: 0, end: 3 }, newText: '---' });
  // Removes the first of the three hyphens of the fence and adds a fourth.
  const moved = fix({ span: { start: 0, end: 1 }, newText: '' }, { span: { start: 3, end: 3 }, newText: '-' });
  const [problem] = lint([ruleWith('playbook', { span: HERE, fixes: [same, moved] })], 'playbook').problems;
  assert.deepEqual(problem?.fixes, []);
});

test('a cached finding of a row is rejected again when the row is checked again', () => {
  const linter = createLinter([ruleWith('row', { span: { start: 0, end: FAR } })]);
  const playbook = parsePlaybook({ uri: 'file:///page.md', text: TEXT });
  for (let run = 0; run < 2; run++)
    assert.equal(linter.lint({ playbook, config: DEFAULT_LINT_CONFIG, today: TODAY }).failures.length, 1);
});

test('no rule reports anything outside its input, whatever happens to a page', () => {
  const linter = createLinter(allRules);
  const pages = [...pagesToFix(false)].map(({ text }) => text).filter((text) => text.length < 6_000);
  assertProperty(
    fc.property(fc.constantFrom(...pages), mutations, (page, mutate) => {
      const playbook = parsePlaybook({ uri: 'file:///page.md', text: mutate(page) });
      assert.deepEqual(linter.lint({ playbook, config: DEFAULT_LINT_CONFIG, today: TODAY }).failures, []);
    }),
    600,
  );
});
