import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meantBy, withTypedId } from '../../../client/src/common/commands/typed-id.js';

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

test('Enter never takes a task that the typed digits exclude, even if VS Code still has it selected', () => {
  const [first, selected] = offered;
  const invalid = { label: '43025' };
  assert.equal(meantBy('43025', [selected, undefined, invalid]), invalid);
  assert.equal(meantBy('4301', [selected, first]), first);
  assert.equal(meantBy('430', [undefined, selected]), selected);
  assert.equal(meantBy('review', [selected]), selected);
  const described = { label: '4310', description: 'Review the 365 plan' };
  assert.equal(meantBy('365', [described]), described);
  assert.equal(meantBy('9', [undefined, selected]), undefined);
});
