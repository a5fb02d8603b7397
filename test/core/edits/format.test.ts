import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { alignTable, applyEdits, compactTable, parsePlaybook } from '../../../server/src/core/index.js';
import { cellWidth } from '../../../server/src/core/edits/cell-width.js';
import { pagesToFix } from '../../score/fix-safety.js';
import { afterEdits, pageWith } from '../../support/edit-page.js';
import { mutations } from '../../support/mutations.js';
import { assertProperty } from '../../support/property.js';

function format(source: string, run: typeof alignTable): string {
  const page = pageWith(source);
  const [table] = page.playbook.tables;
  return table === undefined ? assert.fail('there is no table') : afterEdits(page, run(page.playbook, table));
}

describe('align', () => {
  test('pads every column on the side that the delimiter row defines', () => {
    assert.equal(
      format('| Name | Left | Middle | Right |\n|-|:-|:-:|-:|\n|a|b|c|d|\n| longer text | x | y | z |\n', alignTable),
      [
        '| Name        | Left | Middle | Right |',
        '| ----------- | :--- | :----: | ----: |',
        '| a           | b    |   c    |     d |',
        '| longer text | x    |   y    |     z |',
        '',
      ].join('\n'),
    );
  });

  test('counts visible columns: two for 任 and an emoji, none for a combining mark', () => {
    assert.equal(
      format('| 任务 ID | x |\n|---|---|\n| 5001 | e\u0301 |\n| 👩‍👩‍👧 | \u200bok |\n| 🇩🇪 | ﾊﾟ |\n', alignTable),
      [
        '| 任务 ID | x   |',
        '| ------- | --- |',
        '| 5001    | e\u0301   |',
        '| 👩‍👩‍👧      | \u200bok  |',
        '| 🇩🇪      | ﾊﾟ  |',
        '',
      ].join('\n'),
    );
  });

  test('adds optional pipes', () => {
    assert.equal(
      format('a | b\n---|---\nc | d\n| e | f\n', alignTable),
      ['| a   | b   |', '| --- | --- |', '| c   | d   |', '| e   | f   |', ''].join('\n'),
    );
  });

  test('does not change what an author has to correct', () => {
    const rows = [
      '| 5001 | one cell too few | M | SME |',
      'no pipe',
      '|| 5002 | a | M | SME |',
      '| — | — | — | — | — |',
      '｜ 5003 | a | M | SME | Teams ｜',
      '| 5004 | a | M | SME | Te',
      'ams |',
    ];
    const head =
      '#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|:-:|---|---|\n';
    const after = format(`${head}${rows.join('\n')}\n|5005|b|O|SME|Teams|\n`, alignTable).split('\n');
    assert.deepEqual(after.slice(4, -2), rows);
    assert.equal(after.at(-2), '| 5005    | b         |            O             | SME            | Teams    |');
  });

  test('keeps indentation, line endings, comments, tabs in text, and escapes', () => {
    const comment = '<!-- playbook-lint-disable-line x -->';
    const source = `  | a | b |  \r\n  |---|---|\r\n  |x\\|y|p\tq| ${comment}\r\n  | [l](m \\| n) | c ${comment}|\r\n`;
    const width = `c ${comment}`.length;
    assert.equal(
      format(source, alignTable),
      [
        `  | a           | ${'b'.padEnd(width)} |`,
        `  | ----------- | ${'-'.repeat(width)} |`,
        `  | x\\|y        | ${'p\tq'.padEnd(width)} | ${comment}`,
        `  | [l](m \\| n) | c ${comment} |`,
        '',
      ].join('\r\n'),
    );
  });
});

describe('compact', () => {
  test('leaves one space on each side, and the shortest delimiters', () => {
    assert.equal(
      format(
        '| Name        |   Left | Middle |Right|\n| ----------- | :----- | :----: | ----: |\n| a |  |||\n',
        compactTable,
      ),
      '| Name | Left | Middle | Right |\n| --- | :-- | :-: | --: |\n| a | | | |\n',
    );
  });

  test('changes only white space and the outer pipes', () => {
    const page = pageWith('a | b  \n| --- | --- |\n中文\u00a0 | d\n|    |e|\n');
    const [table] = page.playbook.tables;
    const edits = table === undefined ? [] : compactTable(page.playbook, table);
    for (const { span, newText } of edits) assert.match(page.text.slice(span.start, span.end) + newText, /^[ |]*$/);
    assert.equal(afterEdits(page, edits), '| a | b |\n| --- | --- |\n| 中文\u00a0 | d |\n| | e |\n');
  });

  test('does nothing if the table is compact', () => {
    const page = pageWith('| a | b |\n| --- | --- |\n| c | |\n');
    assert.deepEqual(
      page.playbook.tables.map((table) => compactTable(page.playbook, table)),
      [[]],
    );
  });
});

describe('comments are kept', () => {
  const rows = ['|<!---->', '| a | b <!-- x -->', '| a | <!-- x -->', '| a | b | <!-- x -->', '| a <!-- x --> | b |'];
  for (const [name, run] of [
    ['align', alignTable],
    ['compact', compactTable],
  ] as const) {
    test(`${name}, in cells and after rows, closed or not`, () => {
      for (const row of rows)
        assert.equal(commentsIn(format(`| a | b |\n|---|---|\n${row}\n`, run)), commentsIn(row), row);
      assert.equal(format('|<!---->\n', run), '| <!----> |\n');
    });

    test(`${name}, in a delimiter row, which does not change`, () => {
      for (const delimiter of ['|---|--- <!-- x -->|', '|---|--- <!-- x -->', '|--- <!-- x --> | ---|'])
        assert.equal(
          format(`| a | b |\n${delimiter}\n`, run),
          `| a | b |\n${delimiter}\n`.replace('| a | b |', run === alignTable ? '| a   | b   |' : '| a | b |'),
        );
      assert.match(format('| a | b |\n|-|-| <!-- x -->\n', run), /\| --- \| --- \| <!-- x -->\n$/);
    });
  }
});

function commentsIn(text: string): string {
  return (text.match(/<!--.*?-->/g) ?? []).join();
}

const gfm = remark().use(remarkGfm);

/** The cells of every table as GitHub parses them. */
function shownCells(text: string): readonly string[][] {
  const cells: string[][] = [];
  for (const node of gfm.parse(text).children) {
    if (node.type !== 'table') continue;
    for (const row of node.children)
      cells.push(
        row.children.map(({ children }) =>
          text.slice(children[0]?.position?.start.offset ?? 0, children.at(-1)?.position?.end.offset ?? 0),
        ),
      );
  }
  return cells;
}

test('on any page, formatting changes only white space, outer pipes, and the dashes of delimiter rows', () => {
  const pages = [...pagesToFix(false)].map(({ text }) => text).filter((text) => text.length < 3_000);
  assertProperty(
    fc.property(
      fc.constantFrom(...pages),
      mutations,
      fc.constantFrom(alignTable, compactTable),
      (page, mutate, run) => {
        const text = mutate(page);
        const playbook = parsePlaybook({ uri: 'file:///page.md', text });
        const edits = playbook.tables.flatMap((table) => [...run(playbook, table)]);
        for (const { span, newText } of edits)
          assert.match(text.slice(span.start, span.end) + newText, /^(?:[ \t|]*|[ \t|:-]*)$/);
        const after = applyEdits(text, edits);
        const plain = (source: string): string => source.replace(/[\s|:-]/g, '');
        assert.equal(plain(after), plain(text));
        assert.deepEqual(shownCells(after), shownCells(text));
      },
    ),
    150,
  );
});

test('the width of a text is its width in a monospaced font', () => {
  const widths: readonly (readonly [string, number])[] = [
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['任务', 4],
    ['タスク', 6],
    ['ﾀｽｸ', 3],
    ['ﾊﾟ', 2],
    ['，', 2],
    ['…', 1],
    ['“x”', 3],
    ['🧪', 2],
    ['❤', 1],
    ['❤️', 2],
    ['1️⃣', 2],
    ['👩🏽‍🚀', 2],
    ['🇯🇵', 2],
    ['\u200b', 0],
    ['a\u200bb', 2],
    ['\ufeff', 0],
    ['a\u00adb', 2],
    ['\u00a0', 1],
    ['각', 2],
    ['\u1100\u1161\u11a8', 2],
    ['\t', 1],
    ['\ud800', 1],
  ];
  assert.deepEqual(
    widths.map(([text]) => [text, cellWidth(text)]),
    widths,
  );
});

describe('a table with a merge conflict', () => {
  const rows = ['| Task ID | Task Name |', '|---|---|', '|5001|Mine|', '|5002|  Same|'];
  const versions = ['<<<<<<< HEAD', '|5003|Mine|', '=======', '|5003|  Theirs   |', '>>>>>>> main'];
  for (const [name, run] of [
    ['align', alignTable],
    ['compact', compactTable],
  ] as const) {
    test(`does not change: ${name}`, () => {
      const source = [...rows, ...versions, '|5004|x|', ''].join('\n');
      assert.equal(format(source, run), source);
    });

    test(`does not change if both versions have a header: ${name}`, () => {
      const source = [
        '<<<<<<< HEAD',
        ...rows,
        '=======',
        ...rows,
        '|5003|  Theirs   |',
        '>>>>>>> main',
        '',
        '# End',
        '',
      ].join('\n');
      const page = pageWith(source);
      assert.deepEqual(
        page.playbook.tables.flatMap((table) => run(page.playbook, table)),
        [],
      );
    });
  }
});
