import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInVocabulary, nearest } from '../../server/src/core/index.js';

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
