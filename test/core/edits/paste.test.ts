import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pasteRows, rowsFromClipboard, type Clipboard } from '../../../server/src/core/index.js';
import { afterEdits, pageWith, refusalOf } from '../../support/edit-page.js';
import { english } from '../../support/english.js';

const HEAD =
  '#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n';
const GERMAN =
  '#### FTOP-Aufgaben\n\n| Aufgaben-ID | Name der Aufgabe | (E)rforderlich/(O)ptional | FastTrack-Rolle | Dienste |\n|---|---|---|---|---|\n';
const CHINESE =
  '#### FTOP 任务\n\n| 任务 ID | 任务名称 | (M) 强制性/(O) 可选 | FastTrack 角色 | 服务 |\n|---|---|---|---|---|\n';
const ROW = '| 5001 | x | O | SME | Teams |';

/** The rows that are inserted below the first one. */
function pasted(clipboard: Clipboard, head = HEAD): string[] {
  const page = pageWith(`${head}${ROW}█\n`);
  const after = afterEdits(page, pasteRows(page.playbook, page.offset, rowsFromClipboard(clipboard))).replace('█', '');
  assert.ok(after.startsWith(`${head}${ROW}\n`));
  return after
    .slice(head.length + ROW.length + 1)
    .trimEnd()
    .split('\n');
}

describe('the clipboard', () => {
  const cases: readonly (readonly [what: string, clipboard: Clipboard, rows: readonly (readonly string[])[]])[] = [
    [
      'TSV of a spreadsheet',
      { text: 'a\tb\r\n"two\nlines"\t"say ""so"""\r\n' },
      [
        ['a', 'b'],
        ['two\nlines', 'say "so"'],
      ],
    ],
    [
      'TSV with quotes that are text',
      { text: '"a" b\t"c\nd\t"e"f\n' },
      [
        ['"a" b', '"c'],
        ['d', '"e"f'],
      ],
    ],
    ['CSV', { text: 'a,"b, c",d\n' }, [['a', 'b, c', 'd']]],
    ['CSV of a German spreadsheet', { text: 'a;b, c;d' }, [['a', 'b, c', 'd']]],
    [
      'a Markdown table',
      { text: '| a | b \\| c |\n|---|---|\n| d | |\n' },
      [
        ['a', 'b | c'],
        ['d', ''],
      ],
    ],
    [
      'a Markdown table without outer pipes',
      { text: '5003 | a | M\n5004 | c, d | O' },
      [
        ['5003', 'a', 'M'],
        ['5004', 'c, d', 'O'],
      ],
    ],
    [
      'a Markdown table without outer pipes, with its header',
      { text: 'Task ID | Task Name\n---|---\n5003 | a' },
      [
        ['Task ID', 'Task Name'],
        ['5003', 'a'],
      ],
    ],
    ['pipes in cells between commas', { text: '5003,a | b,M\n' }, [['5003', 'a | b', 'M']]],
    ['pipes in cells between tabs', { text: '5003\ta | b | c\tM\n' }, [['5003', 'a | b | c', 'M']]],
    [
      'JSON',
      { text: '[{"Task ID": "5003", "Row": 1}, {"Task ID": "5004"}]' },
      [
        ['Task ID', 'Row'],
        ['5003', '1'],
        ['5004', ''],
      ],
    ],
    ['brackets that are no JSON', { text: '[a](b)\tc' }, [['[a](b)', 'c']]],
    [
      'a byte order mark',
      { text: '\ufeffTask ID,Task Name\n5003,a' },
      [
        ['Task ID', 'Task Name'],
        ['5003', 'a'],
      ],
    ],
    ['blank rows', { text: '\t\t\n\na\tb\n\n' }, [['a', 'b']]],
    ['one text', { text: 'a' }, [['a']]],
    ['nothing', {}, []],
    ['HTML without a table', { html: '<p>a</p>', text: 'b\tc' }, [['b', 'c']]],
    ['HTML before text', { html: '<table><tr><td>a<td>b</table>', text: 'c' }, [['a', 'b']]],
    [
      'a spreadsheet in HTML',
      {
        html: '<html xmlns:x="urn:x"><head><style><!--td{color:red}--></style></head><body><!--StartFragment--><table><col width=64><tr height=20><td class=xl65>a&amp;b</td>\n <td>c<br>\n  d</td></tr><!--EndFragment--></table></body></html>',
      },
      [['a&b', 'c\nd']],
    ],
    [
      'a table of Word',
      {
        html: '<table><thead><tr><th><p class=MsoNormal><b>a<o:p></o:p></b></p></th><th><p>b</p><p>c</p></th></tr></thead><tbody><tr><td>d  e\n f</td><td></td></tr></tbody></table>',
      },
      [
        ['a', 'b\nc'],
        ['d e f', ''],
      ],
    ],
    [
      'cells that span several',
      {
        html: '<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td rowspan=x>d</td></tr></table>',
      },
      [
        ['a', 'b', ''],
        ['', 'c', 'd'],
      ],
    ],
    [
      'links',
      {
        html: '<table><tr><td><a href="https://a.example/b (c)">d</a></td><td><a href="mailto:e@f.example">e</a></td><td><a href="https://g.example">https://g.example</a></td></tr></table>',
      },
      [['[d](https://a.example/b%20%28c%29)', 'e', 'https://g.example']],
    ],
    [
      'a table in a table',
      { html: '<table><tr><td>outer <table><tr><td>a</td><td>b</td></tr></table></td></tr></table>' },
      [['a', 'b']],
    ],
    [
      'a table in a cell',
      {
        html: '<table><tr><td>5001</td><td>Ask <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> all</td></tr><tr><td>5002</td><td>Tell</td></tr></table>',
      },
      [
        ['5001', 'Ask\na b\nc\nall'],
        ['5002', 'Tell'],
      ],
    ],
    [
      'the bullets of a list of Word',
      {
        html: '<table><tr><td><p style="mso-list:l0"><![if !supportLists]><span style="font-family:Symbol"><span style="mso-list:Ignore">·<span style="font:7pt">&nbsp; </span></span></span><![endif]>a<br>b</p><p><span style=mso-list:Ignore>2.</span>c</p></td><td>d</td></tr></table>',
      },
      [['a\nb\nc', 'd']],
    ],
    [
      'a large table',
      { html: `<table>${'<tr><td>任务&amp;a<br>b<td>c'.repeat(3000)}</table>` },
      Array.from({ length: 3000 }, () => ['任务&a\nb', 'c']),
    ],
    ['broken HTML', { html: '<table><tr><td>a<td>b &lt <tr><td>c' }, [['a', 'b <'], ['c']]],
  ];
  for (const [what, clipboard, rows] of cases) test(what, () => assert.deepEqual(rowsFromClipboard(clipboard), rows));

  test('long and malicious texts are read to the end', () => {
    for (const text of [
      '"\t'.repeat(100_000),
      '""'.repeat(200_000),
      '"a,'.repeat(100_000),
      '<table><tr>'.repeat(50_000),
      '<table><tr>' + '<td rowspan=100 colspan=100>'.repeat(5_000),
      '<!--'.repeat(100_000),
      '<tr><td><a href=x>'.repeat(50_000),
      '<b>'.repeat(100_000),
      '<table><tr><td>'.repeat(300) + 'x '.repeat(300_000),
    ]) {
      rowsFromClipboard({ text });
      rowsFromClipboard({ html: `<table><tr><td>${text}` });
    }
  });
});

describe('rows are pasted', () => {
  test('by position, without a header', () => {
    assert.deepEqual(pasted({ text: '5002\tAsk\tM\tSME\tTeams\t\n5003\tTell\n' }), [
      '| 5002 | Ask | M | SME | Teams |',
      '| 5003 | Tell | | | |',
    ]);
  });

  test('by header names in any language', () => {
    assert.deepEqual(
      pasted({ text: 'サービス\tタスク ID\t(M) 必須 (O) オプション\tタスク名\nすべてのサービス\t5002\tM\tAsk\n' }),
      ['| 5002 | Ask | M | | All Services |'],
    );
    assert.deepEqual(pasted({ text: '**Title**,Task ID\nAsk,5002\n' }, GERMAN), ['| 5002 | Ask | | | |']);
  });

  test('by the short names for the role in exports and spreadsheets', () => {
    for (const role of ['Role', 'Rolle', 'Rol', 'Função', '役割', '角色']) {
      assert.deepEqual(pasted({ text: `Task ID\tM/O\t${role}\n5002\tM\tSME\n` }), ['| 5002 | | M | SME | |'], role);
    }
  });

  test('by header abbreviations', () => {
    assert.deepEqual(pasted({ text: 'E / O,Aufgaben-ID\nE,5002\n' }), ['| 5002 | | M | | |']);
  });

  test('into an empty row', () => {
    for (const eol of ['\n', '\r\n']) {
      for (const source of [
        `${HEAD}|  |  |  |  |  |█\n\nText`,
        `${HEAD.replace('Task ID', '█Task ID')}| | | | | |\n\nText`,
        `### One\n\n█Text\n\n${HEAD}||||||`,
        `${HEAD}${ROW}\n| | | █| | |`,
      ]) {
        const page = pageWith(source.replaceAll('\n', eol));
        const after = afterEdits(
          page,
          pasteRows(page.playbook, page.offset, rowsFromClipboard({ text: '5002\tAsk\n5003\tTell\n' })),
        ).replace('█', '');
        assert.equal(
          after,
          page.text.replace(/^\|[ |]+\|$/m, ['| 5002 | Ask | | | |', '| 5003 | Tell | | | |'].join(eol)),
        );
      }
    }
  });

  test('below a row that contains a comment or a letter', () => {
    for (const row of ['| | | M | | |', '| | | | | | <!-- later -->']) {
      const page = pageWith(`${HEAD}${row}█\n`);
      const after = afterEdits(page, pasteRows(page.playbook, page.offset, rowsFromClipboard({ text: '5002\tAsk' })));
      assert.match(after.slice(HEAD.length + row.length), /^\n\| 5002 \| Ask \|/);
    }
  });

  test('and text without a column is reported', () => {
    const page = pageWith(`${HEAD}${ROW}█\n`);
    const result = pasteRows(
      page.playbook,
      page.offset,
      rowsFromClipboard({ text: 'Task ID\tState\tTask Name\tNothing\n5002\tdone\tAsk\t\n' }),
    );
    assert.deepEqual('leftOut' in result && result.leftOut.map(english), ['"State"']);
    const twice = pasteRows(
      page.playbook,
      page.offset,
      rowsFromClipboard({ text: 'Task ID\tRole\t\tFastTrack Role\n5002\tSME\tx\tSME\ty\n' }),
    );
    assert.deepEqual('leftOut' in twice && twice.leftOut.map(english), ['column 3', '"FastTrack Role"', 'column 5']);
  });

  test('with the letters of the table and the words of the page', () => {
    assert.deepEqual(
      pasted(
        {
          text: '5002\tx\tM\tFastTrack Engineer, SME\tAll Services\n5003\tx\toptional\tThe boss / FM\tExchange;Teams\n5004\tx\tErforderlich\t-\tNew service\n5005\tx\t?\t\t\n',
        },
        GERMAN,
      ),
      [
        '| 5002 | x | E | FastTrack Engineer/SME | Alle Dienste |',
        '| 5003 | x | O | The boss / FM | Exchange/Teams |',
        '| 5004 | x | E | - | New service |',
        '| 5005 | x | ? | | |',
      ],
    );
    assert.deepEqual(pasted({ text: '5002\tx\tMandatory\tFastTrack Manager\tAll Services and Teams\n' }, CHINESE), [
      '| 5002 | x | M | FastTrack 经理 | 所有服务/Teams |',
    ]);
  });

  test('without the artifacts of other programs', () => {
    const safe =
      'https://nam06.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fa&data=04%7C01&reserved=0';
    assert.deepEqual(pasted({ text: `5002\t\u200b“It’s”\u00a0 so | [here](${safe})\ufeff\n` }), [
      '| 5002 | "It\'s" so \\| [here](https://example.com/a) | | | |',
    ]);
    assert.deepEqual(pasted({ text: '5002\t“网络” 👩‍🚀\u200d\n' }, CHINESE), ['| 5002 | “网络” 👩‍🚀 | | | |']);
  });

  test('with line breaks in a cell: a task becomes one line, services a list', () => {
    assert.deepEqual(pasted({ text: '5002\t"Ask\nthe team"\tM\t"The\nboss"\t"Exchange\nTeams"\n' }), [
      '| 5002 | Ask the team | M | The boss | Exchange / Teams |',
    ]);
  });

  test('into a refresh log with their line breaks', () => {
    const head = '## Refresh Summary\n\n|Date|Who Changed|What Changed|\n|---|---|---|\n';
    const page = pageWith(`${head}|1/1/2020| a| b|█`);
    assert.equal(
      afterEdits(
        page,
        pasteRows(
          page.playbook,
          page.offset,
          rowsFromClipboard({ text: 'Who Changed\tWhat Changed\tDate\nAda\t"a\nb"\t1/1/2019' }),
        ),
      ),
      `${head}|1/1/2020| a| b|\n|█1/1/2019| Ada| a<br />b|`,
    );
  });

  test('into a new table if the step has none', () => {
    const page = pageWith('### One\n\nTe█xt\n');
    assert.equal(
      afterEdits(
        page,
        pasteRows(page.playbook, page.offset, rowsFromClipboard({ text: 'Task Name\tTask ID\nAsk\t5002\n' })),
      ),
      `### One\n\nText\n\n${HEAD.replace('|---|---|---|---|---|', '| --- | --- | :-: | --- | --- |')}| 5002 | Ask | █| | |\n`,
    );
  });

  test('or refused with a reason', () => {
    const page = pageWith(`${HEAD}${ROW}█\n`);
    const refused = (text: string): string =>
      refusalOf(pasteRows(page.playbook, page.offset, rowsFromClipboard({ text })));
    assert.equal(refused(' \n'), 'The clipboard contains no rows');
    assert.equal(refused('Task ID\tTask Name\n'), 'The clipboard contains a header, but no rows');
    assert.match(refused('1\n1\t2\t3\t4\t5\t6\n'), /^Row 2 has 6 cells, the table has 5 columns/);
  });
});
