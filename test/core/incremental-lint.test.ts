import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allRules,
  createLinter,
  parsePlaybook,
  updatePlaybook,
  type LintConfig,
  type Playbook,
  type Problem,
} from '../../server/src/core/index.js';
import { applyEdit, edit, page, type Edit } from '../support/edited-pages.js';
import { playbookWith } from '../support/pages.js';
import { assertProperty } from '../support/property.js';

const config: LintConfig = { rules: new Map() };

function problemsIn(playbook: Playbook, linter = createLinter(allRules)): readonly Problem[] {
  const { problems, failures } = linter.lint({ playbook, config, today: '2026-11-21' });
  assert.deepEqual(failures, []);
  return problems;
}

/** What a linter that saw all earlier versions of the page finds is what a new one finds. */
function checkEdits(text: string, edits: readonly Edit[]): void {
  const linter = createLinter(allRules);
  let playbook = parsePlaybook({ uri: 'file:///a.md', text });
  const opened = playbook;
  problemsIn(playbook, linter);
  for (const change of edits) {
    text = applyEdit(text, change);
    playbook = updatePlaybook(playbook, text);
    assert.deepEqual(problemsIn(playbook, linter), problemsIn(parsePlaybook({ uri: 'file:///a.md', text })), text);
  }
  assert.deepEqual(problemsIn(opened, linter), problemsIn(opened), opened.text);
}

test('a linter that has seen all edits finds what a new one finds', () => {
  assertProperty(
    fc.property(page, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => checkEdits(text, edits)),
    100,
  );
});

const cell = fc.constantFrom('', ' ', '3184', '3190', 'Check', 'M', 'O', 'SME', 'FE / SME', 'FE, SME', 'Teams', '---');
const row = fc.array(cell, { minLength: 1, maxLength: 7 }).map((cells) => `| ${cells.join(' | ')} |`);
const rows = fc.array(
  fc.oneof(
    row,
    fc.constantFrom(
      '| 3184 | Check | M | FE / SME | Teams |',
      '| 3190 | Plan | O | SME, FE | Teams / Exchange |',
      '| 3191 | Plan |  | SME | Teams |',
      '| 3192 | Plan | M | | ',
      'text',
      '    | 3193 | Plan | M | SME | Teams |',
    ),
  ),
  { maxLength: 12 },
);
const inRows = fc.record({
  at: fc.double({ min: 0.5, max: 1, noNaN: true }),
  remove: fc.nat(8),
  insert: fc.oneof(
    fc.constantFrom('x', '|', ' ', '1', '\n', '\n\n', '/', ',', ''),
    row.map((line) => `\n${line}\n`),
  ),
});

test('a linter that has seen all edits of a task table finds what a new one finds', () => {
  assertProperty(
    fc.property(rows, fc.array(inRows, { minLength: 1, maxLength: 8 }), (lines, edits) =>
      checkEdits(playbookWith(...lines), edits),
    ),
    150,
  );
});
