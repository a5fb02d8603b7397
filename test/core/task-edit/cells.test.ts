import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits, parsePlaybook, planTaskEdit } from '../../../server/src/core/index.js';
import { english } from '../../support/english.js';
import {
  CHINESE_HEADER,
  DELIMITER,
  FROM_ANYWHERE,
  GERMAN_HEADER,
  ID_AND,
  NETWORK,
  PROXY,
  assertSame,
  edited,
  englishPage,
  inEnglish,
  pageOf,
  planFor,
  problemsOf,
  sheetWith,
} from './pages.js';

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
