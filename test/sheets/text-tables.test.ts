import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Sheet } from '../../server/src/core/reports/sheet.js';
import { readCsv, writeJson, writeMarkdown, writeTsv } from '../../server/src/sheets/index.js';
import { assertProperty } from '../support/property.js';

function sheetWith(columns: readonly string[], ...rows: readonly (readonly (string | number)[])[]): Sheet {
  return { name: '', columns, rows };
}

describe('JSON', () => {
  test('is a list of objects with the names of the columns', () => {
    assert.deepEqual(JSON.parse(writeJson(sheetWith(['Task ID', 'Row'], ['0983', 1], ['任务 "x"', 2], ['short']))), [
      { 'Task ID': '0983', Row: 1 },
      { 'Task ID': '任务 "x"', Row: 2 },
      { 'Task ID': 'short', Row: '' },
    ]);
    assert.equal(writeJson(sheetWith(['a'])), '[]\n');
  });

  test('has names that every object has', () => {
    const [row] = JSON.parse(writeJson(sheetWith(['__proto__', 'toString'], ['a', 'b'])));
    assert.deepEqual(Object.entries(row), [
      ['__proto__', 'a'],
      ['toString', 'b'],
    ]);
  });
});

describe('TSV', () => {
  test("has quotes only if a cell wouldn't be preserved without them", () => {
    assert.equal(
      writeTsv(sheetWith(['a', 'b'], ['x, y; z', 'tab\there'], ['say "x"', 'two\r\nlines'], ['0983', 5])),
      '\uFEFFa\tb\r\nx, y; z\t"tab\there"\r\n"say ""x"""\t"two\nlines"\r\n0983\t5\r\n',
    );
  });

  test('runs nothing', () => {
    for (const cell of ['=1+1', '+x', '-x', '@x', '\r=x', "=cmd|'/c calc'!A1", '＝1'])
      assert.match(writeTsv(sheetWith(['a'], [cell])), /^\uFEFFa\r\n"?'/, cell);
  });

  test('is read back unchanged', () => {
    const cell = fc.oneof(
      fc.constantFrom('=1', "'=1", '\t', '\n', '"', '""', ',', ';', ' x ', '0983', '中文', '|', '\\'),
      fc.string({ unit: 'binary' }).map((text) => text.replace(/\r/g, '')),
    );
    assertProperty(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const full = rows.map((row) => [...row, 'end']);
        assert.deepEqual(readCsv(writeTsv(sheetWith(['a', 'b', 'c'], ...full))).rows, full);
      }),
      500,
    );
  });
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The cells of the only table, as nodes; fails when there is anything else. */
function cellsIn(markdown: string): Node[][] {
  const { children } = remark().use(remarkGfm).parse(markdown) as Node;
  assert.deepEqual(
    children?.map(({ type }) => type),
    ['table'],
    markdown,
  );
  return (children?.[0]?.children ?? []).map((row) => [...(row.children ?? [])]);
}

function nodesIn(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesIn)];
}

function textIn(node: Node): string {
  return nodesIn(node)
    .map(({ value }) => value ?? '')
    .join('');
}

describe('Markdown', () => {
  test('is a compact table', () => {
    const sheet = sheetWith(
      ['Task ID', 'Name'],
      ['[4302](https://x.y/?a=1&b)', 'A | B'],
      ['0983', '<b>评估</b> & \\n'],
      ['', 'two\r\n lines'],
      ['short'],
    );
    assert.equal(
      writeMarkdown(sheet),
      '| Task ID | Name |\n|---|---|\n| [4302](https://x.y/?a=1\\&b) | A \\| B |\n| 0983 | \\<b>评估\\</b> \\& \\\\n |\n| | two<br />lines |\n| short | |\n',
    );
  });

  test('shows the text of the cells', () => {
    const mark = fc.constantFrom('\\', '|', '<', '&', '>', ';', '#', 'a', '1', 'amp', 'br', '/', '中', ' x');
    const cell = fc.array(mark, { minLength: 1, maxLength: 8 }).map((marks) => `x${marks.join('')}x`);
    assertProperty(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
        const [, ...shown] = cellsIn(writeMarkdown(sheetWith(['a', 'b'], ...rows)));
        assert.deepEqual(
          shown.map((cells) => cells.map(textIn)),
          rows,
        );
      }),
      1000,
    );
  });

  test('contains no tags from its cells, and the same number of cells, whatever they contain', () => {
    const piece = fc.constantFrom(
      '\\',
      '|',
      '<',
      '</',
      '<b>',
      '<!--',
      '&lt;',
      '&#60;',
      '`',
      '``',
      '*',
      '[a](',
      '[',
      '](b)',
      '![',
      ')',
      '\n',
      '\r\n',
      '<script>',
      'x',
      ' ',
      '|---|',
      '\t',
    );
    const cell = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    assertProperty(
      fc.property(fc.tuple(cell, cell), (row) => {
        const cells = cellsIn(writeMarkdown(sheetWith(['a', 'b'], [...row])))[1] ?? [];
        assert.equal(cells.length, 2);
        for (const { value } of cells.flatMap(nodesIn).filter(({ type }) => type === 'html'))
          assert.equal(value, '<br />');
      }),
      1000,
    );
  });
});
