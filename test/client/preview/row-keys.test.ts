import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keysAfter } from '../../../client/webviews/preview/model/row-keys';
import { addedKey, isOurs, rowsWith, type SentEdit } from '../../../client/webviews/preview/model/sent-edits';
import type { PreviewRow, TaskPreview } from '../../../client/webviews/preview/protocol/messages';
import { previewOf, rowOf, tableOf } from './preview-data';

const preview = (rows: readonly PreviewRow[], fields: { readonly uri?: string } = {}): TaskPreview =>
  previewOf({ tables: [tableOf({}), tableOf({})], rows, ...fields });
const row = (id: string, name = 'A task', table = 0): PreviewRow =>
  rowOf(table, 3, { id, name, mo: 'M', role: 'FM', services: 'Teams' });
const first = preview([row('1'), row('2'), row('3'), row('4')]);
const keys = ['a', 'b', 'c', 'd'];

/** The keys of the rows of a later version, `+` for new ones. */
const after = (rows: readonly PreviewRow[], known = new Map<number, string>()): string =>
  keysAfter({ preview: first, keys }, preview(rows), known)
    .map((key) => (key.startsWith('row ') ? '+' : key))
    .join('');

describe('a row keeps its key', () => {
  test('when rows are added, deleted or moved around it', () => {
    assert.equal(after([row('9'), row('1'), row('2'), row('3'), row('4')]), '+abcd');
    assert.equal(after([row('1'), row('4')]), 'ad');
    assert.equal(after([row('2'), row('1'), row('4'), row('3')]), 'badc');
  });

  test('when its text changes: by its ID, or between its neighbors', () => {
    assert.equal(after([row('1'), row('3', 'Renamed'), row('2'), row('4')]), 'acbd');
    assert.equal(after([row('1'), row('7', 'Another'), row('3'), row('4')]), 'abcd');
    assert.equal(after([row('7'), row('2'), row('3'), row('8')]), 'abcd');
    assert.equal(
      after([row('1'), row('7'), row('8'), row('3'), row('4')]),
      'a++cd',
      'nobody knows which of the two it was',
    );
  });

  test('if the key is certain, whatever its text is', () => {
    assert.equal(
      after([row('1'), row('2'), row('2'), row('3'), row('4')], new Map([[1, addedKey(5)]])),
      `a${addedKey(5)}bcd`,
    );
    assert.equal(after([row('1'), row('3', 'Was 2'), row('3'), row('4')], new Map([[1, 'b']])), 'abcd');
  });

  test('and no key is assigned twice, or to a row of another page', () => {
    const blank = row('', '');
    const many = keysAfter(
      { preview: preview([blank, blank]), keys: ['a', 'b'] },
      preview([blank, blank, blank]),
      new Map(),
    );
    assert.equal(new Set(many).size, 3);
    assert.deepEqual(many.slice(0, 2), ['a', 'b']);
    assert.equal(
      keysAfter({ preview: first, keys }, preview([row('1')], { uri: 'file:///b.md' }), new Map()).includes('a'),
      false,
    );
  });
});

describe("edits that the page doesn't show yet", () => {
  const sent = (...edits: readonly SentEdit[]): ReturnType<typeof rowsWith> =>
    rowsWith({ preview: first, keys }, edits);

  test('add a row below theirs, and remove deleted rows', () => {
    const {
      preview: shown,
      keys: shownKeys,
      references,
    } = sent(
      { request: 7, key: 'b', edit: { command: 'insertRow' } },
      { request: 8, key: 'c', edit: { command: 'deleteRow' } },
      { request: 9, key: addedKey(7), edit: { command: 'insertRow' } },
    );
    assert.deepEqual(shownKeys, ['a', 'b', addedKey(7), addedKey(9), 'd']);
    assert.deepEqual(references, [
      { version: 1, row: 0 },
      { version: 1, row: 1 },
      { added: 7 },
      { added: 9 },
      { version: 1, row: 3 },
    ]);
    assert.equal(shown.rows[2]?.id?.source, '');
  });

  test('change nothing if their row no longer exists', () =>
    assert.deepEqual(sent({ request: 7, key: 'x', edit: { command: 'insertRow' } }).keys, keys));

  test('are ours, cell by cell', () => {
    const edits: readonly SentEdit[] = [
      { request: 1, key: 'a', edit: { command: 'setCell', column: 'role', text: ['fm'] } },
      { request: 2, key: 'b', edit: { command: 'toggleMandatory' } },
    ];
    assert.deepEqual(
      [isOurs(edits, 'a', 'role'), isOurs(edits, 'a', 'mo'), isOurs(edits, 'b', 'mo'), isOurs(edits, 'b', 'role')],
      [true, false, true, false],
    );
  });
});
