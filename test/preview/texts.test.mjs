// In a language whose words have accents, every word without one was sent by the extension, or bypasses the messages.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openReport } from './report-page.mjs';
import { noRows, noTables, page, workspace } from './panel/tasks.mjs';
import { pages, skip, withPanel } from './panel/with-panel.mjs';
import { plainWordsIn, pseudoTextsOf } from './pseudo-texts.mjs';
import { rendered, versions } from './views/data.mjs';

/** Names of products, of formats and of the kind of tasks, in a text of their own. */
const NAMES = 'FastTrack Engineer Teams GitHub Markdown JSON Excel xlsx';

describe('all texts of the task preview are messages', { skip }, async () => {
  const texts = JSON.stringify(await pseudoTextsOf('preview'));
  const inPage = { data: { scope: 'page', view: 'tasks', texts } };

  for (const [name, message] of Object.entries({
    'tasks of a page': page,
    'tasks of the workspace': workspace(50),
    'a page without rows': noRows,
    'a page without tables': noTables,
    'the tables as readers see them': { type: 'readers', rendered },
    'all languages': { type: 'languages', versions },
    loading: { type: 'loading', done: 3, total: 12 },
    'a note': { type: 'said', message: 'A note', isError: true },
    ...Object.fromEntries(
      ['no-page', 'no-playbook', 'ignored', 'switched-off', 'gone', 'no-workspace', 'cancelled'].map((reason) => [
        reason,
        { type: 'nothing', reason, file: 'contoso/a.md' },
      ]),
    ),
  }))
    test(name, () =>
      withPanel(
        [message],
        async (panel) => {
          for (const button of await panel.page.locator('[aria-haspopup]:enabled').all()) {
            if (!(await button.isVisible())) continue;
            await button.click();
            await panel.settle();
            const { words } = await plainWordsIn(panel.page, [message, NAMES]);
            assert.deepEqual(words, []);
            await panel.page.keyboard.press('Escape');
          }
          const { words, length } = await plainWordsIn(panel.page, [message, NAMES]);
          assert.deepEqual(words, []);
          assert.ok(length > 20);
        },
        inPage,
      ),
    );
});

/** What the extension calls the page. */
const TITLE = 'Report';

test('all texts of a report are messages', { skip }, async () => {
  assert.ok(pages);
  const texts = JSON.stringify(await pseudoTextsOf('report'));
  const table = { columns: ['Task ID', 'Name'], rows: [['1000', 'Task']], sortKeys: [null, null] };
  for (const kind of ['tasks', 'translations', 'metadata'])
    for (const shown of [table, { ...table, rows: [] }]) {
      const report = await openReport(pages, shown, { kind, texts });
      assert.deepEqual((await plainWordsIn(report, [shown, NAMES, TITLE])).words, [], kind);
    }
});
