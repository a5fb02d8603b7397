import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes, Root, Table, TableCell, TableRow } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { parsePlaybook, type Playbook } from '../../server/src/core/index.js';
import { readRow } from '../../server/src/core/parse/row.js';
import { corpus, noCorpus } from '../support/project.js';
import { assertProperty } from '../support/property.js';

/**
 * Compares our row scanner with micromark: wherever GitHub Flavored Markdown has a table at the top level, the rows and
 * cells are the same.
 */
const gfm = remark().use(remarkFrontmatter).use(remarkGfm);

interface Line {
  readonly line: number;
  /** The source of each cell, without white space at its ends. */
  readonly cells: readonly string[];
}

/** The rows of the tables at the top level, with header rows, but without delimiter rows. */
function rowsOfGfm(text: string): Line[] {
  const root: Root = gfm.parse(text);
  const tables = root.children.filter((node): node is Table => node.type === 'table');
  return tables.flatMap(({ children }) =>
    children.map((row) => ({ line: lineOf(row), cells: row.children.map((cell) => sourceOf(cell, text)) })),
  );
}

function lineOf(row: TableRow): number {
  return (row.position?.start.line ?? 0) - 1;
}

/** An mdast cell starts with its pipe, and the last one also ends with the closing pipe. */
function sourceOf({ position }: TableCell, text: string): string {
  const source = text
    .slice(position?.start.offset, position?.end.offset)
    .replace(/[ \t]+$/, '')
    .replace(/^\|/, '');
  return source.replace(/^((?:[^\\|]|\\[^])*)\|$/, '$1').replace(/^[ \t]+|[ \t]+$/g, '');
}

function rowsOfPlaybook({
  tables,
  lines,
  text,
}: Playbook): Map<number, { cells: readonly string[]; fullWidth: boolean }> {
  const byLine = new Map<number, { cells: readonly string[]; fullWidth: boolean }>();
  for (const { table, start } of tables) {
    for (const [index, row] of table.rows.entries()) {
      const offset = start + (table.rowStarts[index] ?? 0);
      const cells = row.cells.map(({ span }) => text.slice(offset + span.start, offset + span.end));
      byLine.set(lines.lineAt(offset), { cells, fullWidth: row.fullWidthPipes.length > 0 });
    }
  }
  return byLine;
}

/**
 * Compares the rows of the tables in `stretches`, which start at the given lines of `text`, or of the whole text by
 * default.
 */
function assertSameRows(
  text: string,
  what: string,
  stretches: readonly { line: number; source: string }[] = [{ line: 0, source: text }],
): number {
  const ours = rowsOfPlaybook(parsePlaybook({ uri: 'file:///page.md', text }));
  let compared = 0;
  for (const { line: first, source } of stretches) {
    for (const { line, cells } of rowsOfGfm(source)) {
      const row = ours.get(first + line);
      compared++;
      // Full-width pipes that were meant as pipes count for us, but not for a renderer.
      if (row?.fullWidth !== true)
        assert.deepEqual(row?.cells, cells, `${what}, line ${first + line + 1}: ${source.split(/\r?\n/)[line]}`);
    }
  }
  return compared;
}

test('hand-picked rows have the cells that GitHub shows', () => {
  const rows = [
    '| a | b |',
    'a | b',
    '|a|',
    '| a \\| b | c |',
    '| a \\\\| b |',
    '| `a | b` | c |',
    '|| a | b |',
    '| a | b | c || d |',
    '| 中文 |\t文\t|',
    'a',
    '|',
    '| |',
    '  | a | b |  ',
    '| a \\',
    '| **x** | [y](z) |',
    '| a｜b | c |',
  ];
  const text = ['| x | y |', '|---|---|', ...rows].join('\n');
  assert.equal(assertSameRows(text, 'table'), rows.length + 1);
});

const piece = fc.constantFrom(
  '|',
  '|',
  '|',
  '\\',
  '\\|',
  '`',
  '``',
  ' ',
  '  ',
  '\t',
  'a',
  '7',
  '中文',
  'ー',
  '｜',
  '*',
  '**',
  '_',
  '[x](y)',
  '<br>',
  '&amp;',
  '-',
  ':',
  '\u00a0',
  '\u200b',
  'é',
);
/** The possible beginnings of a line that belongs to the table above. */
const margin = fc.constantFrom('|', '| ', '||', 'a', ' |', '   | ', '中');
const line = fc.tuple(margin, fc.array(piece, { maxLength: 14 })).map(([first, rest]) => first + rest.join(''));
const head = fc.integer({ min: 1, max: 6 }).map((width) => `|${' h |'.repeat(width)}\n|${':-:|'.repeat(width)}`);
/** A header without pipes is a paragraph for us, and for the site. */
const freeHead = fc
  .tuple(
    line.filter((header) => header.includes('|')),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([header, width]) => `${header}\n|${'---|'.repeat(width)}`);

test('generated tables have the cells that GitHub shows', () => {
  let compared = 0;
  const table = fc.tuple(fc.oneof(head, freeHead), fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'));
  assertProperty(
    fc.property(table, ([top, rows, lineEnd]) => {
      compared += assertSameRows([top, ...rows].join('\n').replaceAll('\n', lineEnd), 'generated table');
    }),
    500,
  );
  assert.ok(compared > 1000, `only ${compared} rows were compared`);
});

test('the tables of real playbooks have the cells that GitHub shows', { skip: noCorpus }, () => {
  const files = readdirSync(corpus, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'));
  let compared = 0;
  for (const file of files) {
    const text = readFileSync(join(corpus, file), 'utf8');
    compared += assertSameRows(text, file, stretchesWithPipes(text));
  }
  assert.ok(compared > 3500, `only ${compared} rows were compared`);
});

/** The runs of lines between blank lines that contain a pipe; micromark takes minutes for the rest. */
function stretchesWithPipes(text: string): { line: number; source: string }[] {
  const stretches: { line: number; lines: string[] }[] = [];
  let inStretch = false;
  for (const [line, source] of text.split(/\r?\n/).entries()) {
    const isBlank = source.trim() === '';
    if (!isBlank && inStretch) stretches[stretches.length - 1]?.lines.push(source);
    else if (!isBlank) stretches.push({ line, lines: [source] });
    inStretch = !isBlank;
  }
  return stretches
    .filter(({ lines }) => lines.some((line) => line.includes('|')))
    .map(({ line, lines }) => ({ line, source: lines.join('\n') }));
}

test('a comment at the end of a cell or after the closing pipe is not text of the row', () => {
  const cells = (source: string): string[] => readRow(source, 0).cells.map(({ text }) => text);
  assert.deepEqual(cells('| a | b <!-- playbook-lint-disable-line x --> |'), ['a', 'b']);
  assert.deepEqual(cells('| a | b | <!-- playbook-lint-disable-line x -->'), ['a', 'b']);
  assert.deepEqual(cells('| a <!-- not --> c | b |'), ['a <!-- not --> c', 'b']);
  assert.deepEqual(cells('| a | b <!-- open |'), ['a', 'b <!-- open']);
});

/** A table with two columns, with every line indented by `indent`. */
function indented(indent: string): string {
  return ['| a | b |', '|---|---|', '| 1 | 2 |'].map((row) => `${indent}${row}`).join('\n');
}

test('a table that is indented like code is not a table; a tab stops at the next multiple of four columns', () => {
  for (const indent of ['', ' ', '   ', '    ', '\t', ' \t', '   \t', '\t ', '     ']) {
    for (const above of [
      '',
      'Text:\n\n',
      'Text:\n',
      '# Heading\n',
      '| x |\n|---|\n| y |\n\n',
      '- item\n\nText:\n\n',
      '- item\n\n Text:\n\n',
    ]) {
      const text = `${above}${indented(indent)}\n\nThe end.\n`;
      const tables = gfm.parse(text).children.filter(({ type }) => type === 'table').length;
      assert.equal(parsePlaybook({ uri: 'file:///page.md', text }).tables.length, tables, JSON.stringify(text));
    }
  }
});

test('below a list, a table that is indented less than the text of the items is a table', () => {
  for (const [item, indent] of [
    ['- item', ' '],
    ['10. item', ' '],
    ['10. item', '   '],
    ['- item\n  1. nested', ' '],
  ] as const) {
    assert.equal(
      parsePlaybook({ uri: 'file:///page.md', text: `${item}\n\n${indented(indent)}\n` }).tables.length,
      1,
      JSON.stringify(item + indent),
    );
  }
});

test('in a list, code starts four columns after the start of the item text', () => {
  const tablesBelow = (items: string): number =>
    parsePlaybook({ uri: 'file:///page.md', text: `${items}\n\n${indented('\t')}\n` }).tables.length;
  assert.equal(tablesBelow('- item'), 1);
  assert.equal(tablesBelow('1. item'), 1);
  assert.equal(tablesBelow('- item\n  - nested'), 1);
  for (const code of ['\t\t', '\t  ', '\t   \t']) {
    const text = `- item\n\n${indented(code)}\n`;
    assert.equal(parsePlaybook({ uri: 'file:///page.md', text }).tables.length, 0, JSON.stringify(text));
  }
});

test('in a list, the rows of a table are those that GitHub shows', () => {
  for (const item of [
    '- item',
    '1. item',
    '10. item',
    '- item\n\n  1. nested',
    '1. item\n\n    - nested',
    '*   item',
  ]) {
    for (const indent of [' ', '  ', '   ', '    ', '      ', '\t', '\t  ', '  \t']) {
      for (const below of [
        '',
        `${indent}text\n`,
        `${indent}- x\n`,
        '2. next\n',
        `${indent}***\n`,
        `${indent}# Head\n`,
      ]) {
        const text = `${item}\n\n${indented(indent)}\n${below}`;
        const shown = shownRows(gfm.parse(text));
        const tables = parsePlaybook({ uri: 'file:///page.md', text }).tables;
        const rows = tables.map(({ table }) => table.rows.filter(({ delimiter }) => delimiter === undefined).length);
        assert.deepEqual(rows, shown, JSON.stringify(text));
      }
    }
  }
});

/** The number of rows of each table, however deep it is. */
function shownRows(node: Nodes): number[] {
  if (node.type === 'table') return [node.children.length];
  return 'children' in node ? node.children.flatMap(shownRows) : [];
}
