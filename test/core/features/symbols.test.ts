import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workspaceSymbols, type SymbolKind } from '../../../server/src/core/index.js';
import { printPlace, sceneOf } from '../../support/navigation.js';
import { indexOf } from '../../support/workspace-fixture.js';

const HEADER = `| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|`;

const { files, index } = sceneOf(`==> task-details.md <==
---
title: Task Details
ft.audience: internal
---

## 983: Check the leads

## 994: Kick-off

## 995: Leads again
==> plan.md <==
---
ft.audience: internal
---

# Check the plan

${HEADER}
| 983 | Check leads | M | FE | Exchange |
| [4090](x.md) | Plan | M | FE | Exchange |
==> README.md <==
# Check the tools
`);

function symbols(query: string, kinds?: readonly SymbolKind[]): string[] {
  return workspaceSymbols(index, query, kinds).map(
    ({ kind, name, page, place }) => `${kind} ${name} (${page}) ${printPlace(files, place)}`,
  );
}

test('symbols are found by ID, name, heading, and title; catalogue entries come first', () => {
  assert.deepEqual(symbols('983'), [
    'entry 983 Check the leads (Task Details) task-details.md:6:4 983',
    'task 983 Check leads (plan.md) plan.md:9:3 983',
  ]);
  assert.deepEqual(symbols('4090'), ['task 4090 Plan (plan.md) plan.md:10:4 4090']);
  assert.deepEqual(symbols('task det'), ['page Task Details (task-details.md) task-details.md:2:8 Task Details']);
  assert.deepEqual(symbols('CHECK the p'), ['heading Check the plan (plan.md) plan.md:5:3 Check the plan']);
});

test('letters may be omitted; contiguous matches come first', () => {
  assert.deepEqual(
    symbols('chlds').map((line) => line.split(' (')[0]),
    ['entry 983 Check the leads', 'task 983 Check leads'],
  );
  assert.deepEqual(
    symbols('leads').map((line) => line.split(' (')[0]),
    ['entry 983 Check the leads', 'entry 995 Leads again', 'task 983 Check leads'],
  );
  assert.deepEqual(symbols('zzz'), []);
});

test('only the requested kinds, and only playbooks', () => {
  assert.deepEqual(symbols('check', ['heading']), ['heading Check the plan (plan.md) plan.md:5:3 Check the plan']);
  assert.equal(symbols('').length, 3 + 2 + 2 + 1);
});

test('at most 500, entries before all others', () => {
  const rows = Array.from({ length: 700 }, (_, at) => `| ${1000 + at} | Row | M | FE | Exchange |`);
  const many = indexOf(new Map([...files, ['many.md', `${HEADER}\n${rows.join('\n')}\n`]]));
  const found = workspaceSymbols(many, '');
  assert.equal(found.length, 500);
  assert.deepEqual(
    found.slice(0, 4).map(({ kind }) => kind),
    ['entry', 'entry', 'entry', 'task'],
  );
});
