import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInVocabulary, nearest } from '../../server/src/core/index.js';
import { editDistance } from '../../server/src/core/text/edit-distance.js';
import { assertProperty } from '../support/property.js';

test('of two equally similar words, the one with the same first letter comes first', () => {
  assert.deepEqual(nearest('Tems', ['EMS', 'Teams', 'Exchange']), ['Teams', 'EMS']);
  assert.deepEqual(nearest('Tems', ['Teams', 'EMS']), ['Teams', 'EMS']);
});

test('similarity comes before the first letter, and the order of the candidates decides the rest', () => {
  assert.deepEqual(nearest('exchanje', ['Exchagne', 'xchanje']), ['xchanje', 'Exchagne']);
  assert.deepEqual(nearest('bat', ['cat', 'bar', 'bad']), ['bar', 'bad', 'cat']);
});

test('of two equally similar spellings of a term, the recommended one comes first', () => {
  assert.equal(builtInVocabulary.phases.nearest('Multiple Phaess', 'en')[0], 'Multiple Phases');
});

test('two swapped letters are one error, even in a short word', () => {
  assert.deepEqual(nearest('Taems', ['Teams', 'Terms']), ['Teams']);
  assert.deepEqual(nearest('Teasm', ['Teams']), ['Teams']);
  assert.deepEqual(nearest('Itnune', ['Intune']), ['Intune']);
  assert.deepEqual(nearest('Fsattrakc Manager', ['FastTrack Manager']), ['FastTrack Manager']);
  assert.deepEqual(nearest('Tmeas', ['Teams']), []);
});

/** The textbook algorithm, which fills the whole table. */
function slowDistance(a: string, b: string): number {
  const table: number[][] = [];
  for (let row = 0; row <= a.length; row++) {
    const line: number[] = [];
    table.push(line);
    for (let column = 0; column <= b.length; column++) {
      const cell = (up: number, left: number): number => table[row - up]?.[column - left] ?? Infinity;
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(
        row === 0 && column === 0
          ? 0
          : Math.min(cell(1, 0) + 1, cell(0, 1) + 1, cell(1, 1) + (isSame ? 0 : 1), isSwap ? cell(2, 2) + 1 : Infinity),
      );
    }
  }
  return table[a.length]?.[b.length] ?? 0;
}

test('the distance is that of the textbook, up to the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  assertProperty(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      assert.equal(editDistance(a, b, limit), Math.min(slowDistance(a, b), limit + 1), `${a} ${b}`);
    }),
    3000,
  );
});

test('of two words that are equally near, the one with the same letters comes first', () => {
  assert.deepEqual(nearest('Primary Rolse', ['Primary Role', 'Primary Roles']), ['Primary Roles', 'Primary Role']);
  assert.deepEqual(nearest('Primary Rolee', ['Primary Role', 'Primary Roles']), ['Primary Role', 'Primary Roles']);
});
