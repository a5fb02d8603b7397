import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules, createLinter, DEFAULT_LINT_CONFIG, fixAll, parsePlaybook } from '../../server/src/core/index.js';
import { appendAll, largest, smallest } from '../../server/src/core/text/lists.js';
import { TODAY } from '../support/lint.js';
import { playbookWith } from '../support/pages.js';

const LONG = Array.from({ length: 500_000 }, (_, index) => index);

test('the smallest and largest number of a list are found at any length, and lists of any length are appended', () => {
  assert.equal(smallest(LONG), 0);
  assert.equal(largest(LONG), 499_999);
  assert.equal(smallest([]), Infinity);
  assert.equal(largest([]), -Infinity);
  const list = [-1];
  appendAll(list, LONG);
  assert.equal(list.length, 500_001);
});

test('a row of 250,000 full-width pipes is checked and fixed', () => {
  const text = playbookWith(`| 1234 ${'｜'.repeat(250_000)}`);
  const linter = createLinter(allRules);
  const { failures } = linter.lint({
    playbook: parsePlaybook({ uri: 'file:///page.md', text }),
    config: DEFAULT_LINT_CONFIG,
    today: TODAY,
  });
  assert.deepEqual(failures, []);
  fixAll(
    text,
    (next) =>
      linter.lint({
        playbook: parsePlaybook({ uri: 'file:///page.md', text: next }),
        config: DEFAULT_LINT_CONFIG,
        today: TODAY,
      }).problems,
  );
});
