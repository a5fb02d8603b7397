import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  applyEdits,
  isRefusal,
  parsePlaybook,
  setCell,
  type CellText,
  type Playbook,
} from '../../../server/src/core/index.js';
import { afterEdits, lineDiff, pageWith, refusalOf } from '../../support/edit-page.js';
import { corpus, hasCorpus, noCorpus } from '../../support/project.js';

const HEAD =
  '#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|:-:|---|---|\n';
const ROW = '| 4302 | Ask the team | M | SME | Teams |';
const COLUMNS = ['task-id', 'task-name', 'mo', 'role', 'services'] as const;

/** The row with the caret, after setting its cell. */
function rowAfter(rows: string, requested: CellText, head = HEAD): string {
  const page = pageWith(`${head}${rows}\n`);
  const after = afterEdits(page, setCell(page.playbook, page.offset, requested));
  return after.slice(head.length).split('\n')[(rows.split('█')[0]?.split('\n').length as number) - 1] ?? '';
}

const refused = (rows: string, requested: CellText, head = HEAD): string => {
  const page = pageWith(`${head}${rows}\n`);
  return refusalOf(setCell(page.playbook, page.offset, requested));
};

describe('a cell is set', () => {
  test('in any column, without other changes', () => {
    assert.equal(rowAfter(`█${ROW}`, { column: 'task-name', text: 'Say so' }), '| 4302 | Say so | M | SME | Teams |');
    assert.equal(rowAfter(`█${ROW}`, { column: 'task-id', text: '4303' }), '| 4303 | Ask the team | M | SME | Teams |');
    assert.equal(
      rowAfter(ROW.replace('Ask', '█Ask'), { column: 'services', text: 'Teams / Exchange' }),
      '| 4302 | Ask the team | M | SME | Teams / Exchange |',
    );
  });

  test('pipes are escaped, and lines are joined', () => {
    assert.equal(
      rowAfter(`█${ROW}`, { column: 'task-name', text: 'a | b\r\n  c \\| d\n' }),
      '| 4302 | a \\| b c \\| d | M | SME | Teams |',
    );
  });

  test('the start of a comment that nothing closes is escaped', () => {
    assert.equal(
      rowAfter('█| 4302 | Ask | M | SME | Teams -->', { column: 'task-name', text: '<!-- a' }),
      '| 4302 | \\<!-- a | M | SME | Teams -->',
    );
  });

  test('a backslash at the end does not escape the pipe', () => {
    assert.equal(
      rowAfter('█|4302|Ask|M|SME|Teams|', { column: 'task-name', text: 'C:\\' }),
      '|4302|C:\\ |M|SME|Teams|',
    );
    assert.equal(rowAfter(`█${ROW}`, { column: 'task-name', text: 'C:\\' }), '| 4302 | C:\\ | M | SME | Teams |');
  });

  test('the same text is no edit', () => {
    const page = pageWith(`${HEAD}█| 4302 |  a \\| b  | M | SME | Teams / Exchange |\n`);
    for (const requested of [
      { column: 'task-name', text: 'a | b' },
      { column: 'mo', text: 'mandatory' },
      { column: 'services', text: ['teams', 'exchange'] },
      { column: 'role', text: ['sme'] },
    ] as const) {
      assert.deepEqual(setCell(page.playbook, page.offset, requested), [], requested.column);
    }
  });

  test('only the text is replaced, and only the ID of a link', () => {
    const page = pageWith(`${HEAD}█| [4302](a.md) |  Ask   |M|SME|Teams|\n`);
    const edits = [
      setCell(page.playbook, page.offset, { column: 'task-id', text: '4303' }),
      setCell(page.playbook, page.offset, { column: 'task-name', text: 'Say' }),
    ];
    assert.deepEqual(
      edits.map((result) =>
        isRefusal(result)
          ? result
          : result.map(({ span, newText }) => [page.text.slice(span.start, span.end), newText]),
      ),
      [[['4302', '4303']], [['Ask', 'Say']]],
    );
    assert.equal(
      rowAfter('█| [4302](a.md) | Ask | M | SME | Teams |', { column: 'task-id', text: '[4303](b.md)' }),
      '| [4303](b.md) | Ask | M | SME | Teams |',
    );
    assert.equal(
      rowAfter('█| [4302](a.md) | Ask | M | SME | Teams |', { column: 'task-id', text: '' }),
      '| | Ask | M | SME | Teams |',
    );
  });

  test('an empty cell gets the same spaces as its neighbors', () => {
    assert.equal(
      rowAfter('█| 4302 | | M | SME | Teams |', { column: 'task-name', text: 'Ask' }),
      '| 4302 | Ask | M | SME | Teams |',
    );
    assert.equal(
      rowAfter('█| 4302 || M | SME | Teams |', { column: 'task-name', text: 'Ask' }),
      '| 4302 | Ask | M | SME | Teams |',
    );
    assert.equal(rowAfter('█|4302||M|SME|Teams|', { column: 'task-name', text: 'Ask' }), '|4302|Ask|M|SME|Teams|');
    assert.equal(
      rowAfter('█| 4302 |          | M | SME | Teams |', { column: 'task-name', text: 'Ask' }),
      '| 4302 | Ask      | M | SME | Teams |',
    );
  });

  test('an empty row is filled in', () => {
    assert.equal(rowAfter('█| | | | | |', { column: 'mo', text: 'optional' }), '| | | O | | |');
  });

  test('the pipes of a column stay aligned while the text fits', () => {
    const head =
      '#### FTOP Tasks\n\n| Task ID | Task Name        | (M)andatory / (O)ptional | FastTrack Role | Services |\n| ------- | ---------------- | :----------------------: | -------------- | -------- |\n';
    const row = '| 4302    | Ask the team     |            M             | SME            | Teams    |';
    assert.equal(
      rowAfter(`${row}\n█${row}`, { column: 'task-name', text: 'Say' }, head),
      '| 4302    | Say              |            M             | SME            | Teams    |',
    );
    assert.equal(
      rowAfter(`${row}\n█${row}`, { column: 'task-name', text: '任务名称' }, head),
      '| 4302    | 任务名称         |            M             | SME            | Teams    |',
    );
    assert.equal(
      rowAfter(`${row}\n█${row}`, { column: 'mo', text: 'optional' }, head),
      '| 4302    | Ask the team     |            O             | SME            | Teams    |',
    );
    assert.equal(
      rowAfter(`${row}\n█${row}`, { column: 'role', text: '' }, head),
      '| 4302    | Ask the team     |            M             |                | Teams    |',
    );
    const long = '| 4302    | A text that is far too long | M | SME            | Teams    |';
    assert.equal(
      rowAfter(`${row}\n█${row}`, { column: 'task-name', text: 'A text that is far too long' }, head),
      '| 4302    | A text that is far too long |            M             | SME            | Teams    |',
    );
    assert.equal(
      rowAfter(`${row}\n${row}\n█${long}`, { column: 'task-name', text: 'Say' }, head),
      '| 4302    | Say              | M | SME            | Teams    |',
    );
  });

  test('lists and letters use the words of the page and its table', () => {
    const head =
      '#### FTOP-Aufgaben\n\n| Aufgaben-ID | Aufgabenname | (E)rforderlich / (O)ptional | FastTrack-Rolle | Dienste |\n|---|---|---|---|---|\n';
    assert.equal(
      rowAfter('█| 4302 | Fragen | O | FastTrack-Manager | Teams |', { column: 'mo', text: 'mandatory' }, head),
      '| 4302 | Fragen | E | FastTrack-Manager | Teams |',
    );
    assert.equal(
      rowAfter('█| 4302 | Fragen | E | FastTrack-Manager | Teams |', { column: 'mo', text: 'Optional' }, head),
      '| 4302 | Fragen | O | FastTrack-Manager | Teams |',
    );
    assert.equal(
      rowAfter(`█${ROW}`, { column: 'services', text: ['exchange', 'Teams'] }),
      '| 4302 | Ask the team | M | SME | Exchange / Teams |',
    );
    assert.equal(rowAfter(`█${ROW}`, { column: 'services', text: [] }), '| 4302 | Ask the team | M | SME | |');
  });

  test('a missing last cell is added, with or without a pipe at the end', () => {
    assert.equal(
      rowAfter('█| 4302 | Ask | M | FastTrack Manager |', { column: 'services', text: 'Teams' }),
      '| 4302 | Ask | M | FastTrack Manager | Teams |',
    );
    assert.equal(
      rowAfter('█| 4302 | Ask | M | FastTrack Manager', { column: 'services', text: 'Teams' }),
      '| 4302 | Ask | M | FastTrack Manager | Teams',
    );
    assert.equal(
      rowAfter('█| 4302 | Ask | M | FastTrack Manager |', { column: 'task-name', text: 'Say' }),
      '| 4302 | Say | M | FastTrack Manager |',
    );
  });

  test('an outer cell without a pipe remains a cell when it becomes empty', () => {
    assert.equal(
      rowAfter('█| 4302 | Ask | M | SME | Teams', { column: 'services', text: '' }),
      '| 4302 | Ask | M | SME | |',
    );
    assert.equal(
      rowAfter('█4302 | Ask | M | SME | Teams', { column: 'task-id', text: '' }),
      '|  | Ask | M | SME | Teams',
    );
  });

  test('a comment in the row is kept', () => {
    assert.equal(
      rowAfter('█| 4302 | Ask | M | SME | Teams | <!-- playbook-lint-disable-line task-name-empty -->', {
        column: 'services',
        text: 'Exchange',
      }),
      '| 4302 | Ask | M | SME | Exchange | <!-- playbook-lint-disable-line task-name-empty -->',
    );
    assert.equal(
      rowAfter('█| 4302 | <!-- name --> | M | SME | Teams |', { column: 'task-name', text: 'Ask' }),
      '| 4302 | Ask <!-- name --> | M | SME | Teams |',
    );
  });

  test('a table without a header has the usual columns', () => {
    assert.equal(
      rowAfter(
        '█| 4302 | Ask | M | SME | Teams |\n| 4303 | Say | M | SME | Teams |',
        { column: 'task-name', text: 'Tell' },
        '#### FTOP Tasks\n\n',
      ),
      '| 4302 | Tell | M | SME | Teams |',
    );
  });
});

describe('an edit is refused', () => {
  const requested = { column: 'task-name', text: 'x' } as const;

  test('outside task rows', () => {
    assert.equal(refused('█Text', requested, ''), "This isn't a row of a task table");
    assert.equal(refused(ROW, requested, `${HEAD.replace('Task ID', '█Task ID')}`), "This isn't a row of a task table");
    assert.equal(refused('█| c | d |', requested, '| a | b |\n|---|---|\n'), "This isn't a row of a task table");
  });

  test("if the cell can't be determined", () => {
    const broken = [
      '█| 4302 | Ask M | SME | Teams |',
      '█|| 4302 | Ask | M | SME | Teams |',
      '█| 4302 | Ask | the | team | M | SME | Teams |',
      '█| 4302 | Ask the team | M | SME | Te\nams |',
      '█| 4302 |',
      `█${ROW.slice(0, -1)}${ROW}`,
    ];
    for (const row of broken)
      assert.equal(refused(row, requested), 'The row is broken. Fix it in the editor first.', row);
  });

  test('without the column, and in a conflict', () => {
    assert.equal(
      refused(
        '█| 4302 | Ask | SME |',
        { column: 'services', text: 'x' },
        '#### FTOP Tasks\n\n| Task ID | Task Name | FastTrack Role |\n|---|---|---|\n',
      ),
      'The table has no column "Services"',
    );
    assert.match(refused(`█${ROW}\n<<<<<<< HEAD\n${ROW}\n=======\n${ROW}\n>>>>>>> main`, requested), /merge conflict/);
  });

  test('if the text would break the row', () => {
    assert.match(
      refused('█| - | - | - | - | x |', { column: 'services', text: '---' }),
      /^This text would break the row. Change "Services" in the editor$/,
    );
  });
});

/** Sets cells of each task row, and checks the changes. */
function assertSetsCells(text: string): number {
  const playbook = parsePlaybook({ uri: 'file:///page.md', text });
  const before = sourcesOf(playbook);
  let set = 0;
  for (const [at, { table, schema, start }] of playbook.tables.entries()) {
    if (schema.kind !== 'task') continue;
    for (const [index, row] of table.rows.entries()) {
      for (const column of COLUMNS) {
        const offset = start + (table.rowStarts[index] ?? 0);
        const place = schema.columns.findIndex(({ id }) => id === column);
        const cell = row.cells[place];
        if (cell !== undefined) {
          const same = setCell(playbook, offset, { column, text: cell.text });
          assert.ok(isRefusal(same) || same.length === 0, 'a cell that stays as it is');
        }
        const result = setCell(playbook, offset, { column, text: ' x | 任务 \\' });
        if (isRefusal(result)) continue;
        const after = applyEdits(text, result);
        const { added, removed } = lineDiff(text, after);
        assert.deepEqual(
          { added: added.length, removed: removed.length },
          { added: 1, removed: 1 },
          'one line changes',
        );
        const now = sourcesOf(parsePlaybook({ uri: 'file:///page.md', text: after }));
        assert.deepEqual(
          now[at]?.[index]?.filter((_, one) => one !== place),
          before[at]?.[index]?.filter((_, one) => one !== place),
          'the other cells stay',
        );
        assert.deepEqual(
          now.map((rows, one) => rows.filter((_, other) => one !== at || other !== index)),
          before.map((rows, one) => rows.filter((_, other) => one !== at || other !== index)),
          'the other rows stay',
        );
        if (!/^\[/.test(cell?.text ?? '')) assert.equal(now[at]?.[index]?.[place], 'x \\| 任务 \\');
        set++;
      }
    }
  }
  return set;
}

function sourcesOf({ tables }: Playbook): string[][][] {
  return tables.map(({ table }) =>
    table.rows.map(({ source, cells }) => cells.map(({ span }) => source.slice(span.start, span.end))),
  );
}

describe('in the tables of real playbooks', { skip: noCorpus }, () => {
  const names = hasCorpus
    ? readdirSync(corpus, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.md'))
    : [];

  test('exactly one cell and one line change', () => {
    let set = 0;
    for (const [index, name] of names.entries()) {
      for (const text of tablesIn(readFileSync(join(corpus, name), 'utf8')))
        set += assertSetsCells(index % 2 === 0 ? text : text.replaceAll(/\r?\n/g, '\r\n'));
    }
    assert.ok(set > 5000, `only ${set} cells were set`);
  });
});

/** Each task table of a page with the heading above it, because short pages are parsed faster. */
function tablesIn(text: string): string[] {
  const { blocks } = parsePlaybook({ uri: 'file:///page.md', text });
  return blocks.flatMap(({ value }, index) =>
    value.kind === 'table' && /\d{3}/.test(value.source)
      ? [`${blocks[index - 1]?.value.source ?? ''}${value.source}`]
      : [],
  );
}
