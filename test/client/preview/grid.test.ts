import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { textWidth } from '../../../client/webviews/shared/text-width';
import { actionOf, type Focused, type KeyAction } from '../../../client/webviews/preview/model/keys';
import type { Line } from '../../../client/webviews/preview/model/lines';
import {
  drawnColumn,
  isEditableCell,
  kindOf,
  movedOver,
  nextEditable,
} from '../../../client/webviews/preview/model/places';
import { Tasks } from '../../../client/webviews/preview/model/tasks';
import { fittingWords, sharedOut } from '../../../client/webviews/preview/model/widths';
import { columnsOf } from '../../../client/webviews/preview/columns';
import { itemBeside } from '../../../client/webviews/preview/parts/menu-keys';
import { brokenRow, previewOf, rowOf, tableOf } from './preview-data';

describe('a key', () => {
  const action = (keys: string, focused: Focused): KeyAction | undefined => {
    const parts = keys.split('+');
    return actionOf(
      {
        key: parts.at(-1) ?? '',
        isCommand: parts.includes('Ctrl'),
        isShift: parts.includes('Shift'),
        isAlt: parts.includes('Alt'),
      },
      focused,
    );
  };

  test('edits, moves, adds and deletes in a cell', () => {
    const expected: readonly (readonly [string, KeyAction | undefined])[] = [
      ['F2', 'edit'],
      ['a', 'type'],
      ['A', 'type'],
      ['中', 'type'],
      ['Process', 'type'],
      ['Delete', 'deleteRow'],
      ['Ctrl+Delete', 'deleteRow'],
      ['Shift+Delete', undefined],
      ['Insert', 'insertRow'],
      ['Ctrl+Shift+Enter', 'insertRow'],
      ['Ctrl+Enter', 'openLink'],
      ['Enter', 'show'],
      ['Shift+Enter', undefined],
      ['Alt+ArrowUp', 'moveRowUp'],
      ['Alt+ArrowDown', 'moveRowDown'],
      ['Shift+F10', 'menu'],
      ['ContextMenu', 'menu'],
      ['Ctrl+z', 'undo'],
      ['Ctrl+y', 'redo'],
      ['Ctrl+Shift+Z', 'redo'],
      ['Ctrl+Alt+z', undefined],
      ['Ctrl+c', undefined],
      ['F5', undefined],
      ['Alt+a', undefined],
      [' ', undefined],
      ['Tab', undefined],
    ];
    for (const [keys, wanted] of expected) assert.equal(action(keys, 'cell'), wanted, keys);
  });

  test('has other actions in a header, in a group, on the letter and on the button of a row', () => {
    assert.equal(action('Enter', 'header'), 'sort');
    assert.equal(action('a', 'header'), undefined);
    assert.equal(action('Delete', 'group'), undefined);
    assert.deepEqual(
      ['Enter', 'ArrowLeft', 'ArrowRight', 'Ctrl+ArrowLeft'].map((key) => action(key, 'group')),
      ['toggleGroup', 'collapse', 'expand', undefined],
    );
    assert.equal(action(' ', 'mo'), 'toggleMandatory');
    assert.deepEqual(
      ['Enter', ' ', 'x'].map((key) => action(key, 'actions')),
      ['menu', 'menu', undefined],
    );
  });
});

describe('a position in the grid', () => {
  const { tables, rows } = {
    tables: [tableOf({})],
    rows: [
      rowOf(0, 1, { id: '1', name: 'a', mo: 'M', role: '', services: '' }),
      brokenRow(0, 2, '| x'),
      { ...rowOf(0, 3, { id: '2', name: '', mo: '', role: '', services: '' }), services: null, role: null },
    ],
  };
  const tasks = new Tasks(previewOf({ tables, rows }));
  const columns = columnsOf(tasks.preview);
  const lines: readonly Line[] = [
    {
      kind: 'group',
      key: 'g',
      level: 1,
      title: '',
      isPath: false,
      table: null,
      count: 3,
      withProblems: 1,
      isCollapsed: false,
    },
    ...rows.map((_, row): Line => ({ kind: 'row', key: String(row), row, rowKey: String(row) })),
  ];
  const size = { rows: 4, columns: columns.length, page: 2 };
  const go = (row: number, column: number, key: string): unknown =>
    movedOver({ row, column }, { key, toTheEnd: false }, size, kindOf(lines[row], tasks));

  test('in a broken row is one cell, up to its problems', () => {
    assert.deepEqual(go(2, 1, 'ArrowRight'), { row: 2, column: 5 });
    assert.deepEqual(go(2, 5, 'ArrowLeft'), { row: 2, column: 0 });
    assert.deepEqual(go(2, 6, 'ArrowLeft'), { row: 2, column: 5 });
    assert.deepEqual(go(2, 3, 'ArrowDown'), { row: 3, column: 3 }, 'the column is kept on the way over it');
    assert.deepEqual(
      [drawnColumn(3, 'broken'), drawnColumn(5, 'broken'), drawnColumn(3, 'group'), drawnColumn(3, 'row')],
      [0, 5, 0, 3],
    );
  });

  test('can be edited if the row has a cell under its header, even if it is empty', () => {
    assert.equal(isEditableCell(tasks, 0, 'role'), true);
    assert.equal(isEditableCell(tasks, 0, 'problems'), false);
    assert.equal(isEditableCell(tasks, 1, 'task-id'), false);
    assert.equal(isEditableCell(tasks, 2, 'services'), false);
  });

  test('is followed by the next editable cell, across groups, broken rows and missing cells', () => {
    const next = (row: number, column: number, step: 1 | -1): unknown =>
      nextEditable(tasks, lines, columns, { row, column }, step);
    assert.deepEqual(next(1, 4, 1), { row: 3, column: 0 });
    assert.deepEqual(next(3, 0, -1), { row: 1, column: 4 });
    assert.equal(next(3, 2, 1), undefined);
    assert.equal(next(1, 0, -1), undefined);
  });
});

describe('the columns', () => {
  const widths = [
    { tight: 5, least: 10, wanted: 10, share: 0 },
    { tight: 8, least: 10, wanted: 30, share: 3 },
    { tight: 7, least: 10, wanted: 20, share: 1 },
  ];

  test("get narrower in a narrow panel, which scrolls only if they don't fit", () => {
    assert.deepEqual(sharedOut(widths, 100, 8), [40, 64, 56]);
    assert.deepEqual(sharedOut(widths, 200, 8), [60, 72, 68]);
    assert.deepEqual(sharedOut(widths, 240, 8), [80, 80, 80]);
  });
  test('share the missing space, and then the remaining space', () => {
    assert.deepEqual(sharedOut(widths, 360, 8), [80, 160, 120]);
    assert.deepEqual(sharedOut(widths, 680, 8), [80, 390, 210]);
  });
  test('never take more space than there is', () => {
    for (const available of [150, 240, 301, 517, 999])
      assert.ok(sharedOut(widths, available, 7.3).reduce((a, b) => a + b) <= available);
  });

  test('show as many words as fit next to a sign for the rest, and at least one', () => {
    assert.equal(fittingWords(['Teams', 'Exchange', 'Intune'], 40), 3);
    assert.equal(fittingWords(['Teams', 'Exchange', 'Intune'], 23), 2);
    assert.equal(fittingWords(['A very long word that fits nowhere', 'b'], 5), 1);
    assert.equal(fittingWords([], 5), 0);
    assert.equal(textWidth('网络 a'), 6);
  });
});

test('a menu is navigated with arrows, ends and first letters', () => {
  const labels = ['All', 'Teams', 'Exchange', 'teams room'];
  const from = (current: number, key: string): number | undefined => itemBeside(labels, current, key);
  assert.deepEqual(
    [
      from(-1, 'ArrowDown'),
      from(3, 'ArrowDown'),
      from(0, 'ArrowUp'),
      from(-1, 'ArrowUp'),
      from(2, 'Home'),
      from(0, 'End'),
    ],
    [0, 0, 3, 3, 0, 3],
  );
  assert.deepEqual(
    [from(0, 't'), from(1, 't'), from(3, 'T'), from(0, 'z'), from(0, ' '), from(0, 'Tab')],
    [1, 3, 1, undefined, undefined, undefined],
  );
  assert.equal(itemBeside([], -1, 'ArrowDown'), undefined);
});
