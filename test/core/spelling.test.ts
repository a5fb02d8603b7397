import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../server/src/core/index.js';

test('of two equally similar words, the one with the same first letter comes first', () => {
  assert.deepEqual(nearest('Tems', ['EMS', 'Teams', 'Exchange']), ['Teams', 'EMS']);
  assert.deepEqual(nearest('Tems', ['Teams', 'EMS']), ['Teams', 'EMS']);
});

test('similarity comes before the first letter, and the alphabet decides the rest', () => {
  assert.deepEqual(nearest('exchanje', ['Exchagne', 'xchanje']), ['xchanje', 'Exchagne']);
  assert.deepEqual(nearest('bat', ['cat', 'bad', 'bar']), ['bad', 'bar', 'cat']);
});
