import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/core/index.js';
import { minimalEdits } from '../../server/src/lsp/convert/minimal-edits.js';
import { assertProperty } from '../support/property.js';

test('the edits turn one text into the other, for all texts', () => {
  const line = fc.constantFrom('', 'a', 'b', 'a b', '| c |', '\r', '\uFEFFx', '🧪', '🧫');
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '')), { maxLength: 12 })
    .map((lines) => lines.flat().join(''));
  assertProperty(
    fc.property(text, text, (before, after) => {
      const edits = minimalEdits(before, after);
      assert.equal(applyEdits(before, edits), after);
      for (const [index, { span }] of edits.entries())
        assert.ok(index === 0 || span.start >= (edits[index - 1]?.span.end ?? 0));
    }),
    1000,
  );
});

test('no edit starts or ends inside a line ending or a character', () => {
  assert.deepEqual(minimalEdits('a\r\n', 'a\n'), [{ span: { start: 1, end: 3 }, newText: '\n' }]);
  assert.deepEqual(minimalEdits('a\n', 'a\r\n'), [{ span: { start: 1, end: 2 }, newText: '\r\n' }]);
  assert.deepEqual(minimalEdits('🧪', '🧫'), [{ span: { start: 0, end: 2 }, newText: '🧫' }]);
});

test('lines between two changes stay unchanged', () => {
  const before = ['one', 'two', '', 'three', '', 'four', 'five'].join('\n');
  const after = ['one', 'two  ', '', 'three', '', 'added', 'four', 'five!'].join('\n');
  assert.deepEqual(
    minimalEdits(before, after).map(({ span, newText }) => [before.slice(span.start, span.end), newText]),
    [
      ['', '  '],
      ['', 'added\n'],
      ['', '!'],
    ],
  );
});
