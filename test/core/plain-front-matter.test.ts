import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readFrontMatter } from '../../server/src/core/index.js';
import { readByYaml } from '../../server/src/core/parse/front-matter.js';
import { readPlainFields } from '../../server/src/core/parse/plain-front-matter.js';
import { corpus, noCorpus } from '../support/project.js';
import { assertProperty } from '../support/property.js';

/** Fails if the fast path differs from the YAML parser. Returns true if the fast path had a result. */
function check(source: string, offset = 4): boolean {
  const plain = readPlainFields(source, offset);
  if (plain === undefined) return false;
  assert.deepEqual({ fields: plain, errors: [] }, readByYaml(source, offset), JSON.stringify(source));
  return true;
}

const LINES = [
  'title: Plan the rollout',
  'title: "Plan: the #rollout"',
  "title: 'Plan'",
  'ms.date: 11/30/2026  ',
  'author:',
  'author: ',
  'ft.audience:  internal',
  'ms.author: a, b; c [d] {e}',
  'description: 计划：部署 #1 的 https://a.b/c#d',
  'title: a:b',
  'title: a: b',
  'title: a #b',
  'title: a:',
  'title:a',
  'title : a',
  '# required metadata',
  '#title: x',
  '',
  ' ',
  '  more words',
  '- item',
  '---',
  '...',
  '? title',
  '"title": x',
  'title: "a\\"b"',
  "title: 'it''s'",
  'title: "a" b',
  'title: |',
  'title: >-',
  'title: &a x',
  'title: *a',
  'title: !t x',
  'title: [a]',
  'title: a\tb',
  'title:\ta',
  'null: null',
  'true: ~',
  'title: 0x1F',
  '<<: x',
  'constructor: y',
  '__proto__: y',
  'title: \u00A0x\u00A0',
  'title: x\uFEFF',
  'title: x\u2028y',
  'title: %x',
  'title: @x',
  'title: `x`',
  'title: /x',
  'title: (x)',
];
const PIECES = [
  'a',
  'Plan',
  '任',
  ':',
  ': ',
  ' ',
  '  ',
  '#',
  ' #',
  '"',
  "'",
  '\\',
  '\t',
  '-',
  '- ',
  '.',
  ',',
  '[',
  ']',
  '{',
  '}',
];
const MORE = [
  '|',
  '>',
  '&',
  '*',
  '!',
  '%',
  '@',
  '`',
  '?',
  '~',
  '/',
  '(',
  '=',
  '\0',
  '\x85',
  '\u00A0',
  '\u2028',
  '\uFEFF',
  '\uD83D',
  '😀',
];

const value = fc.array(fc.constantFrom(...PIECES, ...MORE), { maxLength: 6 }).map((pieces) => pieces.join(''));
const line = fc.oneof(
  fc.constantFrom(...LINES),
  value.map((text) => `title: ${text}`),
  value.map((text) => `title: "${text}"`),
  value.map((text) => `title: '${text}'`),
  value,
);
const lineEnding = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\r');

describe('front matter that is parsed without the YAML parser', () => {
  test('has the same fields, in each line and each pair of lines', () => {
    for (const one of LINES)
      for (const other of LINES)
        for (const between of ['\n', '\r\n', '\n\n']) {
          check(`${one}${between}${other}`);
          check(`${one}${between}${other}${between}`);
        }
  });

  test('has the same fields, in generated text', () => {
    assertProperty(
      fc.property(fc.array(fc.tuple(line, lineEnding), { maxLength: 5 }), (lines) => {
        check(lines.flat().join(''));
      }),
      5000,
    );
  });

  test('is the front matter of almost every page', () => {
    const usual = '# required metadata\n\ntitle: Plan: no\n';
    assert.ok(!check(usual));
    assert.ok(check(usual.replace(': no', '')));
    assert.ok(check('title: "Plan"\r\nms.date: 11/30/2026\r\nms.author: \r\n'));
  });

  test('has the same fields, in real pages', { skip: noCorpus }, () => {
    const pages = readdirSync(corpus, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.md'));
    let plain = 0;
    for (const name of pages) {
      const text = readFileSync(join(corpus, name), 'utf8');
      const content = readFrontMatter(text)?.content;
      if (content !== undefined && check(text.slice(content.start, content.end), content.start)) plain++;
    }
    assert.ok(plain > pages.length / 2, `only ${plain} of ${pages.length} are read without the YAML parser`);
  });
});
