import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shapes } from '../../server/src/core/index.js';

const { anything, count, either, flag, listOf, nothing, oneOf, optional, record, text, tuple } = shapes;

const cases: readonly (readonly [name: string, shape: (value: unknown) => boolean, yes: unknown[], no: unknown[]])[] = [
  ['text', text, ['', 'a'], [0, null, undefined, ['a'], {}]],
  ['flag', flag, [true, false], [0, 'true', null]],
  ['count', count, [0, 7, Number.MAX_SAFE_INTEGER], [-1, 0.5, NaN, Infinity, 2 ** 53, '1', null]],
  ['nothing', nothing, [null], [undefined, 0, '']],
  ['anything', anything, [null, undefined, {}], []],
  ['one of several', oneOf(['a', 'b']), ['a'], ['c', 'A', undefined, ['a']]],
  ['either', either(text, count), ['', 1], [null, -1]],
  ['optional', optional(text), [undefined, ''], [null, 0]],
  ['a list', listOf(count), [[], [1, 2]], [{}, { length: 0 }, 'ab', [1, '2'], [undefined], null]],
  ['a tuple', tuple(text, count), [['a', 1]], [['a'], ['a', 1, 2], [1, 'a'], null, { 0: 'a', 1: 1, length: 2 }]],
  [
    'a record',
    record({ a: text, b: optional(count) }),
    [{ a: '' }, { a: '', b: 1, c: 2 }],
    [{}, { a: 1 }, [], null, 'a'],
  ],
];

describe('the shape of values of JSON', () => {
  for (const [name, shape, yes, no] of cases)
    test(name, () => {
      assert.deepEqual(
        yes.filter((value) => !shape(value)),
        [],
      );
      assert.deepEqual(no.filter(shape), []);
    });
});
