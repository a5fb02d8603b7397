import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Playbook } from '../../../server/src/core/index.js';
import { planMetadataEdit } from '../../../server/src/core/reports/metadata-edit.js';
import { sortKeysOf } from '../../../server/src/core/reports/sort-keys.js';
import type { SheetCell } from '../../../server/src/core/reports/sheet.js';
import { between, pageOf, sheetOf, sheetWith } from './pages.js';

describe('the metadata of pages as a sheet', () => {
  test('has a column for every key, with the usual keys first, and a row for every page', () => {
    const pages = new Map([
      ['b.md', pageOf('b.md', between('zeta: 1', 'ms.date: "5/2/2019" # day', "title: 'It''s'", 'alpha: [a, b]'))],
      ['a.md', pageOf('a.md', between('title: x', 'manager:', 'beta:', '  - one', '  - two', 'title: y'))],
      ['c.md', pageOf('c.md', '# No front matter\n')],
    ]);
    assert.deepEqual(sheetOf(pages), {
      name: 'Metadata',
      columns: ['File', 'title', 'manager', 'ms.date', 'alpha', 'beta', 'zeta'],
      rows: [
        ['a.md', 'x', '', '', '', '- one\n  - two', ''],
        ['b.md', "It\'s", '', '5/2/2019', '[a, b]', '', '1'],
        ['c.md', '', '', '', '', '', ''],
      ],
    });
  });

  test('sorts pages by their numbers', () => {
    const pages = ['p/step-10.md', 'p/step-9.md', 'p/Step-1.md', 'p/一.md'].map((path): [string, Playbook] => [
      path,
      pageOf(path, between('title: x')),
    ]);
    assert.deepEqual(
      sheetOf(new Map(pages)).rows.map(([path]) => path),
      ['p/Step-1.md', 'p/step-9.md', 'p/step-10.md', 'p/一.md'],
    );
  });

  test('accepts names of built-in object properties, and has no column for an empty key', () => {
    const pages = new Map([['a.md', pageOf('a.md', between('toString: x', '__proto__: y', 'File: z', '"": w'))]]);
    assert.deepEqual(sheetOf(pages).columns, ['File', '__proto__', 'toString']);
    assert.deepEqual(planMetadataEdit(sheetOf(pages), pages), { changes: [], problems: [] });
  });
});

describe('the sort key of a report', () => {
  const keysOf = (column: string, ...cells: readonly SheetCell[]) =>
    sortKeysOf(sheetWith(['File', column], ...cells.map((cell, row) => [`${row}.md`, cell])))[1];

  test('is the date in a column of dates, whatever its format', () => {
    assert.deepEqual(
      keysOf('ms.date', '10/3/2023', '1/2/2024', '2023-12-24', '27.03.2020', '2019-05-02T00:00:00Z'),
      [20231003, 20240102, 20231224, 20200327, 20190502],
    );
    assert.deepEqual(
      keysOf('reviewed', '10/3/2023', '', '24 Dec 2023'),
      [20231003, '', 20231224],
      'another key with days',
    );
  });

  test('is the text if it is not a date', () =>
    assert.deepEqual(keysOf('ms.date', '13/45/2020', '', '1/2/2024', 'soon'), ['13/45/2020', '', 20240102, 'soon']));

  test('is the text of the cells in every other column', () => {
    assert.deepEqual(
      sortKeysOf(
        sheetWith(
          ['File', 'title', 'Pages', 'empty'],
          ['a', 'Teams', 2, ''],
          ['b', '1/2/2024', 3, ''],
          ['c', 'Plan', 1, ''],
        ),
      ),
      [undefined, undefined, undefined, undefined],
    );
  });
});
