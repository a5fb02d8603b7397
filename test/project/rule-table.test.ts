import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allRules } from '../../server/src/core/index.js';
import { root } from '../support/project.js';
import { ruleIndex } from '../support/rule-table.js';

test('docs/rules/README.md lists every rule', () => {
  const file = join(root, 'docs/rules/README.md');
  const text = ruleIndex(allRules);
  if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, text);
  assert.equal(existsSync(file) ? readFileSync(file, 'utf8') : '', text, 'run npm test -- --update');
});
