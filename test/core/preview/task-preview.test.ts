import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  pageFacts,
  parsePlaybook,
  taskPreview,
  updatePlaybook,
  type CellPart,
  type TaskPreview,
} from '../../../server/src/core/index.js';
import { lintText } from '../../support/lint.js';

const HEAD =
  '#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|:-:|---|---|\n';
const read = (text: string): TaskPreview => taskPreview(parsePlaybook({ uri: 'file:///page.md', text }), []);

/** The displayed parts of a task name; `undefined` if it's shown as written. */
function partsOf(name: string): readonly CellPart[] | undefined {
  return read(`${HEAD}| 4302 | ${name} | M | SME | Teams |\n`).rows[0]?.shown.name?.parts;
}

describe('the rows', () => {
  test('have their cells, with positions in the line', () => {
    const [row] = read(`${HEAD}| [4302](a.md) | Ask \\| say | O | FastTrack Manager | Teams / Nothing |\n`).rows;
    assert.ok(row);
    assert.deepEqual(row.shown.id, {
      span: { start: 2, end: 14 },
      source: '[4302](a.md)',
      parts: [{ text: '4302', href: 'a.md' }],
    });
    assert.deepEqual(row.shown.name, { span: { start: 17, end: 27 }, source: 'Ask | say', parts: undefined });
    assert.equal(row.shown.obligation, 'optional');
    assert.deepEqual(row.shown.role?.terms, [{ text: 'FastTrack Manager', id: 'fasttrack-manager' }]);
    assert.deepEqual(row.shown.services?.terms, [
      { text: 'Teams', id: 'teams' },
      { text: 'Nothing', id: undefined },
    ]);
    assert.equal(row.shown.broken, undefined);
  });

  test('include broken rows, as written, with their ID', () => {
    const broken = [
      '| 4302 | Ask M | SME | Teams |',
      'A line of text',
      '|| 4302 | Ask | M | SME | Teams |',
      '| 4302 | a | b | M | SME | Teams |',
      '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |',
    ];
    const { rows } = read(`${HEAD}${broken.join('\r\n')}\r\n`);
    assert.deepEqual(
      rows.map(({ shown }) => shown.broken),
      broken,
    );
    assert.deepEqual(
      rows.map(({ shown }) => shown.id?.source),
      ['4302', undefined, '4302', '4302', undefined],
    );
    assert.ok(rows.every(({ shown }) => shown.name === undefined && shown.role === undefined));
  });

  test('empty rows, rows without tasks, and rows with an extra empty cell are not broken', () => {
    const { rows } = read(
      `${HEAD}| | | | | |\n| None | N/A | N/A | N/A | N/A |\n| 4302 | Ask | M | SME | Teams | |\n| 4303 | Ask | M | SME | Teams`,
    );
    assert.deepEqual(
      rows.map(({ shown }) => [shown.broken, shown.id?.source]),
      [
        [undefined, ''],
        [undefined, 'None'],
        [undefined, '4302'],
        [undefined, '4303'],
      ],
    );
    assert.deepEqual(rows[0]?.shown.id, { span: { start: 1, end: 1 }, source: '', parts: undefined });
  });

  test('do not include conflict markers and delimiter rows', () => {
    assert.deepEqual(
      read(
        `${HEAD}<<<<<<< HEAD\n| 4302 | a | M | SME | Teams |\n=======\n| 4303 | b | M | SME | Teams |\n>>>>>>> main\n`,
      ).rows.map(({ shown }) => shown.id?.source),
      ['4302', '4303'],
    );
  });

  test('have their positions, with CRLF and after a byte order mark', () => {
    const text = `\ufeff# T\r\n\r\n${HEAD.replaceAll('\n', '\r\n')}| 4302 | a | M | SME | Teams |\r\n| 4303 | b | M | SME | Teams |\r\n`;
    assert.deepEqual(
      read(text).rows.map(({ start, source }) => text.slice(start, start + source.length)),
      ['| 4302 | a | M | SME | Teams |', '| 4303 | b | M | SME | Teams |'],
    );
  });

  test('are the same objects after an edit elsewhere', () => {
    const playbook = parsePlaybook({
      uri: 'file:///page.md',
      text: `${HEAD}| 4302 | a | M | SME | Teams |\n| 4303 | b | M | SME | Teams |\n`,
    });
    const [first, second] = taskPreview(playbook, []).rows;
    const [other, same] = taskPreview(updatePlaybook(playbook, playbook.text.replace('| a |', '| aa |')), []).rows;
    assert.notEqual(other?.shown, first?.shown);
    assert.equal(same?.shown, second?.shown);
  });
});

describe('the tables', () => {
  test('belong to a section and a step, with its role and services', () => {
    const step =
      '## Approach\n\n### 1. Ask\n\nPrimary Role: **FastTrack Manager**  \nApplies To: **All Services**\n\nText\n\n';
    const [table] = read(`# T\n\n${step}${HEAD}`).tables;
    assert.deepEqual(table, {
      start: table?.start,
      section: 'Approach',
      step: '1. Ask',
      primaryRole: 'FastTrack Manager',
      appliesTo: 'All Services',
      columns: ['task-id', 'task-name', 'mo', 'role', 'services'],
      letters: { mandatory: 'M', optional: 'O' },
    });
    assert.equal(`# T\n\n${step}${HEAD}`.slice(table?.start).startsWith('| Task ID'), true);
  });

  test('a task heading of the wrong level, a table directly in the section, and one without a heading', () => {
    const table = HEAD.slice(HEAD.indexOf('|'));
    const { tables } = read(
      `${table}\n## Approach\n\n### Ask\n\n## FTOP Tasks\n\n${table}\n## Other\n\n${table}\n### Step\n\n#### Notes\n\n${table}`,
    );
    assert.deepEqual(
      tables.map(({ section, step }) => [section, step]),
      [
        ['', ''],
        ['Approach', 'Ask'],
        ['Other', ''],
        ['Other', 'Notes'],
      ],
    );
  });

  test('rows after a blank line are a separate table; other tables are not included', () => {
    const { tables, rows } = read(
      `${HEAD}| 4302 | a | M | SME | Teams |\n\n| 4303 | b | M | SME | Teams |\n\n| x | y |\n|---|---|\n| 1 | 2 |\n`,
    );
    assert.equal(tables.length, 2);
    assert.deepEqual(
      rows.map(({ table }) => table),
      [0, 1],
    );
    assert.deepEqual(tables[1]?.columns, ['task-id', 'task-name', 'mo', 'role', 'services']);
  });

  test('have the letters and columns of their header, in any language', () => {
    const { tables, rows } = read(
      '#### FTOP-Aufgaben\n\n| Aufgaben-ID | Aufgabenname | (E)rforderlich / (O)ptional | Dienste |\n|---|---|---|---|\n| 4302 | Fragen | E | Teams |\n',
    );
    assert.deepEqual(
      tables.map(({ columns, letters }) => [columns, letters]),
      [[['task-id', 'task-name', 'mo', 'services'], { mandatory: 'E', optional: 'O' }]],
    );
    assert.equal(rows[0]?.shown.obligation, 'mandatory');
    assert.equal(rows[0].shown.role, undefined);
  });
});

describe('the problems of a row', () => {
  test('belong to the row and to the column that they are in', () => {
    const text = `${HEAD}| 43 | | X | SME | Nothing |\n| 4302 | Ask M | SME | Teams |\n`;
    const { rows } = taskPreview(parsePlaybook({ uri: 'file:///page.md', text }), lintText(text));
    const found = rows.map(({ problems }) => problems.map(({ problem, column }) => [problem.ruleId, column]));
    assert.deepEqual(
      found[0]?.filter(([id]) => String(id).startsWith('task-')),
      [
        ['task-id-format', 'task-id'],
        ['task-name-empty', 'task-name'],
        ['task-mo-letter', 'mo'],
        ['task-service-unknown', 'services'],
      ],
    );
    assert.deepEqual(found[1], [['task-row-cell-count', undefined]]);
  });

  test('are found in any order', () => {
    const text = `${HEAD}| 43 | a | X | SME | Teams |\n| 44 | b | X | SME | Teams |\n`;
    const problems = lintText(text);
    const playbook = parsePlaybook({ uri: 'file:///page.md', text });
    assert.deepEqual(
      taskPreview(playbook, problems.reverse()).rows.map((row) => row.problems.length),
      taskPreview(playbook, lintText(text)).rows.map((row) => row.problems.length),
    );
    assert.ok(taskPreview(playbook, problems).rows.every((row) => row.problems.length >= 2));
  });
});

describe('a cell as readers see it', () => {
  test('is usually the source text, including marks without effect', () => {
    for (const name of ['Ask the team', 'Q & A', '2 * 3 * 4', 'a_b_c', '为 <团队> 启用', ''])
      assert.equal(partsOf(name), undefined, name);
  });

  test('has no emphasis marks, but has links', () => {
    assert.deepEqual(partsOf('Ask **the** *team* _now_'), [{ text: 'Ask the team now' }]);
    assert.deepEqual(partsOf('See [the **list**](https://example.com "T") and <https://example.com/x>.'), [
      { text: 'See ' },
      { text: 'the list', href: 'https://example.com' },
      { text: ' and ' },
      { text: 'https://example.com/x', href: 'https://example.com/x' },
      { text: '.' },
    ]);
    assert.deepEqual(partsOf('**[Name](a.md)**'), [{ text: 'Name', href: 'a.md' }]);
  });

  test('escapes, entities, and code are decoded', () => {
    assert.deepEqual(partsOf('a \\* b &amp; c &#60;d &nope; \\&amp; e \\| f'), [
      { text: 'a * b & c <d &nope; &amp; e | f' },
    ]);
    assert.deepEqual(partsOf('`x \\| y` and `` `z` ``'), [{ text: 'x | y and `z`' }]);
  });

  test('HTML, images, and links that are not followed stay as written', () => {
    assert.deepEqual(partsOf('a<br />b <script>alert(1)</script>'), undefined);
    assert.deepEqual(partsOf('![alt](a.png) x'), undefined);
    assert.deepEqual(partsOf('go [**here**](javascript:alert(1)) now'), undefined);
    assert.deepEqual(partsOf('[a](command:x) [b](b.md)'), [{ text: '[a](command:x) ' }, { text: 'b', href: 'b.md' }]);
    assert.deepEqual(partsOf('[](a.md) <javascript:x>'), undefined);
    assert.deepEqual(partsOf('[![alt](a.png)](b.md)'), [{ text: '![alt](a.png)', href: 'b.md' }]);
  });

  test('unfinished or very long markup is text', () => {
    assert.deepEqual(partsOf('**a [b](c'), undefined);
    const long = '[x](y) '.repeat(20_000).trim();
    assert.deepEqual(partsOf(long), undefined);
  });
});

test('the page has a title, a language, phases and readers', () => {
  const text = '---\ntitle: Assess\nft.audience: internal, Partner\n---\n\n# Heading\n\nPhase: **Assess**\n\n';
  assert.deepEqual(pageFacts(parsePlaybook({ uri: 'file:///page.md', text })), {
    title: 'Assess',
    language: 'en',
    phases: ['assess'],
    audience: ['internal', 'partner'],
  });
  assert.equal(pageFacts(parsePlaybook({ uri: 'file:///page.md', text: '# **Heading**\n' })).title, 'Heading');
  assert.equal(pageFacts(parsePlaybook({ uri: 'file:///page.md', text: '' })).title, '');
});
