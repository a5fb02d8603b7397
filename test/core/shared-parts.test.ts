import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allRules,
  createLinter,
  parsePlaybook,
  SharedParts,
  type LintConfig,
  type Playbook,
} from '../../server/src/core/index.js';
import { builtInVocabulary } from '../../server/src/core/vocabulary/built-in.js';
import { page } from '../support/edited-pages.js';
import { assertProperty } from '../support/property.js';

const config: LintConfig = { rules: new Map() };

function parse(text: string, parts?: SharedParts): Playbook {
  return parsePlaybook({ uri: 'file:///a.md', text }, builtInVocabulary, parts);
}

test('pages that share parts are read and checked like pages that share none', () => {
  assertProperty(
    fc.property(fc.array(page, { minLength: 2, maxLength: 5 }), (texts) => {
      const parts = new SharedParts();
      const linter = createLinter(allRules);
      for (const text of [...texts, ...texts]) {
        const shared = parse(text, parts);
        const alone = parse(text);
        assert.deepEqual(shared, alone, text);
        const problemsIn = (playbook: Playbook, by = linter): unknown =>
          by.lint({ playbook, config, today: '2026-11-30' });
        assert.deepEqual(problemsIn(shared), problemsIn(alone, createLinter(allRules)), text);
      }
    }),
    60,
  );
});

const TABLE = '| Task ID | Task Name | M/O |\n|---|---|---|\n| 3184 | Plan | M |\n';

test('equal blocks and rows of two pages are the same object', () => {
  const parts = new SharedParts();
  const one = parse(`# One\n\nSee [the plan](plan.md).\n\n${TABLE}`, parts);
  const other = parse(`# Other\n\nSee [the plan](plan.md).\n\n${TABLE}| 3190 | Check | O |\n`, parts);
  const rowsOf = ({ tables }: Playbook): unknown => tables[0]?.table.rows[2];
  assert.equal(one.blocks[1]?.value, other.blocks[1]?.value);
  assert.ok(rowsOf(one) !== undefined);
  assert.equal(rowsOf(one), rowsOf(other));
});

test('a page with link definitions shares nothing, because its links depend on them', () => {
  const parts = new SharedParts();
  const note = 'See [the plan][plan].\n\n';
  const linksOf = ({ blocks }: Playbook): unknown[] =>
    blocks.flatMap(({ value }) => (value.kind === 'text' ? value.inlines.links.map(({ kind }) => kind) : []));
  assert.deepEqual(linksOf(parse(`${note}# One\n`, parts)), []);
  assert.deepEqual(linksOf(parse(`${note}# Two\n\n[plan]: plan.md\n`, parts)), ['reference', 'definition']);
  assert.deepEqual(linksOf(parse(`${note}# Three\n`, parts)), []);
});
