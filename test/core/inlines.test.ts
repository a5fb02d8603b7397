import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parsePlaybook } from '../../server/src/core/index.js';
import type { Inlines } from '../../server/src/core/model/inlines.js';
import { readMarkdown } from '../../server/src/core/parse/inlines.js';
import { readPlainMarkdown } from '../../server/src/core/parse/plain-markdown.js';
import { readRow } from '../../server/src/core/parse/row.js';
import { inlinesOf } from '../../server/src/core/parse/row-inlines.js';
import { corpus, noCorpus } from '../support/project.js';
import { assertProperty } from '../support/property.js';

/** The result of remark: with link definitions, even if only white space, the fast path isn't used. */
function readByRemark(source: string): Inlines {
  return readMarkdown(source, ' ').inlines;
}

/** The parts that rules use, in source order. */
function comparable(source: string, { links, strongs, opaque }: Inlines): unknown {
  const byStart = <T extends { start: number }>(a: T, b: T): number => a.start - b.start;
  return {
    links: [...links]
      .sort((a, b) => byStart(a.span, b.span))
      .map(({ kind, span, text, target }) => ({ kind, span, text, target })),
    strongs: [...strongs].sort(byStart),
    // Lines of white space are code to remark, but invisible to readers.
    opaque: opaque.filter(({ start, end }) => source.slice(start, end).trim() !== '').sort(byStart),
  };
}

/** Fails if the fast path differs from remark. Returns true if the fast path had a result. */
function check(source: string): boolean {
  const plain = readPlainMarkdown(source);
  if (plain === undefined) return false;
  const byRemark = readByRemark(source);
  assert.deepEqual(comparable(source, plain), comparable(source, byRemark), JSON.stringify(source));
  checkTexts(source, plain, byRemark);
  return true;
}

/**
 * The fast path may treat the marks of headings and lists as text, but must otherwise have the same letters as remark.
 */
function checkTexts(source: string, plain: Inlines, byRemark: Inlines): void {
  const covered = (inlines: Inlines): string => {
    const letters = [...inlines.texts].flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, index) => start + index),
    );
    return letters.filter((at) => /[\p{L}\p{M}]/u.test(source[at] ?? '')).join(' ');
  };
  assert.equal(covered(plain), covered(byRemark), `text of ${JSON.stringify(source)}`);
  for (const { start, end } of plain.texts) assert.ok(start < end && end <= source.length);
}

const MARKS = [
  '[',
  ']',
  '(',
  ')',
  '](',
  '](b.md)',
  '[a](b.md)',
  '![a](b.png)',
  '*',
  '**',
  '***',
  '[![',
  '![](',
  '_',
  '__',
  '`',
  '``',
  '<',
  '>',
  '<https://a.b>',
  '<br>',
  '\\',
  '\\*',
  '\\[',
  '!',
  '&',
  '&amp;',
  '~',
  '"t"',
  ' "t"',
];
const WORDS = [
  'a',
  'word',
  'Über',
  '任务',
  'タスク',
  ' ',
  '  ',
  '1',
  ':',
  '.',
  '，',
  '。',
  '：',
  '（',
  '）',
  '“',
  '”',
  '\u200b',
  '\u00a0',
  '-',
  '#',
  '{Wizard}',
];
const LINES = [
  '\n',
  '\n\n',
  '\r\n',
  '  \n',
  '\n- ',
  '\n* ',
  '\n1. ',
  '\n> ',
  '\n    ',
  '\n  ',
  '\n\t',
  '\n\n    ',
  '\n# ',
  '\n## ',
  '\n===\n',
  '\n---\n',
  '\n```\n',
  '\n~~~\n',
  '\n<div>\n',
  '\n<!-- ',
  ' -->',
  '\n| a | b |\n',
  '[!NOTE]',
  '[x]',
  '[ ]',
  '[!INCLUDE [a](b.md)]',
];
const CONSTRUCTS = [
  '**bold**',
  '**粗体：**',
  '*soft*',
  '_soft_',
  '`code`',
  '[text](t.md)',
  '[a b](https://x.y/z "t")',
  '[**b**](t.md)',
  '**[b](t.md)**',
  '***both***',
  '***两者：***',
  '**[b]**',
  '**[b.] and [c]:**',
  '**\\* b \\[c\\]**',
  '*a\\_b*',
  '[a\\_b](c.md)',
  '![i](i.png)',
  '[![i](i.png)](t.md)',
  '[![i "](i.png "](")](t.md "t")',
  '[[a](b.md)]',
  '[a]',
  '[a][b]',
  '[a]: b',
  '**a\nb**',
  '[a\nb](c.md)',
  '<b>',
  '</b>',
  'snake_case_word',
  '2 * 3',
  'a < b',
];

const piece = fc.oneof(
  fc.constantFrom(...MARKS),
  fc.constantFrom(...WORDS),
  fc.constantFrom(...LINES),
  fc.constantFrom(...CONSTRUCTS),
);
const generated = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));

describe('text that is parsed without remark', () => {
  test('has the same result as with remark, in generated text', () => {
    assertProperty(
      fc.property(generated, (source) => void check(source)),
      3000,
    );
  });

  test('has the same result as with remark, where a quote, a list, or a line without text comes before code', () => {
    const SOURCES = [
      '\n>     a',
      '- >     a',
      '-\n      a',
      '\n> -\n    a',
      '>#\n    a',
      '\n---\n    a',
      '\n* * *\n    a',
      '\n* #\nb\n\n\n    a',
      '\n* ~~~a',
      '1. b\n\n\u00a0\n\n    a',
    ];
    for (const source of SOURCES) check(source);
  });

  test('has the same result as with remark, in combinations of common constructs', () => {
    for (const a of CONSTRUCTS)
      for (const b of CONSTRUCTS)
        for (const between of ['', ' ', '\n', '，', '**', '\n- ']) check(`${a}${between}${b}`);
  });

  test('has the same result as with remark, in real pages', { skip: noCorpus }, () => {
    let plain = 0;
    let all = 0;
    for (const file of realPages()) {
      for (const { value } of parsePlaybook({ uri: 'file:///a.md', text: readFileSync(file, 'utf8') }).blocks) {
        if (value.kind !== 'text') continue;
        all++;
        if (check(value.source)) plain++;
      }
    }
    assert.ok(plain > all / 2, `only ${plain} of ${all} blocks are read without remark`);
  });
});

describe('the inlines of a row', () => {
  const linksIn = (source: string): string[] => inlinesOf(readRow(source, 0)).links.map(({ target }) => target.value);

  test('have spans relative to the row', () => {
    const row = readRow('| 1 | see [a](b.md) and **c** |', 0);
    const { links, strongs, texts } = inlinesOf(row);
    assert.deepEqual(
      links.map(({ span, text, target }) =>
        [span, text, target.span].map(({ start, end }) => row.source.slice(start, end)),
      ),
      [['[a](b.md)', 'a', 'b.md']],
    );
    assert.deepEqual(
      strongs.map(({ start, end }) => row.source.slice(start, end)),
      ['**c**'],
    );
    assert.deepEqual(
      texts.map(({ start, end }) => row.source.slice(start, end)),
      ['1', 'see ', 'a', ' and ', 'c'],
    );
  });

  test('do not extend across a pipe', () => {
    assert.deepEqual(linksIn('| [a | b](c.md) |'), []);
    assert.deepEqual(inlinesOf(readRow('| **a | b** |', 0)).strongs, []);
    assert.deepEqual(linksIn('| `[a](b.md) | ` [c](d.md) |'), ['b.md', 'd.md']);
  });

  test('are those of a line of text, whatever a cell starts with', () => {
    for (const start of ['- ', '# ', '> ', '1. ', '```', '<div>', '=== ', '[r]: x ', '* * * ']) {
      assert.deepEqual(linksIn(`| ${start}[a](b.md) |`), ['b.md'], start);
    }
  });

  test('are cached', () => {
    const row = readRow('| [a](b.md) |', 0);
    assert.equal(inlinesOf(row), inlinesOf(row));
  });

  test('are the text of the cells if there is no markup', () => {
    const row = readRow('| 3143 |  | Exchange |', 0);
    assert.deepEqual(
      inlinesOf(row).texts.map(({ start, end }) => row.source.slice(start, end)),
      ['3143', 'Exchange'],
    );
  });
});

/** Every eighth real page, because remark takes half a minute for all of them. */
function realPages(): string[] {
  const pages = readdirSync(corpus, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort();
  return pages.filter((_, index) => index % 8 === 0).map((name) => join(corpus, name));
}

test('a footnote is not a link definition, and its content is parsed like other text', () => {
  const linksIn = (text: string): string[] =>
    parsePlaybook({ uri: 'file:///page.md', text }).blocks.flatMap(({ value }) =>
      value.kind === 'text' ? value.inlines.links.map(({ kind, target }) => `${kind} ${target.value}`) : [],
    );
  assert.deepEqual(linksIn('a[^1] b[^注]\n\n[^1]: index.md\n[^注]: 仅限v2.0版本。\n'), []);
  assert.deepEqual(
    linksIn('a[^1]\n\n[^1]: See [the plan](plan.md).\n\n    And [the next](next.md), one paragraph further on.\n'),
    ['link plan.md', 'link next.md'],
  );
  assert.deepEqual(linksIn('> a[^1]\n>\n> [^1]: index.md\n\n- [^2]: other.md\n'), []);
  // Links can be defined next to footnotes, and a caret alone isn't a footnote.
  assert.deepEqual(linksIn('[plan][p] a[^1]\n\n[^1]: index.md\n\n[p]: plan.md\n[^]: caret.md\n[^a b]: words.md\n'), [
    'reference ',
    'definition plan.md',
    'definition caret.md',
    'definition words.md',
  ]);
});

test('a footnote in one block does not turn footnote marks in other blocks into links', () => {
  const text = '[^1]: index.md\n\nText[^1] and [^1][^1].\n\n| a[^1] | b |\n|---|---|\n';
  assert.deepEqual(
    parsePlaybook({ uri: 'file:///page.md', text }).blocks.flatMap(({ value }) =>
      value.kind === 'text' ? value.inlines.links : [],
    ),
    [],
  );
});
