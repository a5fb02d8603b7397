import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  broughtBy,
  contentOf,
  edited,
  isBlank,
  isSameCell,
  type EditedCell,
} from '../../../client/webviews/preview/model/edits';
import { offersFor, offerToTake } from '../../../client/webviews/preview/model/offers';
import { Tasks } from '../../../client/webviews/preview/model/tasks';
import { brokenRow, previewOf, problemOf, rowOf, tableOf, type RowTexts } from './preview-data';

const texts = (fields: Partial<RowTexts> = {}): RowTexts => ({
  id: '1',
  name: 'a | b',
  mo: 'M',
  role: 'FM, Nobody',
  services: '',
  ...fields,
});
const tables = [tableOf({}), tableOf({ section: 'Next Steps' })];
const rows = [
  rowOf(0, 3, texts()),
  rowOf(0, 4, texts({ id: '2' })),
  brokenRow(0, 5, '| x'),
  rowOf(1, 9, texts({ id: '3' })),
];
const tasks = new Tasks(previewOf({ tables, rows }));
const cell = (row: number, column: EditedCell['column']): EditedCell => ({
  key: `${row}`,
  column,
  typed: '',
  replaces: false,
  opening: 1,
});

describe('an edit', () => {
  test('starts with the original text, or with the words of a list', () => {
    assert.equal(contentOf(tasks, cell(0, 'task-name')), 'a | b');
    assert.deepEqual(contentOf(tasks, cell(0, 'role')), ['fm', 'Nobody']);
    assert.deepEqual(contentOf(tasks, cell(0, 'services')), []);
    assert.equal(contentOf(tasks, cell(2, 'task-id')), '');
  });

  test("doesn't exist if the cell already has the text", () => {
    assert.equal(edited(tasks, cell(0, 'task-name'), ' a | b '), undefined);
    assert.equal(edited(tasks, cell(0, 'role'), ['fm', 'Nobody']), undefined);
    assert.deepEqual(edited(tasks, cell(0, 'role'), ['Nobody', 'fm']), {
      command: 'setCell',
      column: 'role',
      text: ['Nobody', 'fm'],
    });
    assert.deepEqual(edited(tasks, cell(0, 'task-name'), ''), { command: 'setCell', column: 'task-name', text: '' });
  });

  test('has the problems of its cell, and new problems of the row', () => {
    const old = problemOf('warning', { message: 'Old' });
    const own = problemOf('error', { message: 'Own', column: 'mo' });
    const other = problemOf('info', { message: 'Other', column: 'role' });
    assert.deepEqual(broughtBy([old, own], [old, own, other], 'mo'), [own, other]);
    assert.deepEqual(broughtBy([old], [old], 'mo'), []);
  });
});

describe('when the page changes', () => {
  const withSecond = (second: RowTexts): Tasks =>
    new Tasks(
      previewOf({ version: 2, tables, rows: rows.map((row, index) => (index === 1 ? rowOf(0, 4, second) : row)) }),
    );

  test('a cell is the same as long as its row exists and its text is the same', () => {
    assert.equal(isSameCell(tasks, cell(1, 'mo'), withSecond(texts({ id: '7' }))), true);
    assert.equal(isSameCell(tasks, cell(1, 'mo'), withSecond(texts({ id: '2', mo: 'O' }))), false);
    assert.equal(
      isSameCell(
        tasks,
        cell(1, 'mo'),
        new Tasks(previewOf({ version: 2, tables, rows: rows.slice(1) }), ['0', '2', '3']),
      ),
      false,
    );
    assert.equal(
      isSameCell(
        tasks,
        cell(3, 'mo'),
        new Tasks(previewOf({ version: 2, tables, rows: rows.slice(1) }), ['1', '2', '3']),
      ),
      true,
      'at another place',
    );
  });

  test('a row of empty cells is waiting to be filled in', () => {
    const empty = rowOf(0, 6, texts({ id: '', name: '', mo: '', role: '', services: '' }));
    const some = new Tasks(
      previewOf({
        tables,
        rows: [
          empty,
          rowOf(0, 7, texts({ id: '', name: '', mo: '', role: '', services: 'Teams' })),
          brokenRow(0, 8, '|'),
        ],
      }),
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((row) => isBlank(some, row)),
      [true, false, false, false],
    );
  });
});

describe('the suggested words', () => {
  const offered = [
    { id: 'fasttrack-manager', label: 'FastTrack Manager' },
    { id: 'sme', label: 'SME' },
    { id: 'zh', label: '主题专家' },
  ];
  const labels = (typed: string): string[] =>
    offersFor(typed, offered).map(({ label, isFree }) => (isFree ? `"${label}"` : label));

  test('contain the typed text; any other word can be added', () => {
    assert.deepEqual(labels(''), ['FastTrack Manager', 'SME', '主题专家']);
    assert.deepEqual(labels('m'), ['FastTrack Manager', 'SME', '"m"']);
    assert.deepEqual(labels('sme'), ['SME']);
    assert.deepEqual(labels('s'), ['SME', 'FastTrack Manager', '"s"'], 'those that begin with it first');
    assert.deepEqual(labels('专家'), ['主题专家', '"专家"']);
    assert.deepEqual(labels(' Nobody '), ['"Nobody"']);
  });

  test('are accepted by Enter if one is highlighted or something is typed', () => {
    assert.equal(offerToTake('', offersFor('', offered), -1), undefined);
    assert.equal(offerToTake('', offersFor('', offered), 1)?.value, 'sme');
    assert.equal(offerToTake('man', offersFor('man', offered), -1)?.value, 'fasttrack-manager');
  });
});
