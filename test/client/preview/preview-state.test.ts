import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nextSorting } from '../../../client/webviews/shared/sorting';
import { FIRST_LOOK, lookOf } from '../../../client/webviews/preview/model/look';
import { problemRank, sortedProblems, worstOf } from '../../../client/webviews/preview/columns/severity';
import {
  reduce,
  INITIAL_STATE,
  pageUri,
  tasksIn,
  type PreviewState,
  type StateMessage,
} from '../../../client/webviews/preview/model/preview-state';
import { plainPieces, plainText } from '../../../client/webviews/preview/parts/plain-pieces';
import type { PreviewScope } from '../../../client/webviews/preview/protocol/messages';
import { previewOf, problemOf } from './preview-data';

describe('data from the extension', () => {
  const tasks = (uri: string, scope: PreviewScope = 'page'): StateMessage => ({
    type: 'tasks',
    scope,
    preview: previewOf({ uri, tables: [], rows: [] }),
    isEditable: true,
    readOnly: null,
    hasAllProblems: true,
    made: [],
  });
  const rendered: StateMessage = { type: 'readers', rendered: { version: 1, tables: [] } };
  const after = (...messages: readonly StateMessage[]): PreviewState => messages.reduce(reduce, INITIAL_STATE);

  test('is kept until it is replaced', () => {
    assert.notEqual(after(tasks('a'), { type: 'loading', done: 1, total: 2 }).tasks, null);
    assert.deepEqual(after(tasks('a'), { type: 'loading', done: 1, total: 2 }).loading, { done: 1, total: 2 });
    assert.equal(after({ type: 'failed', message: 'No' }, tasks('a')).failure, null);
    assert.equal(after({ type: 'nothing', reason: 'gone', file: 'a.md' }, tasks('a')).nothing, null);
    assert.equal(after(tasks('a'), { type: 'nothing', reason: 'gone', file: 'a.md' }).tasks, null);
  });

  test("for one page isn't shown for another", () => {
    assert.notEqual(after(tasks('a'), rendered, tasks('a')).rendered, null);
    assert.equal(after(tasks('a'), rendered, tasks('b')).rendered, null);
    assert.equal(after(tasks('a'), { type: 'caret', line: 3 }, tasks('b')).caret, null);
  });

  test("for a page isn't shown for a workspace", () => {
    const state = after(tasks('a'));
    assert.equal(tasksIn(state, 'workspace'), null);
    assert.equal(pageUri(state), 'a');
    assert.equal(pageUri(after(tasks('a', 'workspace'))), '');
  });
});

describe('the look', () => {
  test('can be restored from anything', () => {
    for (const stored of [
      undefined,
      null,
      7,
      'x',
      [],
      { filters: null, sorting: { column: 'actions' }, grouping: 'page', collapsed: 'a' },
    ]) {
      assert.deepEqual({ ...lookOf(stored), filters: { ...lookOf(stored).filters, facets: {} } }, FIRST_LOOK);
    }
    const look = lookOf({
      filters: { text: 'a', facets: { role: ['fm', 3], other: ['x'] } },
      sorting: { column: 'mo', direction: 'descending' },
      grouping: 'role',
      collapsed: ['k', null],
      hasTotals: true,
    });
    assert.deepEqual(
      [look.filters.text, look.filters.facets.role, look.sorting, look.grouping, look.collapsed, look.hasTotals],
      ['a', ['fm'], { column: 'mo', direction: 'descending' }, 'role', ['k'], true],
    );
    assert.equal('other' in look.filters.facets, false);
  });

  test('sorts ascending, descending, then in source order', () => {
    const up = nextSorting(null, 'mo');
    assert.deepEqual(
      [up, nextSorting(up, 'mo'), nextSorting(nextSorting(up, 'mo'), 'mo'), nextSorting(up, 'role')],
      [
        { column: 'mo', direction: 'ascending' },
        { column: 'mo', direction: 'descending' },
        null,
        { column: 'role', direction: 'ascending' },
      ],
    );
  });
});

test('the most severe problem counts, then the number of problems', () => {
  const [error, warning, hint] = [problemOf('error'), problemOf('warning'), problemOf('hint')];
  assert.equal(worstOf([hint, warning]), 'warning');
  assert.equal(worstOf([]), undefined);
  assert.equal(problemRank([]), undefined);
  const ranks = [[error, error], [error, hint], [warning, warning, warning], [warning], [hint]].map(
    (problems) => problemRank(problems) ?? NaN,
  );
  assert.deepEqual(
    ranks,
    [...ranks].sort((a, b) => a - b),
  );
  assert.equal(new Set(ranks).size, ranks.length);
  assert.deepEqual(sortedProblems([hint, error]), [error, hint]);
});

describe('a text of a page', () => {
  test('shows invisible characters', () => {
    assert.deepEqual(plainPieces('a\u202Eb'), [{ text: 'a' }, { text: '\u202E', mark: 'U+202E' }, { text: 'b' }]);
    assert.equal(plainText('\uFEFF\u200B\u00AD\u0000\u{E0041}'), '‹U+FEFF›‹U+200B›‹U+00AD›‹U+0000›‹U+E0041›');
    assert.equal(plainText('网络\tä ünd\n\u3000x'), '网络\tä ünd\n\u3000x', 'and leaves the rest');
    assert.deepEqual(plainPieces(''), []);
  });

  test('is cut off, but never in the middle of a character', () => {
    assert.equal(plainText('abcdef', 3), 'abc…');
    assert.equal(plainText('abc', 3), 'abc');
    assert.equal(plainText('ab😀c', 3), 'ab…');
    assert.ok(plainText('x'.repeat(100_000)).length <= 501);
  });
});
