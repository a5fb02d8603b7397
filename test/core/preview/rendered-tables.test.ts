import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Nodes, Table } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { parsePlaybook, renderedTables, type RenderedTable } from '../../../server/src/core/index.js';
import { filesIn, isWorkspaceText } from '../../support/workspace-fixture.js';
import { corpus, noCorpus, root } from '../../support/project.js';
import { english } from '../../support/english.js';

const read = (text: string): readonly RenderedTable[] =>
  renderedTables(parsePlaybook({ uri: 'file:///page.md', text }));
const HEAD = '| A | B |\n|---|---|\n';

/** The header and the rows as each of the two renderers shows them. */
function seen(text: string): { gfm: unknown; docfx: unknown }[] {
  const show = ({ reason, header, rows }: RenderedTable['gfm']): unknown =>
    reason === undefined ? [header, ...rows.map(({ cells }) => cells)] : english(reason);
  return read(text).map(({ gfm, docfx }) => ({ gfm: show(gfm), docfx: show(docfx) }));
}

describe('what readers see', () => {
  test('GitHub omits cells beyond the header; the site widens the table', () => {
    const [table] = read(`## Head\n\n${HEAD}| 1 | **2** | [3](x) | | 5 \\| 6 |\n| 7 |\n`);
    assert.ok(table);
    assert.equal(table.heading, 'Head');
    assert.equal(table.isTaskTable, false);
    assert.deepEqual(table.gfm.header, ['A', 'B']);
    assert.deepEqual(
      table.gfm.rows.map(({ cells, lost }) => [cells, lost]),
      [
        [
          ['1', '2'],
          ['3', '5 | 6'],
        ],
        [['7', ''], []],
      ],
    );
    assert.deepEqual(
      table.gfm.rows.map(({ isShort = false }) => isShort),
      [false, true],
    );
    assert.deepEqual(table.docfx.header, ['A', 'B', '', '', '']);
    assert.deepEqual(
      table.docfx.rows.map(({ cells, lost }) => [cells, lost]),
      [
        [['1', '2', '3', '', '5 | 6'], []],
        [['7', '', '', '', ''], []],
      ],
    );
  });

  test('a line of text below is a row on GitHub, and ends the table on the site', () => {
    assert.deepEqual(seen(`${HEAD}| 1 | 2 |\ntext below\n`), [
      {
        gfm: [
          ['A', 'B'],
          ['1', '2'],
          ['text below', ''],
        ],
        docfx: 'A line has no pipe: "text below"',
      },
    ]);
  });

  test('directly below a paragraph, the site shows text', () => {
    assert.deepEqual(seen(`Text\n${HEAD}| 1 | 2 |\n`), [
      {
        gfm: [
          ['A', 'B'],
          ['1', '2'],
        ],
        docfx: 'The line above belongs to a paragraph',
      },
    ]);
  });

  test('directly below a list item or a quote, there is no table', () => {
    for (const above of ['- item', '1. item\nthat goes on', '> quote'])
      assert.deepEqual(seen(`${above}\n${HEAD}| 1 | 2 |\n`), [
        { gfm: 'The line above belongs to a list or a quote', docfx: 'The line above belongs to a paragraph' },
      ]);
  });

  test('a full-width pipe is a character', () => {
    assert.deepEqual(seen(`${HEAD}| 1 ｜ 2 |\n`), [
      {
        gfm: [
          ['A', 'B'],
          ['1 ｜ 2', ''],
        ],
        docfx: [
          ['A', 'B'],
          ['1 ｜ 2', ''],
        ],
      },
    ]);
    assert.deepEqual(
      seen(`${HEAD}｜ 1 ｜ 2 ｜\n`).map(({ docfx }) => docfx),
      ['A line has no pipe: "｜ 1 ｜ 2 ｜"'],
    );
  });

  test('on GitHub, a delimiter row of another width does not count', () => {
    assert.deepEqual(seen('| A | B |\n|---|\n| 1 | 2 |\n'), [
      {
        gfm: 'The delimiter row has 1 cell and the header 2',
        docfx: [
          ['A', 'B'],
          ['1', '2'],
        ],
      },
    ]);
  });

  test('without a header or delimiter row, every line is text', () => {
    const [cut] = read(`${HEAD}| 1 | 2 |\n\n| 3 | 4 |\n`).slice(1);
    assert.ok(cut?.gfm.reason !== undefined);
    assert.equal(english(cut.gfm.reason), 'A blank line separates these rows from the table above');
    assert.deepEqual(
      cut.gfm.rows.map(({ cells }) => cells),
      [['| 3 | 4 |']],
    );
    assert.deepEqual(cut.gfm.header, []);
    assert.deepEqual(
      seen('| — | — |\n| 1 | 2 |\n').map(({ gfm }) => gfm),
      ['There is no header above the delimiter row'],
    );
    assert.deepEqual(
      seen('| A | B |\n| — | — |\n| 1 | 2 |\n').map(({ docfx }) => docfx),
      ['The delimiter row contains characters other than hyphens, colons and pipes'],
    );
  });

  test('lines have their positions, also with CRLF', () => {
    const text = `${HEAD}| 1 | 2 |\n| 3 | 4 |`.replaceAll('\n', '\r\n');
    assert.deepEqual(
      read(text)[0]?.gfm.rows.map(({ start }) => text.slice(start, start + 9)),
      ['| 1 | 2 |', '| 3 | 4 |'],
    );
  });
});

const processor = remark().use(remarkGfm).freeze();

/** The tables according to remark, by the line of their header: each cell in the form of our preview. */
function gfmTables(text: string): Map<number, string[][]> {
  const found = new Map<number, string[][]>();
  const visit = (node: Nodes): void => {
    if (node.type === 'table') found.set((node.position?.start.line ?? 0) - 1, cellsIn(node, text));
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(processor.parse(text));
  return found;
}

function cellsIn({ children }: Table, text: string): string[][] {
  const width = children[0]?.children.length ?? 0;
  const rows = children.map((row) =>
    row.children.map((cell) => plain(cell.children.map((child) => written(child, text)).join(''))),
  );
  return rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
}

function written(node: Nodes, text: string): string {
  if (node.type === 'image' || (node.type === 'link' && !isFollowed(node.url.trim(), node.children.length)))
    return source(node, text);
  if (node.type === 'delete') return source(node, text);
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => written(child, text)).join('') : source(node, text);
}

function isFollowed(url: string, children: number): boolean {
  return children > 0 && url !== '' && (/^(?:https?:\/\/|mailto:)/i.test(url) || !/^[/~]|^[^/?#]*:|\\/.test(url));
}

function source({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset).replaceAll('\\|', '|');
}

/** Without comments at the end of a cell, which are for our rules, and without white space at the ends. */
function plain(text: string): string {
  return text.replace(/<!--[^>]*-->[ \t]*$/, '').trim();
}

/** Compares the tables that both recognize, and counts them. */
function assertSame(text: string, name: string): number {
  const theirs = gfmTables(text);
  const playbook = parsePlaybook({ uri: 'file:///page.md', text });
  let same = 0;
  for (const { start, gfm } of renderedTables(playbook)) {
    const line = playbook.lines.lineAt(start);
    const expected = theirs.get(line);
    assert.equal(
      gfm.reason === undefined,
      expected !== undefined,
      `${name}:${line + 1}: ${english(gfm.reason ?? 'a table to us')}`,
    );
    if (expected === undefined) continue;
    assert.deepEqual(
      [gfm.header, ...gfm.rows.map(({ cells }) => cells)].map((cells) => cells.map(plain)),
      expected,
      `${name}:${line + 1}`,
    );
    same++;
  }
  return same;
}

function pagesIn(folder: string): { name: string; text: string }[] {
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'));
  return names.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return isWorkspaceText(text)
      ? [...filesIn(text)]
          .filter(([path]) => path.endsWith('.md'))
          .map(([path, one]) => ({ name: `${name}/${path}`, text: one }))
      : [{ name, text }];
  });
}

describe('GitHub, compared with remark', () => {
  test('in the pages of the rule tests', () => {
    let same = 0;
    for (const { name, text } of pagesIn(join(root, 'test', 'rules'))) same += assertSame(text, name);
    assert.ok(same > 300, `only ${same} tables`);
  });

  test('in real playbooks', { skip: noCorpus }, () => {
    let same = 0;
    // Remark is slow, so only every fifth page is compared.
    for (const { name, text } of pagesIn(corpus).filter((_, index) => index % 5 === 0)) same += assertSame(text, name);
    assert.ok(same > 100, `only ${same} tables`);
  });
});
