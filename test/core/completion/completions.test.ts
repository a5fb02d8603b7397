import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { COMPLETION_TRIGGERS } from '../../../server/src/core/index.js';
import { amongOthers, completionsIn, labelsIn, lineAfter } from '../../support/completion.js';
import { filesIn } from '../../support/workspace-fixture.js';
import { OTHER_PAGES } from '../../support/written-pages.js';
import { among, de, en, englishRow, germanRow, inPage, zh } from './cases.js';

describe('completion is triggered', () => {
  const row = (at: string): string => inPage(en, englishRow)(at);
  const asked = (text: string, typed: string): readonly string[] => labelsIn(text, { ...among, typed }).slice(0, 2);
  const silent: readonly (readonly [string, string, string])[] = [
    ['a space in prose', inPage(en, 'What the network')('What █'), ' '],
    ['a space behind a complete role', row('| 5999 | Name | M | SME █'), ' '],
    ['a space behind a complete letter', row('| 5999 | Name | M █'), ' '],
    ['a space behind the closing pipe', row('| 5999 | Name | M | SME | Teams | █'), ' '],
    ['the last pipe of a row', row('| 5999 | Name | M | SME | Teams |█'), '|'],
    ['a pipe that begins some table', inPage(en, 'What the network')('|█'), '|'],
    ['a space in the name of a task', row('| 5005 | Some █'), ' '],
    [
      'a space in the name of an author',
      inPage(
        en,
        '## Refresh Summary',
      )('## Refresh Summary\n\n| Date | Who Changed | What Changed |\n|---|---|---|\n| 1/1/2020 | Ada █ | |'),
      ' ',
    ],
    ['a space behind a value', inPage(en, 'ms.topic: partner-playbook')('ms.topic: playbook █'), ' '],
    [
      'two spaces at the end of a label line',
      inPage(en, 'Primary Role: **FastTrack Manager**  ')('Primary Role: **SME**  █'),
      ' ',
    ],
    ['a slash in a task name', row('| 5005 | Plan/█'), '/'],
    ['an exclamation mark', inPage(en, 'What the network')('What!█'), '!'],
    ['a star of a list', inPage(en, 'What the network')('*█'), '*'],
    ['a blank line', inPage(en, 'What the network')(' █'), ' '],
  ];
  for (const [what, text, typed] of silent) test(`${what} does not`, () => assert.deepEqual(asked(text, typed), []));
  const loud: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'the first pipe of a row',
      row('|█'),
      '|',
      ['5001 Collect the list of offices', '5003 Check the proxy | with the customer'],
    ],
    ['the pipe before a letter', row('| 5999 | Name |█'), '|', ['M', 'O']],
    [
      'a space behind a colon',
      inPage(en, 'ms.topic: partner-playbook')('ms.topic: █'),
      ' ',
      ['partner-playbook', 'playbook'],
    ],
    [
      'a space before the name of an author',
      inPage(
        en,
        '## Refresh Summary',
      )('## Refresh Summary\n\n| Date | Who Changed | What Changed |\n|---|---|---|\n| 1/1/2020 | █ | |'),
      ' ',
      ['Ada North'],
    ],
    ['a space inside a role', row('| 5999 | Name | M | FastTrack █'), ' ', ['FastTrack Engineer', 'FastTrack Manager']],
    ['a separator', row('| 5999 | Name | M | SME | Exchange/█'), '/', ['All Services', 'Core Onboarding']],
    [
      'the second star',
      inPage(en, 'Primary Role: **FastTrack Manager**  ')('Primary Role: **█'),
      '*',
      ['FastTrack Engineer', 'FastTrack Manager'],
    ],
    [
      'a colon of full width',
      inPage(zh, '主要角色：**FastTrack 经理**  ')('主要角色：█'),
      '：',
      ['FastTrack 工程师', 'FastTrack 经理'],
    ],
    ['the mark of an alert', inPage(en, '> [!NOTE]')('> [!█'), '!', ['NOTE', 'TIP']],
    ['a space behind two hashes', inPage(en, '## Key Inputs')('## █'), ' ', ['Key Inputs']],
    [
      'a space in a comment',
      inPage(en, 'What the network')('<!-- playbook-lint-disable-line █'),
      ' ',
      ['alert-kind', 'bold-not-rendered'],
    ],
  ];
  for (const [what, text, typed, labels] of loud)
    test(`${what} does`, () => assert.deepEqual(asked(text, typed), labels));

  test('by no key with another meaning', () => {
    for (const key of ['\t', '\n', '\r']) assert.ok(!COMPLETION_TRIGGERS.includes(key));
  });
});

test('a comment offers the rules reported on its lines first', () => {
  const text = inPage(en, 'What the network of the customer is like.')('<!-- playbook-lint-disable-next-line █ -->');
  const at = (words: string): { readonly start: number; readonly end: number } => ({
    start: text.indexOf(words),
    end: text.indexOf(words),
  });
  const problems = [
    { ruleId: 'link-mailto', span: at('## Objectives') },
    { ruleId: 'link-empty', span: at('## Next Steps') },
  ];
  assert.deepEqual(labelsIn(text, { problems }).slice(0, 2), ['link-mailto', 'alert-kind']);
});

test('a translation offers the missing tasks of its original first, in their order', () => {
  const files = filesIn(
    `${OTHER_PAGES}==> german-playbook/check-proxy-de.md <==\n${de}==> english-playbook/zzz.md <==\n---\nft.audience: partner\n---\n\n#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n| 5000 | First by number | M | SME | Teams |\n`,
  );
  const labels = labelsIn(inPage(de, germanRow)('|█'), amongOthers(files, 'german-playbook/check-proxy-de.md'));
  assert.deepEqual(
    labels.map((label) => label.slice(0, 4)),
    ['5003', '5005', '5000', '5001'],
  );
});

test('a translation uses the words of another page in the same language', () => {
  const files = filesIn(
    `${OTHER_PAGES}==> de/a.md <==\n${de.replace('5001', '5005').replace('FastTrack Manager | Exchange', 'FE                | Exchange')}`,
  );
  assert.equal(
    lineAfter(inPage(de, germanRow)('|█'), '5005', amongOthers(files, 'de/new.md')),
    '| 5005 | Die Büros sammeln | E | FE | Exchange/Teams |',
  );
});

describe('a broken row of another page', () => {
  /** The name of task 5005 if a German page has it only in `row`, and an English page in an intact row. */
  const nameFrom = (row: string, page: string = de): string | undefined => {
    const files = filesIn(`${OTHER_PAGES}==> de/a.md <==\n${page.replace(germanRow, () => row)}`);
    return labelsIn(inPage(de, germanRow)('|█'), amongOthers(files, 'de/new.md'))
      .find((label) => label.startsWith('5005'))
      ?.slice(5);
  };
  const GERMAN = 'Die Büros sammeln';
  const english = nameFrom('');

  for (const row of [
    `| 5005 | ${GERMAN} | E FastTrack Manager | Exchange |`,
    `| 5005 | ${GERMAN} E | FastTrack Manager | Exchange |`,
    `| 5005 | ${GERMAN} | E | FastTrack Manager Exchange`,
    `| 5005 | ${GERMAN} | FastTrack Manager | Exchange |`,
    `| 5005 | ${GERMAN} | E | FastTrack Manager | Exchange | Teams |`,
    `| 5005 | ${GERMAN} | E | | FastTrack Manager | Exchange`,
    `|| 5005 | ${GERMAN} | E | FastTrack Manager | Exchange |`,
    `| 5005 | ${GERMAN} | E | FastTrack Manager | Exchange ｜`,
    `${germanRow}| 5005 | ${GERMAN} | E | FastTrack Manager | Exchange |`,
  ]) {
    test(`provides the name: ${row}`, () => {
      assert.equal(nameFrom(row), GERMAN);
      assert.equal(nameFrom(row, de.replaceAll('\n', '\r\n')), GERMAN);
    });
  }

  for (const row of [
    `| 5005 | ${GERMAN}`,
    `| 5005 | Die Büros | sammeln | E | FastTrack Manager | Exchange |`,
    `| 5005 | E | FastTrack Manager | Exchange |`,
    `| 5005 | | E | FastTrack Manager`,
    `| ${GERMAN} | 5005 | E | FastTrack Manager`,
    `| 5005 | ${GERMAN} FastTrack Manager | Exchange |`,
  ]) {
    test(`provides no name if it is uncertain: ${row}`, () => assert.equal(nameFrom(row), english));
  }

  test('ranks below an intact row in the same language', () => {
    const files = filesIn(
      `${OTHER_PAGES}==> de/a.md <==\n${de.replace(germanRow, () => '| 5005 | Kaputt | E FE | Exchange |')}==> de/b.md <==\n${de.replace('5001', '5005')}`,
    );
    assert.ok(labelsIn(inPage(de, germanRow)('|█'), amongOthers(files, 'de/new.md')).includes(`5005 ${GERMAN}`));
  });
});

test('an incomplete row gets tab stops', () => {
  const [item] = completionsIn(inPage(de, germanRow)('| 5003█ | | | | |'), among).items.filter(({ label }) =>
    label.startsWith('5003'),
  );
  assert.equal(
    item?.snippet,
    String.raw`5003 | ${'$'}{1:Check the proxy \\| with the customer <!-- playbook-translate -->} | E | FastTrack Engineer/SME | Alle Dienste |$0`,
  );
});

test('a long list of tasks is cut off, and typing on shows the rest', () => {
  const rows = Array.from(
    { length: 2000 },
    (_, index) => `| ${7000 + index} | Task number ${index} | M | SME | Teams |`,
  ).join('\n');
  const files = filesIn(
    `==> many.md <==\n---\nft.audience: partner\n---\n\n#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n${rows}\n`,
  );
  const many = amongOthers(files, 'new.md');
  const { items, isComplete } = completionsIn(inPage(en, englishRow)('|█'), many);
  assert.equal(isComplete, false);
  assert.equal(items.length, 100);
  assert.deepEqual(labelsIn(inPage(en, englishRow)('| 8999█'), many), ['8999 Task number 1999']);
  assert.deepEqual(labelsIn(inPage(en, englishRow)('| number 1999█'), many), ['8999 Task number 1999']);
});
