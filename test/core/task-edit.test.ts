import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  applyEdits,
  parsePlaybook,
  planTaskEdit,
  taskPreview,
  type Playbook,
  type Sheet,
  type SheetCell,
  type TaskEditPlan,
} from '../../server/src/core/index.js';
import { taskRowsOf } from '../../server/src/core/reports/task-row-match.js';
import { english } from '../support/english.js';
import { corpus, hasCorpus, noCorpus } from '../support/project.js';

const ENGLISH_HEADER = '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |';
const CHINESE_HEADER = '| 任务 ID | 任务名称 | (M) 强制性/(O) 可选 | FastTrack 角色 | 服务 |';
const GERMAN_HEADER = '| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |';
const DELIMITER = '|---|---|---|---|---|';

function pageOf(...lines: readonly string[]): Playbook {
  return parsePlaybook({
    uri: 'file:///a.md',
    text: ['---', 'ft.audience: partner', '---', '', '# Title', '', '#### FTOP Tasks', '', ...lines, ''].join('\n'),
  });
}

function englishPage(...rows: readonly string[]): Playbook {
  return pageOf(ENGLISH_HEADER, DELIMITER, ...rows);
}

const NETWORK = '| 4302 | Check the network | M | FastTrack Engineer | Exchange / SharePoint |';
const PROXY = '| 0983 | Check the proxy | O | FastTrack Manager | Exchange |';

function sheetWith(columns: readonly string[], ...rows: readonly (readonly SheetCell[])[]): Sheet {
  return { name: '', columns, rows };
}

const FROM_ANYWHERE = { own: undefined, forInformation: [] };

/** Plans the edit of the only open page. */
function planFor(page: Playbook, columns: readonly string[], ...rows: readonly (readonly SheetCell[])[]): TaskEditPlan {
  return planTaskEdit(sheetWith(columns, ...rows), new Map([['a.md', page]]), {
    own: 'a.md',
    forInformation: ['Phase', 'Section', 'Problems'],
  });
}

/** The page after the edit, which must not have problems. */
function edited(page: Playbook, columns: readonly string[], ...rows: readonly (readonly SheetCell[])[]): string {
  const { changes, problems } = planFor(page, columns, ...rows);
  assert.deepEqual(problems, []);
  return applyEdits(
    page.text,
    changes.map(({ edit }) => edit),
  );
}

/** The sheet has no changes and no problems. */
function assertSame(page: Playbook, columns: readonly string[], ...rows: readonly (readonly SheetCell[])[]): void {
  const { changes, problems } = planFor(page, columns, ...rows);
  assert.deepEqual(
    { changes: changes.map(({ taskId, column, after }) => [taskId, column, after]), problems },
    { changes: [], problems: [] },
  );
}

/** The problems of a sheet that changes nothing. */
function problemsOf({ changes, problems }: TaskEditPlan): (readonly [number, string])[] {
  assert.deepEqual(changes, []);
  return problems.map(({ row, message }) => [row, english(message)]);
}

function inEnglish(problems: TaskEditPlan['problems']): unknown {
  return problems.map((problem) => ({ ...problem, message: english(problem.message) }));
}

const ID_AND = (...columns: readonly string[]): string[] => ['Task ID', ...columns];

describe('an edited cell', () => {
  const page = englishPage(NETWORK, PROXY);

  test('is one change, which replaces only the text of the cell', () => {
    const { changes, problems } = planFor(
      page,
      ID_AND('Task Name'),
      ['4302', 'Check all of it'],
      ['0983', 'Check the proxy'],
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      changes.map(({ path, taskId, column, label, before, after }) => [path, taskId, column, label, before, after]),
      [['a.md', '4302', 'task-name', 'Task Name', 'Check the network', 'Check all of it']],
    );
    assert.equal(
      applyEdits(
        page.text,
        changes.map(({ edit }) => edit),
      ),
      page.text.replace('Check the network', 'Check all of it'),
    );
    const [{ edit } = assert.fail()] = changes;
    assert.ok(edit.span.end - edit.span.start <= 'Check the network'.length);
  });

  test('may be in any of the five columns', () => {
    const after = edited(
      page,
      ['Row', 'Task ID', 'Task Name', 'M/O', 'Role', 'Services'],
      [1, '4303', 'A', 'O', 'FastTrack Manager', 'Exchange'],
    );
    assert.equal(after, page.text.replace(NETWORK, '| 4303 | A | O | FastTrack Manager | Exchange |'));
  });

  test('changes nothing if it is empty; neither do missing, empty, or reordered rows', () => {
    assertSame(
      page,
      ['Row', 'Task ID', 'Task Name', 'M/O', 'Role', 'Services', 'Problems'],
      ['2', '0983', '', ' ', '', '', 'something'],
      ['', '', '', '', '', '', ''],
    );
    assertSame(page, ID_AND('Task Name'), ['0983', 'Check the proxy'], ['4302', 'Check the network']);
  });

  test('in a column that task tables do not have is reported, unless it is for information', () => {
    const { changes, problems } = planFor(page, ID_AND('Status', '', 'Phase', 'Empty'), [
      '4302',
      'done',
      'x',
      'Assess',
      '',
    ]);
    assert.deepEqual(changes, []);
    assert.deepEqual(
      problems.map(({ row, message }) => [row, english(message).replace(/^.*ignored: /, '')]),
      [
        [1, '"Status"'],
        [1, 'column 3, which has no name'],
      ],
    );
  });

  test('is listed by file, page by page', () => {
    const pages = new Map([
      ['a.md', page],
      ['中文/b.md', pageOf(CHINESE_HEADER, DELIMITER, '| 4302 | 检查网络 | M | FastTrack 工程师 | Exchange |')],
    ]);
    const { changes, problems } = planTaskEdit(
      sheetWith(
        ['File', 'Task ID', 'Task Name'],
        ['中文/b.md', '4302', '检查所有网络'],
        ['a.md', '4302', 'New'],
        ['c.md', '4302', 'x'],
        ['', '4302', 'y'],
      ),
      pages,
      FROM_ANYWHERE,
    );
    assert.deepEqual(
      changes.map(({ path, after }) => [path, after]),
      [
        ['中文/b.md', '检查所有网络'],
        ['a.md', 'New'],
      ],
    );
    assert.deepEqual(inEnglish(problems), [
      { row: 4, path: 'c.md', message: `The page "c.md" doesn\'t exist` },
      { row: 5, message: 'The row has no file in the column "File"' },
    ]);
  });

  test('has its pipes escaped, and is on one line', () => {
    const odd = englishPage('|4302|A \\| B|M|FastTrack Engineer|Exchange');
    assertSame(odd, ID_AND('Task Name'), ['4302', 'A | B']);
    assert.equal(
      edited(odd, ID_AND('Task Name'), ['4302', 'A | C\r\nand D']),
      odd.text.replace('A \\| B', 'A \\| C and D'),
    );
  });

  test('may be in a page with CRLF, and in a table without a header', () => {
    const crlf = parsePlaybook({ uri: 'file:///a.md', text: page.text.replaceAll('\n', '\r\n') });
    assert.equal(edited(crlf, ID_AND('Task Name'), ['0983', 'New']), crlf.text.replace('Check the proxy', 'New'));
    const bare = pageOf(NETWORK, PROXY);
    assert.equal(edited(bare, ID_AND('Task Name'), ['0983', 'New']), bare.text.replace('Check the proxy', 'New'));
  });
});

describe('a change made by a spreadsheet or a translator is no edit:', () => {
  test('a lost zero', () => {
    const page = englishPage(NETWORK, PROXY);
    assertSame(page, ID_AND('Task Name'), ['983', 'Check the proxy'], [4302, 'Check the network']);
    assert.equal(edited(page, ID_AND('Task Name'), [983, 'New']), page.text.replace('Check the proxy', 'New'));
  });

  test('other line breaks, spaces, and quotation marks', () => {
    const page = englishPage('| 4302 | Check "the" network, it\'s old | M | FastTrack Engineer | Exchange |');
    assertSame(page, ID_AND('Task Name', 'Role'), [
      '4302',
      ' Check “the”\r\nnetwork,\u00a0it’s   old',
      'FastTrack\nEngineer',
    ]);
  });

  test('a letter written out, or in another language', () => {
    const page = pageOf(
      GERMAN_HEADER,
      DELIMITER,
      '| 4302 | Netzwerk prüfen | E | FastTrack Engineer | Exchange |',
      '| 4303 | Proxy prüfen | O | FastTrack Engineer | Exchange |',
    );
    assertSame(page, ID_AND('M/O'), ['4302', 'M'], ['4303', 'optional']);
    assertSame(page, ID_AND('M/O'), ['4302', 'Mandatory'], ['4303', 'o']);
    assert.equal(
      edited(page, ID_AND('M/O'), ['4302', 'Optional'], ['4303', 'M']),
      page.text
        .replace('prüfen | E |', 'prüfen | X |')
        .replace('prüfen | O |', 'prüfen | E |')
        .replace('| X |', '| O |'),
    );
  });

  test('roles and services in another order or language', () => {
    const page = pageOf(
      CHINESE_HEADER,
      DELIMITER,
      '| 4302 | 检查网络 | M | FastTrack 工程师/FastTrack 经理 | Exchange/SharePoint |',
    );
    assertSame(page, ID_AND('Role', 'Services'), ['4302', 'FastTrack 经理、FastTrack 工程师', 'SharePoint, Exchange']);
    assertSame(page, ID_AND('Role'), ['4302', 'FastTrack Manager / FastTrack Engineer']);
    assertSame(page, ID_AND('Role'), ['4302', 'FM and FE']);
    assertSame(page, ID_AND('Services'), ['4302', 'SharePoint\nExchange']);
  });

  test('the export of the preview, including empty cells and links', () => {
    const page = englishPage(
      '| [4302](https://x.y/4302) | See [the page](b.md) |  | FastTrack Engineer |  |',
      '| None | N/A | N/A | N/A | N/A |',
    );
    assertSame(
      page,
      ['Row', 'Task ID', 'Task Name', 'M/O', 'Role', 'Services'],
      [1, '[4302](https://x.y/4302)', 'See [the page](b.md)', '', 'FastTrack Engineer', ''],
      [2, 'None', 'N/A', 'N/A', 'N/A', 'N/A'],
    );
    assertSame(page, ID_AND(), ['4302']);
  });
});

describe('a changed meaning is written in the language of the page:', () => {
  test('roles and services', () => {
    const page = pageOf(CHINESE_HEADER, DELIMITER, '| 4302 | 检查网络 | M | FastTrack 工程师 | Exchange |');
    assert.equal(
      edited(page, ID_AND('Role', 'Services'), ['4302', 'FastTrack Manager', 'Exchange, SharePoint']),
      page.text.replace('FastTrack 工程师 | Exchange', 'FastTrack 经理 | Exchange/SharePoint'),
    );
    assert.equal(
      edited(page, ID_AND('Services'), ['4302', 'Exchange\nSharePoint']),
      page.text.replace('| Exchange |', '| Exchange/SharePoint |'),
    );
  });

  test('an unknown word does not change', () => {
    const page = englishPage(NETWORK);
    assert.equal(
      edited(page, ID_AND('Role'), ['4302', 'Somebody']),
      page.text.replace('FastTrack Engineer', 'Somebody'),
    );
  });

  test('a letter, listed as it will be on the page', () => {
    const [change = assert.fail()] = planFor(englishPage(NETWORK), ID_AND('M/O'), ['4302', 'optional']).changes;
    assert.deepEqual([change.before, change.after, change.edit.newText], ['M', 'O', 'O']);
  });

  test('an invalid letter is a problem', () =>
    assert.deepEqual(problemsOf(planFor(englishPage(NETWORK), ID_AND('M/O'), ['4302', 'X'])), [
      [2, '"X" is neither "M" nor "O"'],
    ]));
});

describe('a row is found', () => {
  test('by its number if its ID was edited', () => {
    const page = englishPage(NETWORK, PROXY);
    assert.equal(edited(page, ['Row', 'Task ID'], [1, '4310'], [2, '983']), page.text.replace('4302', '4310'));
    const linked = englishPage('| [4302](https://x.y/4302) | A | M | FastTrack Engineer | Exchange |');
    assert.equal(edited(linked, ['Row', 'Task ID'], [1, '4310']), linked.text.replace('[4302]', '[4310]'));
    assert.equal(
      edited(linked, ['Row', 'Task ID'], [1, '[4310](https://x.y/4302)']),
      linked.text.replace('[4302]', '[4310]'),
    );
    assert.deepEqual(problemsOf(planFor(linked, ['Row', 'Task ID'], [1, '[4310](https://x.y/4310)'])), [
      [2, 'The link of a task ID can only be changed on the page'],
    ]);
  });

  test('by its name if its ID was edited and it has no number', () => {
    const page = englishPage('| None | N/A | N/A | N/A | N/A |', NETWORK, PROXY);
    assert.equal(
      edited(page, ID_AND('Task Name', 'M/O'), ['4310', ' Check  the network', 'O'], ['983', 'Check the proxy', 'O']),
      page.text.replace('| 4302 | Check the network | M', '| 4310 | Check the network | O'),
    );
    assert.deepEqual(problemsOf(planFor(page, ID_AND('Task Name'), ['4310', 'Check all of it'])), [
      [2, 'The page has no task "4310". New rows aren\'t inserted: add the task on the page'],
    ]);
  });

  test('by its number if several tasks have the same ID, and otherwise by their order', () => {
    const page = englishPage(
      '| 4302 | A | M | FastTrack Engineer | Exchange |',
      '| 4302 | B | M | FastTrack Engineer | Exchange |',
      '| 4302 | C | M | FastTrack Engineer | Exchange |',
    );
    assert.equal(
      edited(page, ['Row', 'Task ID', 'Task Name'], [3, '4302', 'CC'], [2, '4302', 'B']),
      page.text.replace('| C |', '| CC |'),
    );
    assert.equal(
      edited(page, ID_AND('Task Name'), ['4302', 'A'], ['4302', 'BB']),
      page.text.replace('| B |', '| BB |'),
    );
  });

  test('by an exact ID before a similar one', () => {
    const page = englishPage(
      '| 983 | A | M | FastTrack Engineer | Exchange |',
      '| 0983 | B | M | FastTrack Engineer | Exchange |',
    );
    assert.equal(edited(page, ID_AND('Task Name'), ['0983', 'BB'], ['983', 'A']), page.text.replace('| B |', '| BB |'));
  });

  test('by its number if it has no ID', () => {
    const page = englishPage('|  | A | M | FastTrack Engineer | Exchange |', PROXY);
    assert.equal(
      edited(page, ['Row', 'Task ID', 'Task Name'], [1, '', 'AA'], [2, '0983', '']),
      page.text.replace('| A |', '| AA |'),
    );
    assert.match(edited(page, ['Row', 'Task ID'], [1, '4310']), /\| ?4310 ?\| A \|/);
  });

  test('or there is a problem', () => {
    const page = englishPage(NETWORK, PROXY);
    const plan = planFor(
      page,
      ['Row', 'Task ID', 'Task Name'],
      [1, '4302', ''],
      [1, '4711', 'x'],
      ['', '4712', 'x'],
      ['', '', 'x'],
      ['', '4302', 'x'],
      [9, '4713', 'x'],
    );
    assert.deepEqual(problemsOf(plan), [
      [3, 'The page has no task "4711"'],
      [4, 'The page has no task "4712". New rows aren\'t inserted: add the task on the page'],
      [5, "The row has no task. New rows aren't inserted: add the task on the page"],
      [6, 'The sheet has the task "4302" more often than the page'],
      [7, 'The page has no task "4713"'],
    ]);
  });
});

describe('what a spreadsheet does to a cell', () => {
  const page = englishPage(
    NETWORK,
    PROXY,
    '| 0500 | Wait... for "it" | O | FastTrack Engineer | Teams |',
    '| 0501 | Ask | M | FastTrack Engineer | Teams |',
  );

  test('is no change if the cell means the same', () => {
    for (const id of ['983', '983.0', '983,0', '9.83E+02', '="0983"', ' 0983\u00a0'])
      assertSame(page, ID_AND('Task Name'), [id, 'Check the proxy']);
    assertSame(page, ID_AND('Task Name', 'Services'), ['0500', 'Wait… for “it”', 'Teams\r\n']);
  });

  test('is a problem if the cell is lost', () => {
    for (const error of ['#REF!', '#BEZUG!', '#NV', '#¿NOMBRE?', 'Err:504', '#####']) {
      for (const column of ['Task Name', 'M/O', 'Role', 'Services'])
        assert.deepEqual(problemsOf(planFor(page, ID_AND(column), ['4302', error])), [
          [2, `"${error}" is an error value of a spreadsheet: the cell wasn't changed`],
        ]);
    }
    assert.deepEqual(problemsOf(planFor(page, ['Row', 'Task ID'], ['1', '#NAME?'])), [
      [2, '"#NAME?" is an error value of a spreadsheet: the cell wasn\'t changed'],
    ]);
    assert.deepEqual(problemsOf(planFor(page, ['Row', 'Task ID'], ['1', '1.23457E+14'])), [
      [2, '"1.23457E+14" is a number as a spreadsheet shortens it: the cell wasn\'t changed'],
    ]);
  });

  test('is reported and needs individual confirmation if a column was sorted or moved by itself', () => {
    const ids = ['4302', '0983', '0500', '0501'];
    const names = ['Check the network', 'Check the proxy', 'Wait... for "it"', 'Ask'];
    const planOf = (moved: readonly string[]): TaskEditPlan =>
      planFor(
        page,
        ID_AND('Task Name', 'M/O'),
        ...ids.map((id, index) => [id, moved[index] ?? '', index === 0 ? 'O' : '']),
      );
    for (const moved of [
      [...names].sort(),
      ['', ...names.slice(0, -1)],
      [...names.slice(2), '', ''],
      [...names].reverse(),
    ]) {
      const { changes, problems } = planOf(moved);
      for (const { column, isDoubtful } of changes) assert.equal(isDoubtful, column === 'task-name', column);
      assert.equal(
        changes.some(({ column }) => column === 'task-name'),
        true,
      );
      assert.deepEqual(
        problems.map(({ row, message }) => [row, english(message).slice(0, 22)]),
        [[1, 'The column "Task Name"']],
      );
    }
  });

  test('but changed letters, and renaming all tasks, are edits', () => {
    for (const [columns, rows] of [
      [
        ID_AND('M/O'),
        [
          ['4302', 'O'],
          ['0983', 'M'],
          ['0501', 'O'],
        ],
      ],
      [
        ID_AND('Task Name'),
        [
          ['4302', 'A'],
          ['0983', 'B'],
          ['0501', 'C'],
        ],
      ],
      [
        ID_AND('Role'),
        [
          ['4302', 'FastTrack Manager'],
          ['0500', 'FastTrack Manager'],
          ['0501', 'FastTrack Manager'],
        ],
      ],
    ] as const) {
      const { changes, problems } = planFor(page, columns, ...rows);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        changes.map(({ isDoubtful }) => isDoubtful),
        [false, false, false],
      );
    }
  });
});

test('a copied row in the sheet does not replace another task', () => {
  const plan = planFor(englishPage(NETWORK, PROXY), ['Row', 'Task ID', 'Task Name'], [1, '4302', ''], [2, '4302', 'x']);
  assert.deepEqual(problemsOf(plan), [[3, 'The sheet has the task "4302" more often than the page']]);
});

describe('a broken row', () => {
  const joined = '| 4302 | Check | the network | M | FastTrack Engineer | Exchange |';

  test('does not change, and is reported if the sheet would change it', () => {
    const page = englishPage(joined, PROXY);
    assertSame(
      page,
      ['Row', 'Task ID', 'Task Name', 'Role', 'Problems'],
      [1, '4302', '', '', 'broken'],
      [2, '0983', 'Check the proxy', '', ''],
    );
    assertSame(
      englishPage('| [0302](b.md) | Check | the network | M | FastTrack Engineer | Exchange |'),
      ID_AND('Task Name'),
      ['302', 'the network'],
    );
    assert.deepEqual(problemsOf(planFor(page, ID_AND('Task Name'), ['4302', 'New'])), [
      [2, 'The row is broken. Fix it in the editor first.'],
    ]);
  });

  test('does not block the others', () => {
    const page = englishPage(joined, '| 4310 | A', 'B | M | FastTrack Engineer | Exchange |', PROXY);
    assert.equal(edited(page, ID_AND('Task Name'), ['0983', 'New']), page.text.replace('Check the proxy', 'New'));
  });

  test('in a conflict prevents changes to the whole table', () => {
    const page = englishPage('<<<<<<< HEAD', NETWORK, '=======', PROXY, '>>>>>>> other');
    const { changes, problems } = planFor(page, ID_AND('Task Name'), ['4302', 'New']);
    assert.deepEqual(changes, []);
    assert.equal(problems.length, 1);
  });
});

describe('the columns of the sheet', () => {
  test('may have the names of any language', () => {
    const page = englishPage(NETWORK);
    for (const header of [ENGLISH_HEADER, CHINESE_HEADER, GERMAN_HEADER]) {
      const columns = header
        .split('|')
        .slice(1, -1)
        .map((name) => ` **${name.trim().toUpperCase()}**`);
      assert.equal(
        edited(page, columns, ['4302', 'New', 'O', 'FastTrack Engineer', 'Exchange']),
        page.text.replace('Check the network | M', 'New | O').replace('Exchange / SharePoint', 'Exchange'),
        header,
      );
    }
  });

  test('are reported if unknown, and rejected if repeated', () => {
    const page = englishPage(NETWORK);
    assert.deepEqual(
      planFor(page, ['Task ID', 'Comment', 'Section'], ['4302', 'x', 'z']).problems.map(({ row }) => row),
      [1],
    );
    assert.deepEqual(problemsOf(planFor(page, ['Task ID', 'Role', 'FastTrack Role'], ['4302', 'x', 'y'])), [
      [1, 'The columns "Role" and "FastTrack Role" are the same. Keep one of them'],
    ]);
    assert.deepEqual(problemsOf(planFor(page, ['File', 'title'], ['a.md', 'x'])), [
      [1, 'The sheet has no column "Task ID"'],
    ]);
    assert.deepEqual(problemsOf(planTaskEdit(sheetWith(['Task ID'], ['4302']), new Map(), FROM_ANYWHERE)), [
      [1, 'The sheet has no column "File"'],
    ]);
  });

  test('that a table does not have are a problem if they have text', () => {
    const page = pageOf(
      '| Task ID | Task Name | FastTrack Role |',
      '|---|---|---|',
      '| 4302 | A | FastTrack Engineer |',
    );
    assertSame(page, ID_AND('M/O', 'Services'), ['4302', '', '']);
    const [[row, message] = assert.fail()] = problemsOf(planFor(page, ID_AND('Services'), ['4302', 'Exchange']));
    assert.equal(row, 2);
    assert.match(message, /no column "Services"/);
  });
});

/** The sheet of a page as the preview exports it. */
function exportOf(page: Playbook): Sheet {
  const rows = taskPreview(page, []).rows.map(({ shown: { id, name, mo, role, services } }, index) => [
    index + 1,
    ...[id, name, mo, role, services].map((cell) => cell?.source ?? ''),
  ]);
  return sheetWith(['Row', 'Task ID', 'Task Name', 'M/O', 'Role', 'Services'], ...rows);
}

describe('every real page', { skip: noCorpus }, () => {
  const files = hasCorpus
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
    : [];
  const pages = files
    .map((file) => parsePlaybook({ uri: `file:///${file}`, text: readFileSync(join(corpus, file), 'utf8') }))
    .filter((page) => taskRowsOf(page).length > 0);

  test('does not change when its own export is imported', () => {
    assert.ok(pages.length > 50);
    for (const page of pages) {
      const { changes, problems } = planFor(page, exportOf(page).columns, ...exportOf(page).rows);
      assert.deepEqual({ changes, problems }, { changes: [], problems: [] }, page.uri);
    }
  });

  test('accepts new names for all tasks at once, without other changes', () => {
    let renamed = 0;
    for (const page of pages) {
      const sheet = exportOf(page);
      const rows = sheet.rows.map((cells) =>
        cells.map((cell, index) => (index === NAME && cell !== '' ? `${cell} 新 | x` : cell)),
      );
      const { changes, problems } = planFor(page, sheet.columns, ...rows);
      const after = parsePlaybook({
        uri: page.uri,
        text: applyEdits(
          page.text,
          changes.map(({ edit }) => edit),
        ),
      });
      const named = sheet.rows.filter((cells) => cells[NAME] !== '');
      assert.equal(changes.length + problems.length, named.length, page.uri);
      const refused = new Set(problems.map(({ row }) => row));
      assert.deepEqual(
        exportOf(after).rows,
        rows.map((cells, index) => (refused.has(index + 2) ? sheet.rows[index] : cells)),
        page.uri,
      );
      renamed += changes.length;
    }
    assert.ok(renamed > 500, String(renamed));
  });
});

const NAME = 2;
