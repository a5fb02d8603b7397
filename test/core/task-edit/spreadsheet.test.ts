import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TaskEditPlan } from '../../../server/src/core/index.js';
import { english } from '../../support/english.js';
import { ID_AND, NETWORK, PROXY, assertSame, englishPage, planFor, problemsOf } from './pages.js';

describe('what a spreadsheet does to a cell', () => {
  const page = englishPage(
    NETWORK,
    PROXY,
    '| 0500 | Wait... for "it" | O | FastTrack Engineer | Teams |',
    '| 0501 | Ask | M | FastTrack Engineer | Teams |',
  );

  test('is no change if the cell means the same', () => {
    for (const id of ['983', '983.0', '983,0', '9.83E+02', '="0983"', ' 0983\u00a0'])
      assertSame(page, ID_AND('Task Name'), [id, 'Check the proxy']);
    assertSame(page, ID_AND('Task Name', 'Services'), ['0500', 'Wait… for “it”', 'Teams\r\n']);
  });

  test('is a problem if the cell is lost', () => {
    for (const error of ['#REF!', '#BEZUG!', '#NV', '#¿NOMBRE?', 'Err:504', '#####']) {
      for (const column of ['Task Name', 'M/O', 'Role', 'Services'])
        assert.deepEqual(problemsOf(planFor(page, ID_AND(column), ['4302', error])), [
          [2, `"${error}" is an error value of a spreadsheet: the cell wasn't changed`],
        ]);
    }
    assert.deepEqual(problemsOf(planFor(page, ['Row', 'Task ID'], ['1', '#NAME?'])), [
      [2, '"#NAME?" is an error value of a spreadsheet: the cell wasn\'t changed'],
    ]);
    assert.deepEqual(problemsOf(planFor(page, ['Row', 'Task ID'], ['1', '1.23457E+14'])), [
      [2, '"1.23457E+14" is a number as a spreadsheet shortens it: the cell wasn\'t changed'],
    ]);
  });

  test('is reported and needs individual confirmation if a column was sorted or moved by itself', () => {
    const ids = ['4302', '0983', '0500', '0501'];
    const names = ['Check the network', 'Check the proxy', 'Wait... for "it"', 'Ask'];
    const planOf = (moved: readonly string[]): TaskEditPlan =>
      planFor(
        page,
        ID_AND('Task Name', 'M/O'),
        ...ids.map((id, index) => [id, moved[index] ?? '', index === 0 ? 'O' : '']),
      );
    for (const moved of [
      [...names].sort(),
      ['', ...names.slice(0, -1)],
      [...names.slice(2), '', ''],
      [...names].reverse(),
    ]) {
      const { changes, problems } = planOf(moved);
      for (const { column, isDoubtful } of changes) assert.equal(isDoubtful, column === 'task-name', column);
      assert.equal(
        changes.some(({ column }) => column === 'task-name'),
        true,
      );
      assert.deepEqual(
        problems.map(({ row, message }) => [row, english(message).slice(0, 22)]),
        [[1, 'The column "Task Name"']],
      );
    }
  });

  test('but changed letters, and renaming all tasks, are edits', () => {
    for (const [columns, rows] of [
      [
        ID_AND('M/O'),
        [
          ['4302', 'O'],
          ['0983', 'M'],
          ['0501', 'O'],
        ],
      ],
      [
        ID_AND('Task Name'),
        [
          ['4302', 'A'],
          ['0983', 'B'],
          ['0501', 'C'],
        ],
      ],
      [
        ID_AND('Role'),
        [
          ['4302', 'FastTrack Manager'],
          ['0500', 'FastTrack Manager'],
          ['0501', 'FastTrack Manager'],
        ],
      ],
    ] as const) {
      const { changes, problems } = planFor(page, columns, ...rows);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        changes.map(({ isDoubtful }) => isDoubtful),
        [false, false, false],
      );
    }
  });
});
