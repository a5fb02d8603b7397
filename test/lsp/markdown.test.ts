import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { remark } from 'remark';
import { escapedMarkdown, plainLine } from '../../server/src/lsp/convert/markdown.js';
import { assertProperty } from '../support/property.js';

/** Signs that mean something in Markdown, and what surrounds them. */
const sign = fc.constantFrom(
  ...'\\`*_{}[]()#+-.!<>|~&:@/"\'=$^%,;? \t\n1aA開',
  'http://',
  'www.',
  '&lt;',
  '<b>',
  '](',
  '![',
  '```',
  '    ',
  '\u202E',
  '\u200B',
  '1. ',
);

test('a Markdown reader sees all text of a page literally', () => {
  assertProperty(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const text = signs.join('');
      const [paragraph, ...others] = remark().parse(escapedMarkdown(text)).children;
      assert.deepEqual(others, []);
      const shown =
        paragraph?.type === 'paragraph'
          ? paragraph.children.map((node) => (node.type === 'text' ? node.value : `(${node.type})`)).join('')
          : '';
      assert.equal(shown, plainLine(text));
    }),
    500,
  );
});

test('a line is short, and hides nothing', () => {
  assert.equal(plainLine(' a\r\n\u202Eb\u200B '), 'a b');
  assert.equal(plainLine('x'.repeat(500)).length, 200);
});
