import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresTable, numberText, ratioText, sampleText } from '../bench/report/markdown.js';
import { targetsTable } from '../bench/report/page.js';
import { growthExponent, percentile, sampleOf } from '../bench/report/statistics.js';
import { inTurns } from '../bench/report/turns.js';

test('a percentile is one of the measurements', () => {
  const values = [5, 1, 4, 2, 3];
  assert.equal(percentile(values, 0.5), 3);
  assert.equal(percentile(values, 0.95), 5);
  assert.equal(percentile(values, 0), 1);
  assert.equal(percentile([], 0.5), Number.NaN);
  assert.deepEqual(sampleOf(Array.from({ length: 100 }, (_, index) => index + 1)), { median: 50, p95: 95, count: 100 });
});

test('the exponent tells how costs grow', () => {
  const sizes = [100, 1000, 35_000];
  const grown = (exponent: number): number => growthExponent(sizes.map((size) => [size, 3 * size ** exponent]));
  for (const exponent of [0, 0.1, 1, 2]) assert.ok(Math.abs(grown(exponent) - exponent) < 1e-9);
});

test('numbers have as many digits as say something', () => {
  const texts = [1519.4, 99.6, 37.2, 9.96, 9.94, 2.04, 0.996, 0.042, 0, Number.NaN].map(numberText);
  assert.deepEqual(texts, ['1,519', '100', '37', '10', '9.9', '2.0', '1.0', '0.042', '0', '–']);
  assert.equal(sampleText({ median: 2.04, p95: 5, count: 9 }), '2.0 (5.0)');
  assert.equal(sampleText(undefined), '–');
  assert.equal(ratioText(3, 2), '1.5 ×');
  assert.equal(ratioText(undefined, 2), '–');
});

test('a table aligns its figures', () => {
  assert.equal(figuresTable(['Program', 'ms'], [['a', '1']]), '| Program | ms |\n|---|--:|\n| a | 1 |');
});

test('a target is held up to its limit, and not if nothing was measured', () => {
  const target = { what: 'A', limit: 3, unit: 'times' } as const;
  const cells = targetsTable([
    { ...target, value: 3 },
    { ...target, value: 3.01 },
    { ...target, value: undefined },
    { ...target, value: 335.4, unit: 'MB' },
  ])
    .split('\n')
    .slice(2);
  assert.deepEqual(cells, [
    '| A | 3 × | 3 × | yes |',
    '| A | 3 × | 3.01 × | **no** |',
    '| A | 3 × | – | **no** |',
    '| A | 3 MB | 335 MB | **no** |',
  ]);
});

test('programs take turns, and drop out after their rounds', async () => {
  const order: string[] = [];
  const program = (name: string, rounds: number) => ({
    rounds,
    measure: () => Promise.resolve(void order.push(name)),
  });
  await inTurns([program('a', 3), program('b', 1), program('c', 2)]);
  assert.deepEqual(order, ['a', 'b', 'c', 'a', 'c', 'a']);
});
