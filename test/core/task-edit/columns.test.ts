import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planTaskEdit } from '../../../server/src/core/index.js';
import {
  CHINESE_HEADER,
  ENGLISH_HEADER,
  FROM_ANYWHERE,
  GERMAN_HEADER,
  ID_AND,
  NETWORK,
  assertSame,
  edited,
  englishPage,
  pageOf,
  planFor,
  problemsOf,
  sheetWith,
} from './pages.js';

describe('the columns of the sheet', () => {
  test('may have the names of any language', () => {
    const page = englishPage(NETWORK);
    for (const header of [ENGLISH_HEADER, CHINESE_HEADER, GERMAN_HEADER]) {
      const columns = header
        .split('|')
        .slice(1, -1)
        .map((name) => ` **${name.trim().toUpperCase()}**`);
      assert.equal(
        edited(page, columns, ['4302', 'New', 'O', 'FastTrack Engineer', 'Exchange']),
        page.text.replace('Check the network | M', 'New | O').replace('Exchange / SharePoint', 'Exchange'),
        header,
      );
    }
  });

  test('are reported if unknown, and rejected if repeated', () => {
    const page = englishPage(NETWORK);
    assert.deepEqual(
      planFor(page, ['Task ID', 'Comment', 'Section'], ['4302', 'x', 'z']).problems.map(({ row }) => row),
      [1],
    );
    assert.deepEqual(problemsOf(planFor(page, ['Task ID', 'Role', 'FastTrack Role'], ['4302', 'x', 'y'])), [
      [1, 'The columns "Role" and "FastTrack Role" are the same. Keep one of them'],
    ]);
    assert.deepEqual(problemsOf(planFor(page, ['File', 'title'], ['a.md', 'x'])), [
      [1, 'The sheet has no column "Task ID"'],
    ]);
    assert.deepEqual(problemsOf(planTaskEdit(sheetWith(['Task ID'], ['4302']), new Map(), FROM_ANYWHERE)), [
      [1, 'The sheet has no column "File"'],
    ]);
  });

  test('that a table does not have are a problem if they have text', () => {
    const page = pageOf(
      '| Task ID | Task Name | FastTrack Role |',
      '|---|---|---|',
      '| 4302 | A | FastTrack Engineer |',
    );
    assertSame(page, ID_AND('M/O', 'Services'), ['4302', '', '']);
    const [[row, message] = assert.fail()] = problemsOf(planFor(page, ID_AND('Services'), ['4302', 'Exchange']));
    assert.equal(row, 2);
    assert.match(message, /no column "Services"/);
  });
});
