import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { columnWidths } from '../../client/webviews/report/column-widths';
import { isPath, pathParts } from '../../client/webviews/shared/file-names';
import { moved, within, type CellPlace, type GridSize } from '../../client/webviews/shared/movement';
import { Rows } from '../../client/webviews/report/rows';
import { nextSorting } from '../../client/webviews/shared/sorting';
import { rowsInSight, rowsPerPage, scrolledTo } from '../../client/webviews/shared/viewport';
import {
  fromPanel,
  panelStateOf,
  type ReportTable,
  type Sorting,
} from '../../client/webviews/report/protocol/messages';

const TABLE: ReportTable = {
  columns: ['Task ID', 'Name', 'Pages'],
  rows: [
    ['0983', 'QuickLeads', 12],
    ['4090', 'Teams – Planung', 2],
    ['12', '', 0],
    ['4091', '规划 Teams', 2],
  ],
  sortKeys: [null, null, null],
};

describe('the rows of a report', () => {
  const rows = new Rows(TABLE);
  const by = (column: string, direction: Sorting['direction'] = 'ascending'): Sorting => ({ column, direction });

  test('are in the order of the report', () => assert.deepEqual(rows.shown('', null), [0, 1, 2, 3]));

  test('are those that contain all words, in any column and case', () => {
    assert.deepEqual(rows.shown('TEAMS', null), [1, 3]);
    assert.deepEqual(rows.shown('teams 4091', null), [3]);
    assert.deepEqual(rows.shown('  规划 ', null), [3]);
    assert.deepEqual(rows.shown('teams outlook', null), []);
    assert.deepEqual(rows.shown('４０９０ ｔｅａｍｓ', null), [1], 'full-width letters are letters');
  });

  test('do not match across two cells', () => assert.deepEqual(rows.shown('0983quick', null), []));

  test('are sorted by the value of a number, also within a text', () => {
    assert.deepEqual(rows.shown('', by('Task ID')), [2, 0, 1, 3]);
    assert.deepEqual(rows.shown('', by('Pages')), [2, 1, 3, 0]);
  });

  test('with an empty cell come last, ascending and descending', () => {
    assert.equal(rows.shown('', by('Name')).at(-1), 2);
    assert.equal(rows.shown('', by('Name', 'descending')).at(-1), 2);
  });

  test('that are equal keep the order of the report', () => {
    assert.deepEqual(rows.shown('', by('Pages', 'descending')), [0, 1, 3, 2]);
  });

  test('are sorted by the keys of the server if it sends some: dates, then other text, then empty cells', () => {
    const dates = new Rows({
      columns: ['File', 'ms.date'],
      rows: [
        ['a', '10/3/2023'],
        ['b', 'soon'],
        ['c', ''],
        ['d', '1/2/2024'],
        ['e', '2.11.2023'],
      ],
      sortKeys: [null, [20231003, 'soon', '', 20240102, 20231102]],
    });
    assert.deepEqual(dates.shown('', by('ms.date')), [0, 4, 3, 1, 2]);
    assert.deepEqual(dates.shown('', by('ms.date', 'descending')), [3, 4, 0, 1, 2]);
    assert.deepEqual(dates.shown('', by('File', 'descending')), [4, 3, 2, 1, 0]);
  });

  test("aren't sorted by a column that no longer exists", () =>
    assert.deepEqual(rows.shown('', by('Old')), [0, 1, 2, 3]));

  test('are filtered and sorted even if there are ten thousand', () => {
    const many = new Rows({
      columns: ['A', 'B'],
      rows: Array.from({ length: 10_000 }, (_, index) => [`page-${(index * 7919) % 10_000}.md`, index]),
      sortKeys: [null, null],
    });
    assert.equal(many.shown('page-9', by('A')).length, 1111);
  });
});

test('a header sorts ascending, then descending, then not at all', () => {
  const up = nextSorting(null, 'Name');
  assert.deepEqual(up, { column: 'Name', direction: 'ascending' });
  const down = nextSorting(up, 'Name');
  assert.deepEqual(down, { column: 'Name', direction: 'descending' });
  assert.equal(nextSorting(down, 'Name'), null);
  assert.deepEqual(nextSorting(down, 'Pages'), { column: 'Pages', direction: 'ascending' });
});

describe('the rows in the document', () => {
  const view = { height: 240, rowHeight: 24 };

  test('are the visible rows and a few around them', () => {
    assert.deepEqual(rowsInSight({ ...view, scrollTop: 0 }, 10_000), { first: 0, end: 18 });
    assert.deepEqual(rowsInSight({ ...view, scrollTop: 24 * 500 }, 10_000), { first: 492, end: 518 });
    assert.deepEqual(rowsInSight({ ...view, scrollTop: 24 * 9990 }, 10_000), { first: 9982, end: 10_000 });
  });

  test('are empty if there are none, or if a shorter list replaces a long one', () => {
    assert.deepEqual(rowsInSight({ ...view, scrollTop: 0 }, 0), { first: 0, end: 0 });
    assert.deepEqual(rowsInSight({ ...view, scrollTop: 24 * 500 }, 3), { first: 3, end: 3 });
  });

  test('scroll only as far as necessary to show a row', () => {
    assert.equal(scrolledTo(5, { ...view, scrollTop: 0 }), 0);
    assert.equal(scrolledTo(10, { ...view, scrollTop: 0 }), 24);
    assert.equal(scrolledTo(3, { ...view, scrollTop: 240 }), 72);
  });

  test('fill a page of at least one row', () => {
    assert.equal(rowsPerPage({ ...view, scrollTop: 0 }), 10);
    assert.equal(rowsPerPage({ scrollTop: 0, height: 10, rowHeight: 24 }), 1);
  });
});

describe('a key in the grid', () => {
  const size: GridSize = { rows: 100, columns: 4, page: 10 };
  const from = (row: number, column: number, key: string, toTheEnd = false): CellPlace | undefined =>
    moved({ row, column }, { key, toTheEnd }, size);

  test('moves one cell in its direction', () => {
    assert.deepEqual(from(5, 1, 'ArrowUp'), { row: 4, column: 1 });
    assert.deepEqual(from(5, 1, 'ArrowDown'), { row: 6, column: 1 });
    assert.deepEqual(from(5, 1, 'ArrowLeft'), { row: 5, column: 0 });
    assert.deepEqual(from(5, 1, 'ArrowRight'), { row: 5, column: 2 });
  });

  test('stops at the borders; above the first row is the header', () => {
    assert.deepEqual(from(0, 0, 'ArrowUp'), { row: -1, column: 0 });
    assert.deepEqual(from(-1, 0, 'ArrowUp'), { row: -1, column: 0 });
    assert.deepEqual(from(99, 3, 'ArrowDown'), { row: 99, column: 3 });
    assert.deepEqual(from(5, 0, 'ArrowLeft'), { row: 5, column: 0 });
    assert.deepEqual(from(5, 3, 'ArrowRight'), { row: 5, column: 3 });
  });

  test('moves to the ends of the row, and of the table', () => {
    assert.deepEqual(from(5, 2, 'Home'), { row: 5, column: 0 });
    assert.deepEqual(from(5, 2, 'End'), { row: 5, column: 3 });
    assert.deepEqual(from(5, 2, 'Home', true), { row: 0, column: 0 });
    assert.deepEqual(from(5, 2, 'End', true), { row: 99, column: 3 });
  });

  test("moves a page, and doesn't move up from the header", () => {
    assert.deepEqual(from(50, 2, 'PageUp'), { row: 40, column: 2 });
    assert.deepEqual(from(3, 2, 'PageUp'), { row: 0, column: 2 });
    assert.deepEqual(from(-1, 2, 'PageUp'), { row: -1, column: 2 });
    assert.deepEqual(from(95, 2, 'PageDown'), { row: 99, column: 2 });
  });

  test("that isn't a navigation key does nothing", () => assert.equal(from(1, 1, 'a'), undefined));

  test('stays in the header if there are no rows', () =>
    assert.deepEqual(within({ row: 4, column: 1 }, { rows: 0, columns: 2, page: 1 }), { row: -1, column: 1 }));
});

test('columns are as wide as their texts, with double width for Chinese, up to a maximum', () => {
  const [narrow = 0, chinese = 0, long = 0, header = 0] = columnWidths({
    columns: ['a', 'b', 'c', 'A long header'],
    rows: [['ab', '任务名称名称', 'x'.repeat(500), 1]],
    sortKeys: [null, null, null, null],
  });
  assert.deepEqual([narrow, chinese, long, header], [8, 15, 47, 20]);
});

describe('of a path', () => {
  test('the end of the name is never cut', () => {
    assert.deepEqual(pathParts('a/b c/passkeys-conduct-assessment-de.md'), {
      folders: 'a/b c/',
      start: 'passkeys-conduct-asses',
      end: 'sment-de.md',
    });
    assert.deepEqual(pathParts('评估/进行网络评估的准备工作.md'), {
      folders: '评估/',
      start: '进行网络评估的',
      end: '准备工作.md',
    });
  });

  test('a short name is never cut', () => {
    assert.deepEqual(pathParts('文档/网络.md'), { folders: '文档/', start: '', end: '网络.md' });
    assert.deepEqual(pathParts('a/网络.md'), { folders: '', start: '', end: 'a/网络.md' });
    assert.deepEqual(pathParts('README.md'), { folders: '', start: '', end: 'README.md' });
  });

  test('no character is split, and the parts add up to the whole', () => {
    for (const name of [
      'a/' + '👩‍👩‍👧‍👦'.repeat(8) + '.md',
      'e\u0301'.repeat(30),
      'か\u3099'.repeat(20) + '.md',
      'x' + '\u0301'.repeat(40),
      '',
    ]) {
      const { folders, start, end } = pathParts(name);
      assert.equal(folders + start + end, name);
      assert.doesNotMatch(end, /^[\p{M}\u200d]/u);
    }
  });

  test('other texts are recognized', () => {
    for (const text of ['a/b c/网络.md', '网络.md', 'my page.md', 'images/a.png', 'docs/toc.yml'])
      assert.ok(isPath(text), text);
    for (const text of ['M/O', 'FE / SME', 'https://example.com/a.md', 'a/b.md\na/c.md', '', '1.5', 'Teams'])
      assert.ok(!isPath(text), text);
  });
});

describe('between panel and extension', () => {
  test('only our own messages count', () => {
    assert.deepEqual(fromPanel({ type: 'open', row: 3, uri: 'file:///etc/passwd' }), { type: 'open', row: 3 });
    assert.deepEqual(fromPanel({ type: 'export', format: 'xlsx' }), { type: 'export', format: 'xlsx' });
    for (const message of [
      null,
      'ready',
      {},
      { type: 'open' },
      { type: 'open', row: '3' },
      { type: 'export', format: 'exe' },
    ])
      assert.equal(fromPanel(message), undefined);
  });

  test('a state of any form is parsed or rejected', () => {
    assert.deepEqual(
      panelStateOf({ kind: 'tasks', filter: 'a', sorting: { column: 'Name', direction: 'descending' } }),
      { kind: 'tasks', filter: 'a', sorting: { column: 'Name', direction: 'descending' } },
    );
    assert.deepEqual(panelStateOf({ kind: 'tasks', filter: 7, sorting: { column: 'Name', direction: 'up' } }), {
      kind: 'tasks',
      filter: '',
      sorting: null,
    });
    for (const state of [undefined, null, {}, { kind: 'other' }]) assert.equal(panelStateOf(state), undefined);
  });
});
