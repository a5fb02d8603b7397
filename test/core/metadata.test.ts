import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, builtInVocabulary, parsePlaybook, type Playbook } from '../../server/src/core/index.js';
import { planMetadataEdit, type MetadataPlan } from '../../server/src/core/reports/metadata-edit.js';
import { metadataSheet } from '../../server/src/core/reports/metadata-report.js';
import { sortKeysOf } from '../../server/src/core/reports/sort-keys.js';
import { readDate } from '../../server/src/core/dialect/dates.js';
import { sayTheSame } from '../../server/src/core/reports/same-text.js';
import type { Sheet, SheetCell } from '../../server/src/core/reports/sheet.js';
import { damageIn, isSameValue, unwrapped } from '../../server/src/core/reports/spreadsheet-damage.js';
import { readCsv, readXlsx, writeCsv, writeXlsx } from '../../server/src/sheets/index.js';
import { corpus, noCorpus } from '../support/project.js';
import { assertProperty } from '../support/property.js';
import { english } from '../support/english.js';

const spec = builtInVocabulary.frontMatter;

function pageOf(path: string, text: string): Playbook {
  return parsePlaybook({ uri: `file:///${path}`, text });
}

function sheetOf(pages: ReadonlyMap<string, Playbook>): Sheet {
  return metadataSheet(
    [...pages].map(([path, { frontMatter, text }]) => ({ path, frontMatter, text })),
    spec,
  );
}

/** A page with these lines of front matter. */
function between(...lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\n\n# Title\n`;
}

function sheetWith(columns: readonly string[], ...rows: readonly (readonly SheetCell[])[]): Sheet {
  return { name: '', columns, rows };
}

/** Plans the edit of the one page `a.md`, whose row has these cells. */
function planFor(text: string, cells: Readonly<Record<string, SheetCell>>): MetadataPlan {
  return planMetadataEdit(
    sheetWith(['File', ...Object.keys(cells)], ['a.md', ...Object.values(cells)]),
    new Map([['a.md', pageOf('a.md', text)]]),
  );
}

/** The page after the edit, which must not have problems. */
function edited(text: string, cells: Readonly<Record<string, SheetCell>>): string {
  const { changes, problems } = planFor(text, cells);
  assert.deepEqual(problems, []);
  return applyEdits(
    text,
    changes.map(({ edit }) => edit),
  );
}

function problemsFor(text: string, cells: Readonly<Record<string, SheetCell>>): string[] {
  const { changes, problems } = planFor(text, cells);
  assert.deepEqual(changes, []);
  return problems.map(({ message }) => english(message));
}

describe('the metadata of pages as a sheet', () => {
  test('has a column for every key, with the usual keys first, and a row for every page', () => {
    const pages = new Map([
      ['b.md', pageOf('b.md', between('zeta: 1', 'ms.date: "5/2/2019" # day', "title: 'It''s'", 'alpha: [a, b]'))],
      ['a.md', pageOf('a.md', between('title: x', 'manager:', 'beta:', '  - one', '  - two', 'title: y'))],
      ['c.md', pageOf('c.md', '# No front matter\n')],
    ]);
    assert.deepEqual(sheetOf(pages), {
      name: 'Metadata',
      columns: ['File', 'title', 'manager', 'ms.date', 'alpha', 'beta', 'zeta'],
      rows: [
        ['a.md', 'x', '', '', '', '- one\n  - two', ''],
        ['b.md', "It\'s", '', '5/2/2019', '[a, b]', '', '1'],
        ['c.md', '', '', '', '', '', ''],
      ],
    });
  });

  test('sorts pages by their numbers', () => {
    const pages = ['p/step-10.md', 'p/step-9.md', 'p/Step-1.md', 'p/一.md'].map((path): [string, Playbook] => [
      path,
      pageOf(path, between('title: x')),
    ]);
    assert.deepEqual(
      sheetOf(new Map(pages)).rows.map(([path]) => path),
      ['p/Step-1.md', 'p/step-9.md', 'p/step-10.md', 'p/一.md'],
    );
  });

  test('accepts names of built-in object properties, and has no column for an empty key', () => {
    const pages = new Map([['a.md', pageOf('a.md', between('toString: x', '__proto__: y', 'File: z', '"": w'))]]);
    assert.deepEqual(sheetOf(pages).columns, ['File', '__proto__', 'toString']);
    assert.deepEqual(planMetadataEdit(sheetOf(pages), pages), { changes: [], problems: [] });
  });
});

describe('the sort key of a report', () => {
  const keysOf = (column: string, ...cells: readonly SheetCell[]) =>
    sortKeysOf(sheetWith(['File', column], ...cells.map((cell, row) => [`${row}.md`, cell])))[1];

  test('is the date in a column of dates, whatever its format', () => {
    assert.deepEqual(
      keysOf('ms.date', '10/3/2023', '1/2/2024', '2023-12-24', '27.03.2020', '2019-05-02T00:00:00Z'),
      [20231003, 20240102, 20231224, 20200327, 20190502],
    );
    assert.deepEqual(
      keysOf('reviewed', '10/3/2023', '', '24 Dec 2023'),
      [20231003, '', 20231224],
      'another key with days',
    );
  });

  test('is the text if it is not a date', () =>
    assert.deepEqual(keysOf('ms.date', '13/45/2020', '', '1/2/2024', 'soon'), ['13/45/2020', '', 20240102, 'soon']));

  test('is the text of the cells in every other column', () => {
    assert.deepEqual(
      sortKeysOf(
        sheetWith(
          ['File', 'title', 'Pages', 'empty'],
          ['a', 'Teams', 2, ''],
          ['b', '1/2/2024', 3, ''],
          ['c', 'Plan', 1, ''],
        ),
      ),
      [undefined, undefined, undefined, undefined],
    );
  });
});

describe('an edited value', () => {
  const page = between(
    'title: Old title  # keep',
    "description: 'It''s old'",
    'author: "A \\"B\\""\t',
    'manager:',
    'ms.prod:   # none',
    '',
    '#own',
    'ms.custom:\tx',
  );

  test('replaces only the value', () => {
    assert.equal(edited(page, { title: 'New' }), page.replace('Old title', 'New'));
    assert.equal(edited(page, { 'ms.custom': 'z' }), page.replace('\tx', '\tz'));
    assert.equal(edited(page, { description: "It's new" }), page.replace("It''s old", "It''s new"));
    assert.equal(edited(page, { author: 'C "D" \\' }), page.replace('A \\"B\\"', 'C \\"D\\" \\\\'));
    assert.equal(edited(page, { description: 'a\u0001b' }), page.replace("'It''s old'", '"a\\x01b"'));
  });

  test('is inserted after the colon if there was no value', () =>
    assert.equal(
      edited(page, { manager: 'me', 'ms.prod': 'x' }),
      page.replace('manager:', 'manager: me').replace('ms.prod:', 'ms.prod: x'),
    ));

  test('is quoted if YAML requires it', () => {
    const written: Record<string, string> = {
      'a: b': '"a: b"',
      'a #b': '"a #b"',
      '# a': '"# a"',
      '- a': '"- a"',
      '"a"': '\'"a"\'',
      "'a'": '"\'a\'"',
      ' a': '" a"',
      'a ': '"a "',
      '[a]': '"[a]"',
      '@a': '"@a"',
      '*a': '"*a"',
      '&a': '"&a"',
      '!a': '"!a"',
      'a:b': 'a:b',
      'a#b': 'a#b',
      '-a': '-a',
      "it's": "it's",
      '中文：甲': '中文：甲',
      '---': '---',
      'a, b; c': 'a, b; c',
      '5/2/2019': '5/2/2019',
      yes: '"yes"',
      true: '"true"',
      null: '"null"',
      '~': '"~"',
      '0983': '"0983"',
      12: '"12"',
      '1.10': '"1.10"',
      '2020-03-27': '"2020-03-27"',
    };
    for (const [value, source] of Object.entries(written))
      assert.equal(edited('---\ntitle: x\n---\n', { title: value }), `---\ntitle: ${source}\n---\n`);
  });

  test('stays a number or a Boolean if it was one, or if there was no value', () => {
    assert.equal(
      edited(between('a: true', 'b: 5', 'c: 0983', 'd: ~'), { a: 'false', b: 7, c: '0984', d: 'null' }),
      between('a: false', 'b: 7', 'c: 0984', 'd: null'),
    );
    assert.equal(edited(between('a: true', 'b: "5"'), { a: '5', b: 7 }), between('a: "5"', 'b: "7"'));
    assert.equal(
      edited(between('a: x'), { b: 'false', c: '12', d: '012', e: 'no', f: 'null' }),
      between('a: x', 'b: false', 'c: 12', 'd: "012"', 'e: "no"', 'f: "null"'),
    );
  });

  test('is no change if the page already has it', () => {
    const same = {
      title: 'Old title',
      description: "It's old",
      author: 'A "B"',
      manager: '',
      'ms.custom': 'x',
      unheard: '',
    };
    assert.deepEqual(planFor(page, same), { changes: [], problems: [] });
    assert.deepEqual(planFor(between('a: (remove)', 'b: 5'), { a: '(remove)', b: 5 }), { changes: [], problems: [] });
  });

  test('is listed with the previous value', () => {
    const { changes } = planFor(between('title: a', 'author:', 'manager: b'), {
      manager: '(remove)',
      title: 'c',
      author: 'd',
      'ms.prod': 'e',
    });
    assert.deepEqual(
      changes.map(({ path, key, before, after }) => [path, key, before, after]),
      [
        ['a.md', 'title', 'a', 'c'],
        ['a.md', 'author', '', 'd'],
        ['a.md', 'manager', 'b', undefined],
        ['a.md', 'ms.prod', undefined, 'e'],
      ],
    );
  });
});

describe('a missing key', () => {
  test('is inserted in the usual order, with the line ending of the file', () => {
    assert.equal(
      edited(between('# required', 'description: b', 'ms.date: 5/2/2019'), {
        title: 'a',
        author: 'c',
        zeta: 'z',
        alpha: 'x',
      }),
      between('# required', 'title: a', 'description: b', 'author: c', 'ms.date: 5/2/2019', 'zeta: z', 'alpha: x'),
    );
    for (const end of ['\r\n', '\r']) {
      const lines = ['\uFEFF---', 'title: x', 'ms.date: y', '---', '# T', ''];
      assert.equal(
        edited(lines.join(end), { author: 'z: 1' }),
        [...lines.slice(0, 2), 'author: "z: 1"', ...lines.slice(2)].join(end),
      );
    }
    assert.equal(edited('---\n---\n', { title: 'x' }), '---\ntitle: x\n---\n');
    assert.equal(edited(between('title: x'), { 'a: b': 'c', '#d': 'e' }), between('title: x', '"a: b": c', '"#d": e'));
  });

  test('is inserted below a list', () =>
    assert.equal(
      edited(between('title:', '  - x', '  - y', 'ms.date: z'), { description: 'a' }),
      between('title:', '  - x', '  - y', 'description: a', 'ms.date: z'),
    ));

  test('replaces a removed key', () =>
    assert.equal(
      edited(between('title: x', 'author: y'), { title: '(remove)', description: 'z' }),
      between('description: z', 'author: y'),
    ));
});

describe('what a spreadsheet does to a value', () => {
  const page = between('title: "It\'s a page... of two"', 'ms.date: 09/14/2026', 'ms.custom: 0983', 'draft: true');

  test('is no change if the value means the same', () => {
    for (const day of [
      '2026-09-14',
      '14.09.2026',
      '14/09/2026',
      '9/14/2026',
      '9/14/26',
      '14 Sep 2026',
      '2026年9月14日',
      '2026-09-14 00:00:00',
      ' 09/14/2026\u00a0',
    ])
      assert.deepEqual(planFor(page, { 'ms.date': day }), { changes: [], problems: [] }, day);
    for (const number of ['983', '983.0', '983,00', '9.83E+02', '9,83E+2', '="0983"', '0983 '])
      assert.deepEqual(planFor(page, { 'ms.custom': number }), { changes: [], problems: [] }, number);
    for (const truth of ['TRUE', 'WAHR', 'VERDADERO'])
      assert.deepEqual(planFor(page, { draft: truth }), { changes: [], problems: [] }, truth);
    for (const title of ['It’s a page… of two', "It\'s a  page... of two ", "It\'s a\u00a0page...\r\nof two"])
      assert.deepEqual(planFor(page, { title }), { changes: [], problems: [] }, title);
  });

  test('is a problem if the value is lost', () => {
    for (const error of [
      '#REF!',
      '#NAME?',
      '#VALUE!',
      '#DIV/0!',
      '#N/A',
      '#NULL!',
      '#NUM!',
      '#SPILL!',
      '#BEZUG!',
      '#WERT!',
      '#NV',
      '#ZAHL!',
      '#ÜBERLAUF!',
      '#¡REF!',
      '#¿NOMBRE?',
      '#N/D',
      '#NOME?',
      '#NÚM!',
      'Err:502',
      '#########',
    ]) {
      assert.deepEqual(problemsFor(page, { title: error }), [
        `"${error}" is an error value of a spreadsheet: "title" wasn't changed`,
      ]);
    }
    assert.deepEqual(problemsFor(page, { 'ms.custom': '1.23457E+14' }), [
      '"1.23457E+14" is a number as a spreadsheet shortens it: "ms.custom" wasn\'t changed',
    ]);
    assert.deepEqual(problemsFor(page, { title: '=VLOOKUP(A1;B:C;2)' }), [
      '"=VLOOKUP(A1;B:C;2)" is a formula of a spreadsheet: "title" wasn\'t changed',
    ]);
    assert.deepEqual(problemsFor(page, { 'ms.date': '46279' }), [
      '"46279" is not a date: a spreadsheet stores 2026-09-14 as this number. Format the cell as a date',
    ]);
  });

  test('writes a changed date in the format of the page, and asks if it is ambiguous', () => {
    for (const day of ['2026-09-15', '15.09.2026', '15/09/2026', '9/15/2026'])
      assert.equal(edited(page, { 'ms.date': day }), page.replace('09/14/2026', '09/15/2026'), day);
    const june = between('ms.date: 06/05/2026');
    assert.deepEqual(problemsFor(june, { 'ms.date': '05/06/2026' }), [
      '"05/06/2026" can be 2026-05-06 or 2026-06-05, which is on the page. Write the date in this form',
    ]);
    assert.equal(edited(june, { 'ms.date': '2026-05-06' }), between('ms.date: 05/06/2026'));
  });

  test('is reported and needs individual confirmation if a column was moved by itself', () => {
    const titles = ['One', 'Two', 'Three', 'Four', 'Five'];
    const pages = new Map(
      titles.map((title, index) => [`${index}.md`, pageOf(`${index}.md`, between(`title: ${title}`, 'author: ada'))]),
    );
    const planOf = (moved: readonly string[]): MetadataPlan =>
      planMetadataEdit(
        sheetWith(
          ['File', 'title', 'author'],
          ...moved.map((title, index) => [`${index}.md`, title, index === 0 ? 'bob' : 'ada']),
        ),
        pages,
      );
    for (const moved of [
      [...titles].sort(),
      ['', ...titles.slice(0, -1)],
      ['', '', ...titles.slice(0, -2)],
      [...titles.slice(1), ''],
    ]) {
      const { changes, problems } = planOf(moved);
      assert.ok(changes.length > 1);
      for (const { key, isDoubtful } of changes) assert.equal(isDoubtful, key === 'title');
      assert.deepEqual(
        problems.map(({ row, message }) => [row, english(message).slice(0, 18)]),
        [[1, 'The column "title"']],
      );
    }
    assert.ok(planOf(titles.map((title) => `${title}!`)).changes.every(({ isDoubtful }) => !isDoubtful));
  });
});

test('(remove) deletes the line, and an empty cell changes nothing', () => {
  assert.equal(
    edited(between('title: x # c', '  # d', 'author: "y"', 'manager:'), {
      title: '(remove)',
      author: ' ',
      manager: '(remove)',
      unheard: '(remove)',
    }),
    between('  # d', 'author: "y"'),
  );
  assert.equal(edited(between('title: x'), { title: '(remove)' }), '---\n---\n\n# Title\n');
});

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

/** Values that YAML, CSV, or Excel could misinterpret. */
const nasty = fc.constantFrom(
  ': ',
  ' #',
  '#',
  '"',
  "'",
  '\\',
  '中文',
  '，',
  '：',
  '0983',
  '007',
  'yes',
  'No',
  'true',
  'null',
  '~',
  '12',
  '1.10',
  '0x1F',
  '1e5',
  '3/7/2020',
  '2020-03-27',
  '12:30',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  '|',
  '>',
  '*',
  '&',
  '!',
  '%',
  '@',
  '`',
  '=',
  '+1',
  '-1',
  '=1+1',
  "'=1",
  '\t',
  ' ',
  ',',
  ';',
  '---',
  '...',
  '<<',
  '_x0041_',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\x01',
  '😀',
  'toString',
  '(remove',
  '{{x}}',
  '\\n',
  '$' + '{x}',
  '$&',
);
const value = fc
  .oneof(
    fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((text) => text.trim() !== '' && !/[\r\n]/.test(text));

const KEYS = [
  'title',
  'description',
  'author',
  'ms.author',
  'manager',
  'ms.date',
  'ms.topic',
  'ft.audience',
  'zeta',
  'alpha',
  'hide_comments',
];
const key = fc.constantFrom(...KEYS);
/** Editable values of a key. */
const written = fc.constantFrom(
  '',
  ' x',
  " 'x''y'",
  ' "x\\ty"',
  '   x  ',
  ' x # comment',
  ' "x" # comment',
  '\tx\t',
  ' 0983',
  ' true',
  ' 5/2/2019',
  ' # comment',
  " ''",
  ' 中文',
);
const other = fc.constantFrom(
  '#comment',
  '',
  'list: [a, b]\n  # indented comment',
  'map: {a: b}',
  'block:\n  - one\n  - two',
  'text: |\n  one\n\n  two\n',
  'folded: one\n  two',
);
const frontMatter = fc.tuple(
  fc.uniqueArray(key, { maxLength: 8 }),
  fc.array(written, { minLength: 8, maxLength: 8 }),
  fc.uniqueArray(fc.tuple(fc.nat(8), other), { maxLength: 4, selector: ([, line]) => line }),
);
const source = fc.tuple(
  frontMatter,
  fc.constantFrom('\n', '\r\n', '\r'),
  fc.constantFrom('', '\uFEFF'),
  fc.constantFrom('', '\n# Title\n\n---\ntitle: body\n---\n'),
);

function textOf([[keys, values, others], lineEnd, mark, body]: readonly [
  readonly [readonly string[], readonly string[], readonly (readonly [number, string])[]],
  string,
  string,
  string,
]): string {
  const lines = ['keep: me', ...keys.map((name, index) => `${name}:${values[index] ?? ''}`)];
  for (const [at, line] of others) lines.splice(Math.min(at, lines.length), 0, line);
  return mark + ['---', ...lines, '---', body].join('\n').replaceAll('\n', lineEnd);
}

const viaFile: Record<string, (sheet: Sheet) => Sheet | undefined> = {
  'a CSV file': (sheet) => readCsv(writeCsv(sheet)),
  'a TSV file': (sheet) =>
    readCsv(new TextEncoder().encode(writeCsv(sheet, { separator: '\t', byteOrderMark: false }))),
  'an Excel workbook': (sheet) => readXlsx(writeXlsx([sheet]))[0],
};

for (const [name, roundTrip] of Object.entries(viaFile)) {
  test(`values changed in ${name} become the values of the page, without other changes`, () => {
    const wishes = fc.uniqueArray(
      fc.tuple(
        fc.oneof(key, fc.constantFrom('new key', 'ms.prod', 'a: b')),
        fc.oneof({ arbitrary: value, weight: 5 }, { arbitrary: fc.constant('(remove)'), weight: 1 }),
      ),
      { maxLength: 6, selector: ([wished]) => wished },
    );
    assertProperty(
      fc.property(source, wishes, (parts, all) => {
        const text = textOf(parts);
        const present = valuesOf(pageOf('x.md', text));
        const wished = all.filter(([key, value]) => isAnotherValue(present.get(key), value));
        const pages = new Map([['x,y.md', pageOf('x.md', text)]]);
        const sheet = sheetOf(pages);
        assert.deepEqual(planMetadataEdit(roundTrip(sheet) ?? sheet, pages), { changes: [], problems: [] });
        const read = roundTrip(withValues(sheet, new Map(wished))) ?? sheet;
        const { changes, problems } = planMetadataEdit(read, pages);
        assert.deepEqual(problems, []);
        assertEdited(
          text,
          changes.map(({ edit }) => edit),
          new Map(wished),
        );
      }),
      400,
    );
  });
}

/**
 * Whether a sheet with `value` changes the page: it differs from the page, and isn't what a spreadsheet turns the cell
 * into.
 */
function isAnotherValue(present: string | undefined, value: string): boolean {
  if (unwrapped(value) !== value || damageIn(value.trim()) !== undefined || /^\d{5}/.test(value.trim())) return false;
  return (
    present === undefined ||
    !(
      sayTheSame(present, value) ||
      isSameValue(present, value) ||
      (readDate(present) !== undefined && readDate(value) !== undefined)
    )
  );
}

function withValues({ name, columns, rows }: Sheet, values: ReadonlyMap<string, string>): Sheet {
  const all = [...new Set([...columns, ...values.keys()])];
  return {
    name,
    columns: all,
    rows: rows.map((row) => all.map((column, index) => values.get(column) ?? row[index] ?? '')),
  };
}

function valuesOf({ frontMatter }: Playbook): Map<string, string> {
  return new Map((frontMatter?.fields ?? []).map(({ key, value }) => [key.value, value.text]));
}

function assertEdited(
  text: string,
  edits: readonly { readonly span: { readonly start: number; readonly end: number }; readonly newText: string }[],
  wished: ReadonlyMap<string, string>,
): void {
  for (const [index, { span }] of edits.entries())
    assert.ok(span.start <= span.end && span.start >= (edits[index - 1]?.span.end ?? 0), 'in order, without overlap');
  const before = pageOf('x.md', text);
  const after = pageOf('x.md', applyEdits(text, edits));
  assert.deepEqual(after.frontMatter?.errors, []);
  const wanted = valuesOf(before);
  for (const [key, value] of wished) {
    if (value === '(remove)') wanted.delete(key);
    else wanted.set(key, value);
  }
  assert.deepEqual(Object.fromEntries(valuesOf(after)), Object.fromEntries(wanted));
  const untouched = (page: Playbook): string[] =>
    page.text
      .split(/\r\n|\n|\r/)
      .filter((line) => ![...wished.keys()].some((key) => line.startsWith(`${key}:`) || line.startsWith(`"${key}":`)));
  assert.deepEqual(untouched(after), untouched(before));
  assert.equal(after.text.slice(after.frontMatter?.span.end), text.slice(before.frontMatter?.span.end));
  const comments = (page: Playbook): number => page.text.split(/# ?comment/).length;
  if (![...wished.values()].some((value) => value === '(remove)' || value.includes('#')))
    assert.equal(comments(after), comments(before));
}

test('real pages', { skip: noCorpus }, () => {
  const files = readdirSync(corpus, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .filter((_, index) => index % 4 === 0);
  const pages = new Map(files.map((file) => [file, pageOf(file, readFileSync(join(corpus, file), 'utf8'))]));
  const sheet = sheetOf(pages);
  for (const roundTrip of Object.values(viaFile))
    assert.deepEqual(planMetadataEdit(roundTrip(sheet) ?? sheet, pages), { changes: [], problems: [] });

  const wished = new Map([
    ['title', 'Neu: "x" # y'],
    ['ms.date', '11/21/2026'],
    ['ft.owner', '0983'],
    ['brand-new', '值'],
  ]);
  const { changes, problems } = planMetadataEdit(readXlsx(writeXlsx([withValues(sheet, wished)]))[0] ?? sheet, pages);
  const refused = new Set(problems.map(({ path }) => path));
  let count = 0;
  for (const [path, { text, frontMatter }] of pages) {
    if (refused.has(path)) continue;
    count++;
    assert.notEqual(frontMatter, undefined);
    assertEdited(
      text,
      changes.filter((change) => change.path === path).map(({ edit }) => edit),
      wished,
    );
  }
  assert.ok(count > pages.size * 0.8, `only ${count} of ${pages.size} pages could be edited`);
});
