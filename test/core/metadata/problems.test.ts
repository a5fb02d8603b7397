import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planMetadataEdit } from '../../../server/src/core/reports/metadata-edit.js';
import type { SheetCell } from '../../../server/src/core/reports/sheet.js';
import { english } from '../../support/english.js';
import { between, pageOf, planFor, problemsFor, sheetWith } from './pages.js';

describe('an impossible edit is a problem', () => {
  test('in the sheet', () => {
    const pages = new Map(['a.md', 'b.md', 'c.md'].map((path) => [path, pageOf(path, between('title: x'))]));
    const plan = (...rows: readonly (readonly SheetCell[])[]) => {
      const { changes, problems } = planMetadataEdit(sheetWith(rows[0]?.map(String) ?? [], ...rows.slice(1)), pages);
      return { changes, problems: problems.map((problem) => ({ ...problem, message: english(problem.message) })) };
    };
    assert.deepEqual(plan(['title'], ['y']), {
      changes: [],
      problems: [{ row: 1, message: 'The sheet has no column "File"' }],
    });
    assert.deepEqual(plan(['File', 'File'], ['a.md', 'b.md']).problems, [
      { row: 1, message: 'The column "File" appears more than once' },
    ]);
    assert.deepEqual(plan(['File', 'title', 'title'], ['a.md', 'y', 'y']), {
      changes: [],
      problems: [{ row: 1, message: 'The column "title" appears more than once' }],
    });
    assert.deepEqual(plan(['File', '', ' ', ''], ['a.md', '', '', 'y']).problems, [
      { row: 1, message: 'A column with values has no name' },
    ]);
    assert.deepEqual(plan(['File', 'title', ''], ['a.md', 'x', '']).problems, []);
    const { changes, problems } = plan(
      ['File', 'title'],
      ['a.md', 'y'],
      ['', ''],
      ['', 'z'],
      ['b.md', 'y'],
      ['d.md', 'y'],
      ['c.md'],
      ['b.md', 'z'],
      ['c.md', 'x'],
      ['c.md', 'x'],
    );
    assert.deepEqual(
      changes.map(({ path }) => path),
      ['a.md'],
    );
    assert.deepEqual(problems, [
      { row: 4, message: 'The row has no file in the column "File"' },
      { row: 5, path: 'b.md', message: `The file has more than one row. It's also in row 8` },
      { row: 6, path: 'd.md', message: `The page "d.md" doesn\'t exist` },
      { row: 7, path: 'c.md', message: `The file has more than one row. It's also in rows 9, 10` },
      { row: 8, path: 'b.md', message: `The file has more than one row. It's also in row 5` },
      { row: 9, path: 'c.md', message: `The file has more than one row. It's also in rows 7, 10` },
      { row: 10, path: 'c.md', message: `The file has more than one row. It's also in rows 7, 9` },
    ]);
  });

  test('in the front matter', () => {
    const pages: Record<string, RegExp> = {
      '# Title\n': /has no front matter/,
      '---\ntitle: x\n\n# Title\n': /isn't closed/,
      '---js\ntitle: x\n---\n': /begins with "---js"/,
      '---\ntitle: "x\n---\n': /can(?:no|')t be read/,
      '---\ntitle: x\n\tauthor: y\n---\n': /can(?:no|')t be read/,
    };
    for (const [text, message] of Object.entries(pages)) {
      assert.match(problemsFor(text, { title: 'new', author: 'new' }).join(), message);
      assert.deepEqual(problemsFor(text, { title: '', author: '' }), [], 'nothing is asked of it');
    }
  });

  test('in the existing value', () => {
    const lines: Record<string, RegExp> = {
      'title: [a, b]': /a list/,
      'title:\n- a': /a list/,
      'title: {a: b}': /a list of keys/,
      'x: &a b\ntitle: *a': /a reference/,
      'title: |\n  a': /several lines/,
      'title: a\n  b': /several lines/,
      'title: "a\n  b"': /several lines/,
      'title:\n  a': /only be changed on the page/,
      'title: &a b': /only be changed on the page/,
      'title: !!str b': /only be changed on the page/,
      'title: &a': /only be changed on the page/,
      'x: b\n? title\n: a': /only be changed on the page/,
      '{\ntitle: a,\nauthor: b\n}': /only be changed on the page/,
      'title: a\ntitle: b': /more than once/,
    };
    for (const [source, message] of Object.entries(lines))
      for (const cell of ['new', '(remove)'])
        assert.match(problemsFor(between(source), { title: cell }).join('\n'), message, source);
    assert.match(problemsFor(between('{', 'title: a,', 'author: b', '}'), { manager: 'new' }).join(), /would damage/);
    assert.match(problemsFor(between('title: a'), { title: 'b\nc' }).join(), /line break/);
    assert.match(problemsFor(between('title: a'), { author: 'b\rc' }).join(), /line break/);
    assert.match(problemsFor(between('title: a'), { 'x\ny': 'b' }).join(), /can't be named/);
    assert.match(
      problemsFor(between('text: |', '  one', 'title: a', '  # becomes text'), { title: '(remove)' }).join(),
      /would damage/,
    );
    assert.match(problemsFor(between('title: a'), { author: 'x'.repeat(20_000) }).join(), /would damage/);
  });

  test('and does not affect the rest of the row', () => {
    const { changes, problems } = planFor(between('title: [a]', 'author: b'), { title: 'c', author: 'd' });
    assert.deepEqual([changes.map(({ key }) => key), problems.length], [['author'], 1]);
  });
});
