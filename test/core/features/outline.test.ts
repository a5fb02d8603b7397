import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  foldsOf,
  outlineOf,
  parsePlaybook,
  selectionSpans,
  tableCounts,
  taskOutlineOf,
  type OutlineNode,
  type Playbook,
} from '../../../server/src/core/index.js';
import { caretPage, inOtherEncodings } from '../../support/caret.js';
import { WRITTEN_PAGES } from '../../support/written-pages.js';
import { english } from '../../support/english.js';

const parse = (text: string): Playbook => parsePlaybook({ uri: 'file:///page.md', text });

/** The outline as indented lines, each with the line number of its name. */
function print(nodes: readonly OutlineNode[], { lines }: Playbook, indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.kind} ${english(node.name)}${node.detail === '' ? '' : ` (${english(node.detail)})`} :${lines.lineAt(node.nameSpan.start) + 1}`,
    ...print(node.children, { lines } as Playbook, `${indent}  `),
  ]);
}

for (const [encoding, text] of inOtherEncodings(WRITTEN_PAGES.en)) {
  test(`the outline of a page ${encoding}`, () => {
    const playbook = parse(text);
    assert.deepEqual(print(outlineOf(playbook), playbook), [
      'section Check the Network :16',
      '  section Overview :20',
      '  section Objectives :24',
      '  section Approach :28',
      '    step Ask the customer :30',
      '      section FTOP Tasks :39',
      '        table Task table (1 M, 1 O) :41',
      '          task 5001 Collect the list of offices (M) :43',
      '          task 5002 Name a contact (O) :44',
      '  section Key Inputs :46',
      '  section Key Outputs :50',
      '  section Next Steps :54',
      '  section Refresh Summary :58',
      '    table Refresh summary :60',
    ]);
  });
}

test('odd pages have an outline too', () => {
  const playbook = parse(
    '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role |\n|---|---|---|---|\n| 12\n||\n| | No ID | M | SME |\n\n##\n\n### Deep\n\n# Top\n\n| A |\n|---|\n| 1 |\n',
  );
  assert.deepEqual(print(outlineOf(playbook), playbook), [
    'table Task table (1 M) :1',
    '  task 12 :3',
    '  task Empty row :4',
    '  task No ID (M) :5',
    'section ## :7',
    '  section Deep :9',
    'section Top :11',
    '  table Table :13',
  ]);
});

test('every row of a task table is listed, with the same count as in the code lens and the preview', () => {
  const table =
    '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n';
  const rows = [
    '| 1234 | Ask | M | SME | Exchange |',
    '| 1235 | Plan O | SME | Exchange |',
    '|| 1236 | Build | M | SME | Exchange |',
    '| | | | | |',
    '| 1237 |',
    '| | No ID | O | SME | Teams |',
  ];
  for (const [, text] of inOtherEncodings(`# T\n\n${table}${rows.join('\n')}\n`)) {
    const playbook = parse(text);
    const tasks = taskOutlineOf(playbook)[0]?.children ?? [];
    assert.deepEqual(
      tasks.map(({ name, detail }) => `${english(name)} (${english(detail)})`),
      [
        '1234 Ask (M)',
        '1235 Plan O SME Exchange ()',
        '1236 Build M SME Exchange ()',
        'Empty row ()',
        '1237 ()',
        'No ID (O)',
      ],
    );
    assert.equal(tableCounts(playbook)[0]?.tasks, tasks.length);
  }
});

test('lone task tables have the name of the nearest heading with text', () => {
  const tables = (text: string): string[] =>
    inOtherEncodings(text).map(([, encoded]) =>
      print(taskOutlineOf(parse(encoded)), parse(encoded))
        .filter((line) => line.startsWith('table'))
        .join(', '),
    );
  const all = (line: string): string[] => tables('').map(() => line);
  const table =
    '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role |\n|---|---|---|---|\n| 12 | Ask | M | SME\n';
  assert.deepEqual(tables(WRITTEN_PAGES.de), all('table Task table: Den Kunden fragen (1 E) :41'));
  assert.deepEqual(tables(table), all('table Task table (1 M) :1'), 'no heading');
  assert.deepEqual(tables(`## FTOP Tasks\n\n${table}`), all('table Task table (1 M) :3'), 'no other heading');
  assert.deepEqual(tables(`## 规划\n\n#\n\n${table}`), all('table Task table (1 M) :5'), 'an empty heading');
  assert.deepEqual(tables(`# 规划\n\n##\n\n${table}`), all('table Task table: 规划 (1 M) :5'));
  assert.deepEqual(tables('# A\n\n| A |\n|---|\n| 1 |\n'), all(''), 'another table');
});

test('every node is inside its parent, and its name is inside the node', () => {
  const check = (nodes: readonly OutlineNode[], start: number, end: number): void => {
    for (const { span, nameSpan, children, name } of nodes) {
      assert.ok(
        start <= span.start && span.start <= nameSpan.start && nameSpan.end <= span.end && span.end <= end,
        english(name),
      );
      assert.notEqual(name, '');
      check(children, span.start, span.end);
    }
  };
  for (const page of Object.values(WRITTEN_PAGES)) {
    for (const [, text] of inOtherEncodings(page)) check(outlineOf(parse(text)), 0, text.length);
  }
});

for (const [encoding, text] of inOtherEncodings(
  `${WRITTEN_PAGES.en}\n<!-- a comment\nof two lines -->\n\n<!-- of one -->\n`,
)) {
  test(`folds ${encoding}`, () => {
    const playbook = parse(text);
    const lineOf = (offset: number): number => playbook.lines.lineAt(offset) + 1;
    assert.deepEqual(
      foldsOf(playbook).map(({ kind, span }) => `${kind} ${lineOf(span.start)}-${lineOf(span.end - 1)}`),
      [
        'front-matter 1-14',
        'section 16-70',
        'section 20-22',
        'section 24-26',
        'section 28-44',
        'section 30-44',
        'section 39-44',
        'table 41-44',
        'section 46-48',
        'section 50-52',
        'section 54-56',
        'section 58-70',
        'table 60-63',
        'comment 67-68',
      ],
    );
  });
}

test('a page without foldable ranges has no folds', () => {
  assert.deepEqual(foldsOf(parse('')), []);
  assert.deepEqual(foldsOf(parse('# Title')), []);
  assert.deepEqual(
    foldsOf(parse('# Title\n\n## Next\n')).map(({ kind }) => kind),
    ['section'],
  );
});

/** Each selection; only the first and last line if it has several. */
function selections(text: string): string[] {
  const { playbook, offset } = caretPage(text);
  return selectionSpans(playbook, offset).map(({ start, end }) => {
    const lines = playbook.text
      .slice(start, end)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    return lines.length === 1 ? (lines[0] ?? '') : `${lines[0] ?? ''} … ${lines[lines.length - 1] ?? ''}`;
  });
}

const head = '# T\n\n## Approach\n\n';
const table = '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role |\n|---|---|---|---|\n';
for (const [encoding, text] of [
  ['LF', (written: string) => written],
  ['CRLF', (written: string) => written.replace(/\n/g, '\r\n')],
] as const) {
  test(`selections expand, ${encoding}`, () => {
    assert.deepEqual(selections(text(`${head}${table}| 1234 | Name | M | SME / F█E |\n\nEnd.\n`)), [
      'FE',
      'SME / FE',
      ' SME / FE ',
      '| 1234 | Name | M | SME / FE |',
      '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | … | 1234 | Name | M | SME / FE |',
      '## Approach … End.',
      '# T … End.',
    ]);
    assert.deepEqual(selections(text(`${head}### Step\n\nApplies To: **Exchange / Te█ams**  \nMore.\n`)), [
      'Teams',
      'Exchange / Teams',
      '**Exchange / Teams**',
      'Applies To: **Exchange / Teams**',
      'Applies To: **Exchange / Teams**   … More.',
      '### Step … More.',
      '## Approach … More.',
      '# T … More.',
    ]);
    assert.deepEqual(selections(text('---\nft.audience: internal, par█tner\ntitle: x\n---\n# T\n')), [
      'partner',
      'internal, partner',
      'ft.audience: internal, partner',
      'ft.audience: internal, partner … title: x',
      '--- … ---',
      '--- … # T',
    ]);
    assert.deepEqual(selections(text('# T\n\n## A█\n\nx\n')), ['A', '## A', '## A … x', '# T … x']);
  });
}

test('at any caret, each selection contains the previous one, and the last is the whole text', () => {
  for (const page of Object.values(WRITTEN_PAGES)) {
    const playbook = parse(page);
    for (let offset = 0; offset <= page.length; offset++) {
      const spans = selectionSpans(playbook, offset);
      assert.deepEqual(spans[spans.length - 1], { start: 0, end: page.length });
      for (const [index, { start, end }] of spans.entries()) {
        assert.ok(start <= offset && offset <= end);
        const inner = spans[index - 1];
        if (inner !== undefined)
          assert.ok(start <= inner.start && inner.end <= end && end - start > inner.end - inner.start);
      }
    }
  }
  assert.deepEqual(selectionSpans(parse(''), 0), []);
});
