import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  alignTable,
  applyEdits,
  compactTable,
  deleteRows,
  hasConflict,
  insertRow,
  isRefusal,
  moveRowsDown,
  moveRowsUp,
  parsePlaybook,
  sortTasks,
  toggleMandatory,
  type Playbook,
  type TextEdit,
} from '../../../server/src/core/index.js';
import { afterEdits, lineDiff } from '../../support/edit-page.js';
import { corpus, hasCorpus, noCorpus } from '../../support/project.js';
import { assertProperty } from '../../support/property.js';
import { english } from '../../support/english.js';

const read = (text: string): Playbook => parsePlaybook({ uri: 'file:///page.md', text });

/**
 * The source of every cell of every row, table by table: what no edit of a table may change. Delimiter rows by their
 * colons.
 */
function cellsOf({ tables }: Playbook): string[][][] {
  return tables.map(({ table }) =>
    table.rows.map(({ source, cells, delimiter, isConflictMarker }) => {
      if (isConflictMarker) return [source];
      return cells.map(({ span }) =>
        delimiter === 'valid'
          ? source.slice(span.start, span.end).replace(/-+/, '-')
          : source.slice(span.start, span.end),
      );
    }),
  );
}

function sorted(tables: readonly (readonly (readonly string[])[])[]): string[] {
  return tables
    .map((rows) =>
      rows
        .map((cells) => cells.join('\u0000'))
        .sort()
        .join('\u0001'),
    )
    .sort();
}

/** The page with all its tables formatted. */
function formatted(playbook: Playbook, format: typeof alignTable): string {
  const edits: readonly TextEdit[] = playbook.tables.flatMap((table) => format(playbook, table));
  return afterEdits({ playbook, text: playbook.text }, edits);
}

function assertFormats(text: string): void {
  const playbook = read(text);
  const before = cellsOf(playbook);
  const aligned = formatted(playbook, alignTable);
  const compact = formatted(playbook, compactTable);
  assert.deepEqual(cellsOf(read(aligned)), before, 'align keeps the cells');
  assert.deepEqual(cellsOf(read(compact)), before, 'compact keeps the cells');
  assert.equal(formatted(read(aligned), alignTable), aligned, 'align twice is align');
  assert.equal(formatted(read(compact), compactTable), compact, 'compact twice is compact');
  assert.equal(formatted(read(aligned), compactTable), compact, 'compact after align is compact');
  assert.equal(formatted(read(compact), alignTable), aligned, 'align after compact is align');
  assert.equal(outsideOfTables(aligned), outsideOfTables(text));
  assert.equal(outsideOfTables(compact), outsideOfTables(text));
}

/** The page without the lines of its tables, but with their line endings. */
function outsideOfTables(text: string): string {
  const { tables } = read(text);
  const edits = tables.flatMap(({ table, start }) =>
    table.rows.map(({ source }, index) => ({
      span: {
        start: start + (table.rowStarts[index] ?? 0),
        end: start + (table.rowStarts[index] ?? 0) + source.length,
      },
      newText: '',
    })),
  );
  return applyEdits(text, edits);
}

/** Moves, sorts, toggles, deletes, and inserts in each task table, and checks the changes. */
function assertRowEdits(text: string): number {
  const playbook = read(text);
  const before = cellsOf(playbook);
  let inserted = 0;
  for (const [at, table] of playbook.tables.entries()) {
    const starts = table.table.rowStarts.map((start) => table.start + start);
    for (const start of starts.slice(0, 12)) {
      const span = { start: start + 1, end: start + 1 };
      for (const move of [moveRowsUp, moveRowsDown]) {
        const result = move(playbook, span);
        if (!isRefusal(result))
          assert.deepEqual(
            sorted(cellsOf(read(moved(playbook, result.edits)))),
            sorted(before),
            'a move keeps the rows',
          );
      }
      const gone = deleteRows(playbook, span);
      if (!isRefusal(gone))
        assert.equal(lineDiff(text, applyEdits(text, gone)).added.length, 0, 'a deleted row adds no line');
      const toggled = toggleMandatory(playbook, span);
      if (!isRefusal(toggled))
        assert.equal(lineDiff(text, applyEdits(text, toggled)).added.length, 1, 'one line changes');
      if (table.schema.kind !== 'task') continue;
      const result = insertRow(playbook, start, {
        taskId: '0007',
        taskName: 'a | b \\',
        mo: 'mandatory',
        roles: ['sme'],
        services: ['teams', 'exchange'],
      });
      if (isRefusal(result)) {
        assert.ok(hasConflict(table), english(result.refused));
        continue;
      }
      const after = moved(playbook, result.edits);
      const { added, removed } = lineDiff(text, after);
      assert.equal(added.length, 1, `one row in is one line in the diff: ${added.join('\n')}`);
      assert.ok(
        removed.length <= 1 && removed.every((line) => /^[\s|]*$/.test(line)),
        'only a row that waits to be filled in is taken up',
      );
      const now = cellsOf(read(after))[at] ?? [];
      const row = now.findIndex((cells) => cells.includes('0007'));
      assert.ok(row > 0, 'the row is in the table');
      assert.equal(now[row]?.length, table.schema.width, 'the row has the columns of the table');
      const others = (before[at] ?? []).filter((_, index) => removed.length === 0 || index !== row);
      assert.deepEqual(
        now.filter((_, index) => index !== row),
        others,
        'no other row has changed',
      );
      inserted++;
    }
    const order = sortTasks(playbook, table);
    if (!isRefusal(order))
      assert.deepEqual(sorted(cellsOf(read(moved(playbook, order)))), sorted(before), 'sorting keeps the rows');
  }
  return inserted;
}

function moved(playbook: Playbook, edits: readonly TextEdit[]): string {
  return afterEdits({ playbook, text: playbook.text }, edits);
}

const piece = fc.constantFrom(
  '|',
  '|',
  '|',
  '\\|',
  '\\',
  '`',
  ' ',
  '   ',
  '\t',
  'a',
  '1234',
  '任务',
  'タスク',
  '👩‍🚀',
  '🇩🇪',
  'e\u0301',
  '\u200b',
  '\u00a0',
  '…',
  '｜',
  '**b**',
  '[x](y \\| z)',
  '<br />',
  '-',
  ':',
  '<!-- c -->',
  'é',
);
const margin = fc.constantFrom('| ', '|', '||', 'a | ', '  | ', '｜');
const wild = fc
  .tuple(
    margin,
    fc.array(piece, { maxLength: 12 }),
    fc.constantFrom('|', ' |', '', '  ', '| <!-- playbook-lint-disable-line x -->'),
  )
  .map(([start, pieces, end]) => start + pieces.join('') + end);
const cell = fc
  .array(fc.constantFrom('a', 'Exchange', ' ', '任务名称', '\\|', '🧪', 'é', '[x](y)', '\u200b'), { maxLength: 4 })
  .map((parts) => parts.join(''));
const padding = fc.constantFrom('', ' ', '  ', '\t', '      ');
const tidy = fc
  .tuple(fc.integer({ min: 100, max: 9999 }), cell, fc.constantFrom('M', 'O', 'm'), cell, cell, padding)
  .map(
    ([id, name, letter, role, services, pad]) =>
      `|${pad}${id}${pad}| ${name} |${pad}${letter} |${role}|${pad}${services}${pad}|`,
  );
const odd = fc.constantFrom(
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> main',
  'no pipe',
  '| — | — | — | — | — |',
  '|---|---|---|---|---|',
  '| | | | | |',
  '| 5001 | a | M | r |',
  '| 5001 | a | M | r | s',
  '|| 5001 | a | M | r |',
);
const delimiter = fc.constantFrom(
  '|---|---|---|---|---|',
  '| :-- | --- | :---: | ---: | - |',
  '|:-|-|:-:|-:|-|',
  '|---|---|---|---|',
  '---|---|---|---|---',
  '| — | — | — | — | — |',
);
const page = fc
  .tuple(
    delimiter,
    fc.array(fc.oneof({ weight: 4, arbitrary: tidy }, { weight: 2, arbitrary: wild }, { weight: 1, arbitrary: odd }), {
      maxLength: 8,
    }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\n', '\n\nAfter.\n'),
  )
  .map(
    ([second, rows, eol, end]) =>
      [
        'Before.',
        '',
        '#### FTOP Tasks',
        '',
        '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |',
        second,
        ...rows,
      ].join(eol) + end.replaceAll('\n', eol),
  );

/** A page without its paragraphs and lists, which are slow to parse and irrelevant to table edits. */
function headingsAndTables(text: string): string {
  return read(text)
    .blocks.filter(({ value }) => value.kind === 'table' || value.headings.length > 0)
    .map(({ value }) => value.source)
    .join('');
}

describe('of any table', () => {
  test('align and compact keep every cell, and agree', () => {
    assertProperty(
      fc.property(page, (text) => assertFormats(text)),
      400,
    );
  });

  test('rows are moved, sorted, and inserted unchanged', () => {
    assertProperty(
      fc.property(page, (text) => void assertRowEdits(text)),
      150,
    );
  });
});

describe('of the tables of real playbooks', { skip: noCorpus }, () => {
  const names = hasCorpus
    ? readdirSync(corpus, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.md'))
    : [];
  const texts = names.map((name) => headingsAndTables(readFileSync(join(corpus, name), 'utf8')));

  test('align and compact keep every cell, and agree', () => {
    for (const text of texts) {
      assertFormats(text);
      assertFormats(text.replaceAll(/\r?\n/g, '\r\n'));
    }
  });

  test('rows are moved, sorted, and inserted unchanged', () => {
    let inserted = 0;
    for (const text of texts) inserted += assertRowEdits(text);
    assert.ok(inserted > 1000, `only ${inserted} rows were inserted`);
  });
});
