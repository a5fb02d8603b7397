import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LineHistory, lineAfter, type LineChange } from '../../../client/src/common/preview/line-history';

/** Positions as `[line, character]`. */
const change = (start: readonly [number, number], end: readonly [number, number], text: string): LineChange =>
  ({
    range: { start: { line: start[0], character: start[1] }, end: { line: end[0], character: end[1] } },
    text,
  }) as unknown as LineChange;

describe('a line', () => {
  test('moves with the lines above it', () => {
    assert.equal(lineAfter(5, [change([2, 0], [2, 0], 'a\nb\n')], false), 7);
    assert.equal(lineAfter(5, [change([5, 0], [5, 0], 'a\r\n')], false), 6, 'a line put right before it');
    assert.equal(lineAfter(5, [change([4, 9], [4, 9], '\n| new |')], false), 6);
    assert.equal(lineAfter(5, [change([2, 0], [4, 0], '')], false), 3);
    assert.equal(lineAfter(5, [change([4, 0], [5, 0], '')], false), 4, 'the line right above it goes');
    assert.equal(lineAfter(5, [change([6, 0], [8, 0], ''), change([1, 0], [1, 3], 'xyz')], false), 5);
  });

  test('that others changed, joined or deleted is lost', () => {
    assert.equal(lineAfter(5, [change([5, 3], [5, 4], 'x')], false), undefined);
    assert.equal(lineAfter(5, [change([4, 9], [5, 0], '')], false), undefined);
    assert.equal(lineAfter(5, [change([0, 0], [9, 0], 'all\nof\nit')], false), undefined);
    assert.equal(lineAfter(5, [change([5, 0], [6, 0], '')], true), undefined, 'and one that we have deleted');
  });

  test('that we changed, or added another one below, stays', () => {
    assert.equal(lineAfter(5, [change([5, 3], [5, 4], 'x')], true), 5);
    assert.equal(lineAfter(5, [change([5, 9], [5, 9], '\n| new |')], true), 5);
    assert.equal(
      lineAfter(5, [change([5, 9], [5, 9], '\n| above |'), change([4, 0], [5, 0], '')], true),
      4,
      'moved up: the row above goes below',
    );
    assert.equal(
      lineAfter(5, [change([5, 9], [6, 9], ''), change([5, 0], [5, 0], '| below |\n')], true),
      6,
      'moved down',
    );
  });
});

describe('the history of a page', () => {
  const page = (version: number) => ({ version }) as unknown as Parameters<LineHistory['lineIn']>[0];
  const changed = (document: object, version: number, ...contentChanges: LineChange[]) =>
    Object.assign(document, { version }) &&
    ({ document, contentChanges } as unknown as Parameters<LineHistory['changed']>[0]);

  test('leads from any version to a later version', () => {
    const [history, document] = [new LineHistory(), page(1)];
    history.changed(changed(document, 2, change([0, 0], [0, 0], '\n')));
    history.changed(changed(document, 3, change([6, 3], [6, 4], 'x')));
    assert.equal(history.lineIn(document, 5, 1, 2), 6);
    assert.equal(history.lineIn(document, 5, 1), undefined);
    history.madeFrom(document, 2);
    assert.equal(history.lineIn(document, 5, 1), 6);
    assert.equal(history.lineIn(document, 6, 3), 6);
  });

  test("knows nothing about versions that it hasn't seen", () => {
    const [history, document] = [new LineHistory(), page(1)];
    history.changed(changed(document, 9, change([0, 0], [0, 0], '\n')));
    assert.equal(history.lineIn(document, 5, 7), undefined);
    assert.equal(history.lineIn(document, 5, 12), undefined, 'of a page that was opened anew');
    history.changed(changed(document, 12, change([0, 0], [0, 0], '\n')));
    assert.equal(history.lineIn(document, 5, 9), 6, 'several versions in one step');
    assert.equal(history.lineIn(document, 5, 10), undefined);
  });
});
