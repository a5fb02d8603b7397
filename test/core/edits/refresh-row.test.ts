import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { builtInVocabulary as words, insertRefreshRow, LANGUAGES } from '../../../server/src/core/index.js';
import { assertClean, pageIn } from '../../support/clean-edits.js';
import { afterEdits, lineDiff, pageWith, refusalOf } from '../../support/edit-page.js';

describe('a refresh row', () => {
  const TODAY = '2026-11-05';
  const added = (
    rows: readonly string[],
    texts: Partial<Parameters<typeof insertRefreshRow>[1]> = {},
    head = '|Date|Who Changed|What Changed|\n|---|---|---|',
  ): string => {
    const page = pageWith(`## Refresh Summary\n\n${head}\n${rows.join('\n')}\n`);
    const after = afterEdits(
      page,
      insertRefreshRow(page.playbook, { date: TODAY, author: 'Ada North', text: 'Added task 5009', ...texts }),
    ).replace('█', '');
    const { added: lines, removed } = lineDiff(page.text, after);
    assert.deepEqual([lines.length, removed.length], [1, 0], 'one changed line');
    return lines[0] ?? '';
  };

  test('has the date format of the table', () => {
    assert.equal(added(['|9/7/2019| Celia Kennedy| Updated|']), '|11/5/2026| Ada North| Added task 5009|');
    assert.equal(
      added(['| 12/27/2019 | a | b |', '| 03/27/2019 | a | b |']),
      '| 11/05/2026 | Ada North | Added task 5009 |',
    );
    assert.equal(added(['| **9/7/19** | a | b |']), '| **11/5/2026** | Ada North | Added task 5009 |');
    assert.equal(added(['| 27.03.2020 | a | b |']), '| 05.11.2026 | Ada North | Added task 5009 |');
    assert.equal(added(['| 2020-3-7 | a | b |']), '| 2026-11-5 | Ada North | Added task 5009 |');
    assert.equal(added(['| 2020 年 3 月 7 日 | a | b |']), '| 2026 年 11 月 5 日 | Ada North | Added task 5009 |');
    assert.equal(added(['| 7 Mar 2020 | a | b |']), '| 11/05/2026 | Ada North | Added task 5009 |');
    assert.equal(
      added(
        ['| 25/10/2019 | a | b |', '| 04/10/2019 | a | b |'],
        {},
        '| Fecha | Quién realizó el cambio | Qué cambió |\n|---|---|---|',
      ),
      '| 05/11/2026 | Ada North | Added task 5009 |',
    );
  });

  test('fills columns with unknown names by their position', () => {
    const row = ['| 03/27/2019 | a | b |'];
    const head = (...names: readonly string[]): string =>
      `| ${names.join(' | ')} |\n|${names.map(() => '---|').join('')}`;
    const cells = { author: 'B', text: 'T | x' };
    assert.equal(added(row, cells, head('Date', 'Author', 'Change')), '| 11/05/2026 | B | T \\| x |');
    assert.equal(added(row, cells, head('When', 'Who Changed', 'Change')), '| 11/05/2026 | B | T \\| x |');
    assert.equal(added(row, cells, head('#', 'Date', 'Author', 'Change')), '| | 11/05/2026 | B | T \\| x |');
    assert.equal(added(['| 27.03.2019 | a |'], cells, head('Datum', 'Text')), '| 05.11.2026 | T \\| x |');
    assert.equal(added(row, cells, head('Date', 'What Changed', 'Version')), '| 11/05/2026 | T \\| x | |');
  });

  test('loses no text: without a column for it, nothing is inserted', () => {
    const refused = (head: string, texts: Partial<Parameters<typeof insertRefreshRow>[1]>): string => {
      const page = pageWith(`## Refresh Summary\n\n${head}\n| 03/27/2019 | a | b |\n`);
      return refusalOf(insertRefreshRow(page.playbook, { date: TODAY, ...texts }));
    };
    const usual = '| Date | Who Changed | What Changed |\n|---|---|---|';
    assert.equal(refused(usual, { text: 'T', notes: 'N' }), 'The table has no column "Notes"');
    const unknown = '| Date | Author | Change |\n|---|---|---|';
    assert.equal(refused(unknown, { notes: 'N' }), 'The table has no column "Notes"');
    const ambiguous = '| Date | Version | Author | Change |\n|---|---|---|---|';
    assert.equal(refused(ambiguous, { text: 'T' }), 'The table has no column "What Changed"');
    const short = '| Date | Who Changed |\n|---|---|';
    assert.equal(refused(short, { text: 'T' }), 'The table has no column "What Changed"');
    const version = '| Date | Version | Who Changed | What Changed |\n|---|---|---|---|';
    assert.equal(refused(version, { notes: 'N' }), 'The table has no column "Notes"');
    assert.equal(added(['| 03/27/2019 | a | b |'], { notes: ' ' }), '| 11/05/2026 | Ada North | Added task 5009 |');
  });

  test('names a column for the author that the table does not have', () => {
    const page = pageWith('## Refresh Summary\n\n| Date | What Changed |\n|---|---|\n| 03/27/2019 | a |\n');
    const result = insertRefreshRow(page.playbook, { date: TODAY, author: 'Ada North', text: 'T' });
    assert.match(afterEdits(page, result), /\n\| █?11\/05\/2026 \| █?T \|\n/);
    assert.deepEqual('leftOut' in result && result.leftOut.map(({ values }) => values), [{ text: 'Who Changed' }]);
  });

  test('is inserted at the top, or at the end of a log with the oldest row first', () => {
    const page = pageWith(
      '## Refresh Summary\n\n|Date|Who Changed|What Changed|\n|---|---|---|\n|1/1/2018|a|b|\n|1/1/2019|a|b|\n|1/1/2020|a|b|\n',
    );
    assert.ok(
      afterEdits(page, insertRefreshRow(page.playbook, { date: TODAY })).endsWith('|1/1/2020|a|b|\n|11/5/2026|█||\n'),
    );
    assert.match(added(['|1/1/2020|a|b|', '|1/1/2019|a|b|']), /^\|11\/5/);
  });

  test('keeps text in its cell', () => {
    assert.equal(added(['| 03/27/2019 | a | b |'], { text: 'a|b\nc' }), '| 11/05/2026 | Ada North | a\\|b<br />c |');
  });

  test('is inserted with a heading and a table above the home link', () => {
    for (const language of LANGUAGES) {
      const page = pageWith(pageIn(language));
      const after = afterEdits(
        page,
        insertRefreshRow(page.playbook, { date: TODAY, author: 'Ada North', text: 'X' }),
      ).replace('█', '');
      const column = (id: 'date' | 'who' | 'what'): string => words.refreshColumns.spelling(id, language);
      const log = `## ${words.sections.spelling('refresh-summary', language)}\n\n| ${column('date')} | ${column('who')} | ${column('what')} |\n| --- | --- | --- |\n| 11/05/2026 | Ada North | X |\n\n[`;
      assert.ok(after.includes(log), after);
      assertClean(page.text, after);
    }
    const waiting = pageWith('## Refresh Summary\n\n## More\n');
    assert.equal(
      afterEdits(waiting, insertRefreshRow(waiting.playbook, { date: TODAY, author: 'A', text: 'X' })),
      '## Refresh Summary\n\n| Date | Who Changed | What Changed |\n| --- | --- | --- |\n| █11/05/2026 | A | X |\n\n## More\n',
    );
  });

  test('needs a valid date', () => {
    const page = pageWith('## Refresh Summary\n');
    assert.equal(refusalOf(insertRefreshRow(page.playbook, { date: '2026-02-30' })), '"2026-02-30" is not a date');
  });
});
