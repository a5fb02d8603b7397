import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearestDates, readDate, type DateOrder } from '../../server/src/core/dialect/dates.js';
import { outOfOrder } from '../../server/src/core/text/sequence.js';

function read(text: string, order?: DateOrder): string | undefined {
  const reading = readDate(text, order);
  if (reading === undefined) return undefined;
  const { year, month, day } = reading.date;
  assert.equal(
    text.slice(reading.yearSpan.start, reading.yearSpan.end),
    reading.shortYear ? String(year).slice(2) : String(year),
  );
  return `${String(year)}-${String(month)}-${String(day)}`;
}

describe('readDate', () => {
  const forms = [
    '3/7/2020',
    '03/07/2020',
    '3/7/20',
    '7.3.2020',
    '07. 03. 2020',
    '2020/3/7',
    '2020-03-07',
    '2020 年 3 月 7 日',
    '2020年3月7日',
    '7 Mar 2020',
    'March 7, 2020',
    '7. März 2020',
    '7 de marzo de 2020',
    ' 3/7/2020 ',
  ];
  for (const form of forms) test(`reads ${form}`, () => assert.equal(read(form), '2020-3-7'));

  test('reads the day first if requested', () => assert.equal(read('3/7/2020', 'day-first'), '2020-7-3'));
  test('knows leap years', () =>
    assert.deepEqual(
      ['2/29/2020', '2/29/2019', '2/29/1900', '2/29/2000'].map((text) => read(text) !== undefined),
      [true, false, false, true],
    ));

  for (const text of [
    '',
    '2020',
    'March 2020',
    '10/018/2019',
    '0/1/2020',
    '4/31/2020',
    '13/1/2020',
    '/2019 年 12 月 18 日',
    '1/2/3/2020',
    '5 Foo 2020',
  ]) {
    test(`does not read "${text}" as a date`, () => assert.equal(read(text), undefined));
  }
});

describe('nearestDates', () => {
  test('removes an extra zero first', () => assert.equal(nearestDates('10/018/2019')[0], '10/18/2019'));
  test('swaps day and month', () => assert.deepEqual(nearestDates('25/10/2019'), ['10/25/2019']));
  test('removes text around the date', () =>
    assert.equal(nearestDates('/2019 年 12 月 18 日')[0], '2019 年 12 月 18 日'));
  test('does not invent a day', () => assert.deepEqual(nearestDates('2/30/2019'), []));
});

describe('outOfOrder', () => {
  test('reports the smallest set, and the later one of two', () => {
    assert.deepEqual(outOfOrder([1, 2, 2, 3]), []);
    assert.deepEqual(outOfOrder([1, 3, 2]), [2]);
    assert.deepEqual(outOfOrder([5, 1, 2, 3]), [0]);
    assert.deepEqual(outOfOrder([1, 9, 8, 2, 3]), [1, 2]);
  });

  test('always leaves a sorted list', () => {
    for (let seed = 1; seed < 200; seed++) {
      const values = Array.from({ length: seed % 12 }, (_, index) => (seed * (index + 3) * 7919) % 13);
      const left = values.filter((_, index) => !outOfOrder(values).includes(index));
      assert.deepEqual(
        left,
        [...left].sort((a, b) => a - b),
      );
    }
  });
});
