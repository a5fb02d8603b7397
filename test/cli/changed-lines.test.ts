import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedLines, linesOf } from '../../server/src/cli/changed-lines.js';
import { assertProperty } from '../support/property.js';

function changed(before: string, after: string): number[] {
  return [...changedLines([...before], [...after])];
}

test('the lines that a diff shows as added', () => {
  assert.deepEqual(changed('', 'ab'), [1, 2]);
  assert.deepEqual(changed('abc', 'abc'), []);
  assert.deepEqual(changed('abc', 'ac'), [], 'a deleted line is on no line');
  assert.deepEqual(changed('abc', 'axc'), [2]);
  assert.deepEqual(changed('abcd', 'xabcyd'), [1, 5]);
  assert.deepEqual(changed('abc', 'bca'), [3], 'a moved line');
  assert.deepEqual(changed('a..b..c', 'a..x..b..c'), [4, 5, 6].slice(0, 3));
  assert.deepEqual(changed('aaaa', 'aabaa'), [3]);
  assert.deepEqual(linesOf('a\r\nb\rc\n'), ['a', 'b', 'c', '']);
});

const line = fc.constantFrom('a', 'b', 'c', 'd', '| row |', '');

test('the other lines are in the old text, in this order', () => {
  assertProperty(
    fc.property(fc.array(line), fc.array(line), (before, after) => {
      const lines = changedLines(before, after);
      let at = 0;
      for (const [index, text] of after.entries()) {
        if (lines.has(index + 1)) continue;
        at = before.indexOf(text, at) + 1;
        assert.notEqual(at, 0, text);
      }
    }),
    500,
  );
});

test('only what was inserted is changed', () => {
  assertProperty(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 1 }),
      fc.nat(),
      fc.array(fc.string()),
      (before, seed, inserted) => {
        const at = seed % before.length;
        const after = [...before.slice(0, at), ...inserted, ...before.slice(at)];
        assert.ok(changedLines(before, after).size <= inserted.length);
      },
    ),
    300,
  );
});

test('texts with nothing in common, and texts of equal lines', () => {
  const [one, other] = ['a', 'b'].map((text) => Array.from({ length: 20_000 }, (_, index) => `${text}${index}`));
  assert.equal(changedLines(one ?? [], other ?? []).size, 20_000);
  const same = Array.from({ length: 20_000 }, () => 'x');
  assert.deepEqual([...changedLines(same, [...same, 'y'])], [20_001]);
});
