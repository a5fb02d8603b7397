import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTypedId } from '../../../client/src/common/commands/typed-id.js';

const offered = ['4301', '4302', '4310'].map((label) => ({ label }));
const labels = (typed: string): string[] =>
  withTypedId(typed, offered, (label) => ({ label })).map(({ label }) => label);

test('a known task keeps its position in the list, whatever is typed', () => {
  for (const typed of ['', '4', '43', '430', '4302', '43021', 'network'])
    assert.deepEqual(labels(typed).slice(0, 3), ['4301', '4302', '4310'], typed);
});

test("an ID that no task has comes last, and other text isn't suggested", () => {
  assert.deepEqual(labels('4399').slice(3), ['4399']);
  for (const typed of ['', '4302', 'network', '43a']) assert.deepEqual(labels(typed).slice(3), [], typed);
});
