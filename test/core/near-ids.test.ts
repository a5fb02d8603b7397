import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NearIds } from '../../server/src/core/workspace-index/near-ids.js';

describe('the IDs near another', () => {
  const ids = new NearIds(['983', '3143', '3135', '3334', '4090', '1330']);

  test('are those with two digits swapped first, then those with one wrong', () =>
    assert.deepEqual(ids.near('3134'), ['3143', '3135', '3334']));
  test('may be a digit longer or shorter', () => assert.deepEqual(ids.near('9830'), ['983']));
  test('leave out the ID itself', () => assert.deepEqual(ids.near('3143'), []));
  test('are none two slips away', () => assert.deepEqual(ids.near('2222'), []));
  test('are none for a text of any length that is no ID', () => assert.deepEqual(ids.near('9'.repeat(100_000)), []));
});
