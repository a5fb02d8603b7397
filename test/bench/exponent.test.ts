import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { exponentOf } from './exponent.js';

const SIZES = [100, 350, 1000, 3500, 10_000, 35_000];

test('The exponent of growth is fitted to all sizes', () => {
  const fitted = [
    () => 3,
    (size: number) => 0.2 * Math.sqrt(size),
    (size: number) => 0.01 * size,
    (size: number) => size ** 2,
  ]
    .map((time) => exponentOf(SIZES.map((size) => ({ size, time: time(size) }))))
    .map((exponent) => Math.round(exponent * 1000) / 1000);
  deepEqual(fitted, [0, 0.5, 1, 2]);
});
