import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../server/src/core/index.js';

test('of two words that are equally near, the one with the same first letter was meant', () => {
  assert.deepEqual(nearest('Tems', ['EMS', 'Teams', 'Exchange']), ['Teams', 'EMS']);
  assert.deepEqual(nearest('Tems', ['Teams', 'EMS']), ['Teams', 'EMS']);
});

test('nearer goes before the first letter, and the alphabet decides the rest', () => {
  assert.deepEqual(nearest('exchanje', ['Exchagne', 'xchanje']), ['xchanje', 'Exchagne']);
  assert.deepEqual(nearest('bat', ['cat', 'bad', 'bar']), ['bad', 'bar', 'cat']);
});
