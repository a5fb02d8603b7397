import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { losingRows, lossesOf, READERS, stopsOf, tablesToShow } from '../../../client/webviews/preview/readers/losses';
import { drawnRows, nextRow, slicesOf } from '../../../client/webviews/preview/readers/slices';
import { nextStop, sameStop, stopName } from '../../../client/webviews/preview/readers/stops';
import type { RenderedTables, Rendering } from '../../../client/webviews/preview/protocol/messages';

const text: Rendering = {
  isTable: false,
  reason: 'The line above belongs to a paragraph',
  header: [],
  rows: [{ line: 20, cells: ['任务 | 角色'], lost: [] }],
};
const tableWith = (...lost: readonly (readonly string[])[]): Rendering => ({
  isTable: true,
  reason: null,
  header: ['Task ID'],
  rows: lost.map((own, line) => ({ line, cells: ['0421'], lost: own })),
});

const PAGE: RenderedTables = {
  version: 1,
  tables: [
    { heading: 'Tidy', line: 0, isTaskTable: true, gfm: tableWith([], []), docfx: tableWith([], []) },
    {
      heading: 'Ports',
      line: 10,
      isTaskTable: true,
      gfm: tableWith([], ['Teams', 'Exchange'], ['All']),
      docfx: tableWith([], []),
    },
    { heading: '', line: 20, isTaskTable: false, gfm: text, docfx: tableWith(['lost on the site']) },
    { heading: '差距', line: 30, isTaskTable: true, gfm: text, docfx: text },
    { heading: 'Empty', line: 40, isTaskTable: true, gfm: tableWith(), docfx: tableWith() },
  ],
};

describe('the tables as readers see them', () => {
  test('are those with tasks, or all', () => {
    assert.deepEqual(tablesToShow(PAGE, 'task tables'), [0, 1, 3, 4]);
    assert.deepEqual(tablesToShow(PAGE, 'all tables'), [0, 1, 2, 3, 4]);
  });

  test('are counted for each reader, and only if they are shown', () => {
    assert.deepEqual(lossesOf(PAGE, [0, 1, 3, 4], 'gfm'), { tables: 4, losing: 1, notTables: 1, shortRows: 0 });
    assert.deepEqual(lossesOf(PAGE, [0, 1, 3, 4], 'docfx'), { tables: 4, losing: 0, notTables: 1, shortRows: 0 });
    assert.deepEqual(lossesOf(PAGE, [0, 1, 2, 3, 4], 'docfx'), { tables: 5, losing: 1, notTables: 1, shortRows: 0 });
    assert.deepEqual(lossesOf(PAGE, [], 'gfm'), { tables: 0, losing: 0, notTables: 0, shortRows: 0 });
  });

  test('have a list of the rows that lose text', () => {
    assert.deepEqual(losingRows(tableWith([], ['Teams'], [], ['All'])), [1, 3]);
    assert.deepEqual(losingRows(tableWith()), []);
  });
});

describe('the navigation between losses', () => {
  test('leads to the first row of each table that loses text, and to tables displayed as text', () => {
    assert.deepEqual(
      stopsOf(PAGE, [0, 1, 2, 3, 4], READERS).map(({ table, reader, kind, row }) => [table, reader, kind, row]),
      [
        [1, 'gfm', 'losing', 1],
        [2, 'gfm', 'not-table', 0],
        [2, 'docfx', 'losing', 0],
        [3, 'gfm', 'not-table', 0],
        [3, 'docfx', 'not-table', 0],
      ],
    );
  });

  test('skips a table that no longer exists', () => assert.deepEqual(stopsOf(PAGE, [9], READERS), []));

  test('starts at either end, and wraps around', () => {
    assert.deepEqual([nextStop(-1, 1, 3), nextStop(-1, -1, 3)], [0, 2]);
    assert.deepEqual([nextStop(0, 1, 3), nextStop(2, 1, 3), nextStop(0, -1, 3)], [1, 0, 2]);
    assert.deepEqual([nextStop(0, 1, 1), nextStop(0, -1, 1)], [0, 0]);
  });

  test('finds a stop again after the page was read again', () => {
    const [first, again, other] = [
      stopsOf(PAGE, [1], READERS)[0],
      stopsOf(structuredClone(PAGE), [1], READERS)[0],
      stopsOf(PAGE, [2], READERS)[0],
    ];
    assert.ok(first !== undefined && again !== undefined && other !== undefined);
    assert.ok(sameStop(first, again));
    assert.ok(!sameStop(first, other));
    assert.equal(stopName(first), '1-gfm-1');
  });
});

describe('the rows of a long table', () => {
  test('are all rendered if there are few', () =>
    assert.deepEqual(drawnRows(3, [1], 200), { head: 3, leftOut: 0, tail: [] }));

  test("aren't rendered further down, except those that lose text", () => {
    assert.deepEqual(drawnRows(10_000, [5, 9_000, 9_999], 200), { head: 200, leftOut: 9_798, tail: [9_000, 9_999] });
    const everyRow = drawnRows(
      10_000,
      Array.from({ length: 10_000 }, (_, row) => row),
      200,
    );
    assert.deepEqual([everyRow.head, everyRow.tail.length, everyRow.tail[0]], [200, 100, 200]);
    assert.equal(everyRow.head + everyRow.tail.length + everyRow.leftOut, 10_000);
  });

  test('are divided into slices without gaps', () => {
    assert.deepEqual(
      slicesOf(250).map((slice) => [slice[0], slice.at(-1)]),
      [
        [0, 99],
        [100, 199],
        [200, 249],
      ],
    );
    assert.deepEqual(slicesOf(0), []);
  });

  test("are navigated in rendered order, across rows that aren't rendered", () => {
    const drawn = [0, 1, 2, 900];
    assert.deepEqual([nextRow(2, 'ArrowDown', drawn), nextRow(900, 'ArrowUp', drawn)], [900, 2]);
    assert.deepEqual([nextRow(900, 'ArrowDown', drawn), nextRow(0, 'ArrowUp', drawn)], [900, 0]);
    assert.deepEqual(
      [nextRow(0, 'End', drawn), nextRow(2, 'Home', drawn), nextRow(0, 'PageDown', drawn)],
      [900, 0, 900],
    );
    assert.equal(nextRow(0, 'Enter', drawn), undefined);
    assert.equal(nextRow(0, 'ArrowDown', []), undefined);
  });
});
