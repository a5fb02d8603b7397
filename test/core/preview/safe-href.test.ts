import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeHref } from '../../../server/src/core/index.js';

test('web addresses, email addresses, and relative paths are followed', () => {
  const followed = [
    'https://example.com/a?b=c%20d#e',
    'HTTP://example.com',
    'mailto:ada@example.com',
    'a.md',
    './a.md',
    '../media/a.png',
    '#below',
    '?a=b',
    'a.md#b:c',
    'My%20file.md',
    'My file.md',
    'a/b:c.md',
    '100%.md',
    '文件.md',
  ];
  for (const target of followed) assert.equal(safeHref(target), target);
});

test('escapes and entities are decoded', () => {
  assert.equal(safeHref('https://example.com/?a&amp;b'), 'https://example.com/?a&b');
  assert.equal(safeHref('a\\_b.md'), 'a_b.md');
});

test('no other scheme, however it is disguised', () => {
  const hidden = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\u200bscript:alert(1)',
    '\ufeffjavascript:alert(1)',
    'javascript\u00ad:alert(1)',
    '\u202ejavascript:alert(1)',
    '\u2028javascript:alert(1)',
    '\u00a0javascript:alert(1)',
    'javascript&colon;alert(1)',
    'java&Tab;script:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;avascript&#58;alert(1)',
    '&#0000106;avascript:alert(1)',
    'javascript\\:alert(1)',
    'javascript%3Aalert(1)',
    'javascript%253Aalert(1)',
    '%6Aavascript:alert(1)',
    'java%0Ascript:alert(1)',
    'java%E2%80%8Bscript%3Aalert(1)',
    'x%FF%3Ax',
    'command:workbench.action.reload',
    'command%3Aworkbench.action.reload',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'vscode://x',
    'blob:x',
    'c:\\a.md',
    'c:/a.md',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https://',
    'mailto:',
  ];
  for (const target of hidden) assert.equal(safeHref(target), undefined, JSON.stringify(target));
});

test('no other computer, and no root path', () => {
  for (const target of [
    '//host/a',
    '/a.md',
    '\\\\host\\a',
    '/\\host',
    '%2F%2Fhost',
    '%252F%252Fhost',
    '%5C%5Chost',
    '&#47;/host',
    ' //host',
    '~/a.md',
    '',
  ])
    assert.equal(safeHref(target), undefined, JSON.stringify(target));
});

test('nested percent encoding is decoded in finite time', () => {
  assert.equal(safeHref(`a%${'25'.repeat(1000)}41`), undefined);
});
