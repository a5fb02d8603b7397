// Rows added in the task preview, and filled in at once.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nextVersion, page, rowOf } from './panel/tasks.mjs';
import { skip, type, withPanel } from './panel/with-panel.mjs';

describe('a row', { skip }, () => {
  const withNew = (/** @type {string} */ id) => (/** @type {any[]} */ rows) => [
    rows[0],
    rowOf(0, 23, [id, '', '', '', '']),
    ...rows.slice(1).map((row) => ({ ...row, line: row.line + 1 })),
  ];
  const editing = (/** @type {import('./panel/panel.mjs').Panel} */ panel) =>
    panel.page.locator('.editor input').inputValue();

  test('that is added can be filled in immediately, whatever is shown, and receives the typed text', () =>
    withPanel([page], async (panel) => {
      await panel.page.locator('.filters input').fill('welcome');
      await panel.goTo('0983', 1);
      await panel.press('Insert');
      await type(panel, '7001');
      await panel.press('Tab');
      await type(panel, 'New task');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ type: _, ...sent }) => sent),
        [
          { request: 1, version: 1, row: 0, edit: { command: 'insertRow' } },
          { request: 2, added: 1, edit: { command: 'setCell', column: 'task-id', text: '7001' } },
        ],
      );
      await panel.send(nextVersion(withNew(''), 2, [{ request: 1, row: 1 }]));
      assert.equal(await editing(panel), 'New task');
      await panel.send(nextVersion(withNew('7001'), 3, [{ request: 2, row: 1 }]));
      assert.equal(await editing(panel), 'New task');
      await panel.press('Enter');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ version, row, edit }) => [version, row, edit.text]),
        [[3, 1, 'New task']],
      );
      assert.deepEqual(
        await panel.page.locator('.task [data-column="0"]').allInnerTexts(),
        ['0983', '7001'],
        'it matches no filter, and is shown',
      );
      await panel.page.locator('.filters input').fill('welcome ');
      await panel.settle();
      assert.deepEqual(
        await panel.page.locator('.task [data-column="0"]').allInnerTexts(),
        ['0983'],
        'until the filter changes',
      );
    }));

  test('that moves to a collapsed group expands it', () =>
    withPanel(
      [page],
      async (panel) => {
        await panel.page.locator('.row.group', { hasText: 'Partner' }).first().click();
        await panel.goTo('4093', 3);
        await type(panel, 'partner');
        await panel.press('Enter', 'Enter');
        await panel.send(
          nextVersion(
            (rows) => rows.with(8, rowOf(1, 45, ['4093', 'Open the ports 80 | 443', 'M', 'Partner', 'Teams'])),
            2,
            [{ request: 1, row: 8 }],
          ),
        );
        assert.equal(await panel.focused(), 'Partner');
        assert.equal(
          await panel.page.evaluate(
            () => document.activeElement?.closest('.row')?.querySelector('[data-column="0"]')?.textContent,
          ),
          '4093',
        );
      },
      { state: { uri: '', isLocked: false, scope: 'page', view: 'tasks', look: { grouping: 'role' } } },
    ));

  test('that could not be added disappears, and the typed text is shown', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('Insert');
      await type(panel, '7001');
      await panel.send({ type: 'refused', request: 1 });
      assert.equal(await panel.page.locator('.editor').count(), 0);
      assert.match(await panel.page.getByRole('alert').innerText(), /wasn't saved: 7001/);
      assert.equal(await panel.page.locator('.task').count(), 12);
    }));

  test('that is waiting to be filled in is where Insert leads to', () =>
    withPanel([nextVersion(withNew(''), 1)], async (panel) => {
      await panel.page
        .locator('.row.task')
        .nth(1)
        .locator('[data-column="2"]')
        .click({ position: { x: 3, y: 3 } });
      await panel.press('Insert');
      assert.deepEqual(await panel.posted('edit'), []);
      assert.equal(await panel.page.locator('.editor.of-task-id').count(), 1);
    }));
});
