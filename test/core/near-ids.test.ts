import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NearIds } from '../../server/src/core/workspace-index/near-ids.js';

describe('the IDs similar to another', () => {
  const ids = new NearIds(['983', '3143', '3135', '3334', '4090', '1330']);

  test('are first those with two digits swapped, then those with one different digit', () =>
    assert.deepEqual(ids.near('3134'), ['3143', '3135', '3334']));
  test('may be a digit longer or shorter', () => assert.deepEqual(ids.near('9830'), ['983']));
  test('do not include the ID itself', () => assert.deepEqual(ids.near('3143'), []));
  test('do not include IDs with two differences', () => assert.deepEqual(ids.near('2222'), []));
  test('are empty for text of any length that is not an ID', () => assert.deepEqual(ids.near('9'.repeat(100_000)), []));
});
