// Rows moved, deleted, filtered and undone in the task preview, while the page changes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { movedDown, nextVersion, noRows, page, rowOf } from './panel/tasks.mjs';
import { skip, type, withPanel } from './panel/with-panel.mjs';

describe('a row', { skip }, () => {
  const commands = /** @type {const} */ ([
    ['Space', 'toggleMandatory'],
    ['Delete', 'deleteRow'],
    ['Control+Delete', 'deleteRow'],
    ['Alt+ArrowUp', 'moveRowUp'],
    ['Alt+ArrowDown', 'moveRowDown'],
    ['Insert', 'insertRow'],
    ['Control+Shift+Enter', 'insertRow'],
  ]);
  for (const [key, command] of commands) {
    test(`is edited with ${key}`, () =>
      withPanel([page], async (panel) => {
        await panel.goTo('4091', 2);
        await panel.press(key);
        assert.deepEqual(await panel.posted('edit'), [
          { type: 'edit', request: 1, version: 1, row: 6, edit: { command } },
        ]);
      }));
  }

  test('keeps the focus when it moves, however often a key is pressed', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4090', 1);
      await panel.press('Alt+ArrowDown', 'Alt+ArrowDown');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ version, row, edit }) => [version, row, edit.command]),
        [
          [1, 5, 'moveRowDown'],
          [1, 5, 'moveRowDown'],
        ],
      );
      const swap = (/** @type {any[]} */ rows, /** @type {number} */ from) =>
        rows
          .with(from, { ...rows[from + 1], line: rows[from].line })
          .with(from + 1, { ...rows[from], line: rows[from + 1].line });
      await panel.send(nextVersion((rows) => swap(rows, 5), 2, [{ request: 1, row: 6 }]));
      assert.match(await panel.focused(), /^Measure the bandwidth/);
      await panel.send(nextVersion((rows) => swap(swap(rows, 5), 6), 3, [{ request: 2, row: 7 }]));
      assert.match(await panel.focused(), /^Measure the bandwidth/);
    }));

  test("that could not be moved doesn't block what comes next", () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4090', 1);
      await panel.press('Alt+ArrowUp');
      await panel.send({ type: 'refused', request: 1 });
      await panel.press('Alt+ArrowDown');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit.command),
        ['moveRowUp', 'moveRowDown'],
      );
    }));

  test('that is deleted leaves the focus to the row below, or, if it was the last, above', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('5002');
      await panel.press('Delete');
      assert.equal(await panel.focused(), '5003', 'before the page answers');
      await panel.send(
        nextVersion((rows) => rows.toSpliced(10, 1).with(10, { ...rows[11], line: 63 }), 2, [{ request: 1, row: 10 }]),
      );
      assert.equal(await panel.focused(), '5003');
      await panel.press('Delete');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ version, row }) => [version, row]),
        [
          [1, 10],
          [2, 10],
        ],
      );
      assert.equal(await panel.focused(), '5001');
      await panel.send(nextVersion((rows) => rows.slice(0, 10), 3, [{ request: 2, row: null }]));
      assert.equal(await panel.focused(), '5001');
    }));

  test("that can't be deleted comes back", () =>
    withPanel([page], async (panel) => {
      await panel.goTo('5002');
      await panel.press('Delete');
      assert.equal(await panel.page.locator('.task', { hasText: '5002' }).count(), 0);
      await panel.send({ type: 'refused', request: 1 }, { type: 'said', message: 'No', isError: true });
      assert.equal(await panel.page.locator('.task', { hasText: '5002' }).count(), 1);
    }));

  test('that was the only one comes back with Ctrl+Z', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983');
      await panel.press('Delete');
      await panel.send(noRows);
      await panel.posted();
      await panel.press('Control+z');
      assert.deepEqual(await panel.posted(), [{ type: 'undo' }]);
    }));

  test('that no longer matches the filter stays until the filter changes, and keeps the focus', () =>
    withPanel([page], async (panel) => {
      await panel.page.locator('.filters input').fill('bandwidth');
      await panel.goTo('4090', 1);
      await type(panel, 'Other');
      await panel.press('Enter');
      await panel.send(
        nextVersion((rows) => rows.with(5, rowOf(1, 42, ['4090', 'Other', 'M', 'FastTrack Engineer', 'Teams'])), 2, [
          { request: 1, row: 5 },
        ]),
      );
      assert.equal(await panel.focused(), 'Other');
      await panel.page.locator('.filters input').fill('bandwidth of');
      await panel.settle();
      assert.equal(await panel.page.locator('.row.task').count(), 0);
    }));

  test('keeps the focus if others add, move and change rows', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 1);
      await panel.send(movedDown(5));
      assert.equal(await panel.focused(), 'Check the DNS records');
      await panel.send(
        nextVersion((rows) => rows.with(6, { ...rows[8], line: 43 }).with(8, { ...rows[6], line: 45 }), 3),
      );
      assert.equal(await panel.focused(), 'Check the DNS records');
      await panel.send(
        nextVersion((rows) => rows.with(6, rowOf(1, 43, ['4091', 'Renamed', 'O', 'SME', 'Exchange'])), 4),
      );
      assert.equal(await panel.focused(), 'Renamed');
      await panel.page.getByRole('columnheader', { name: 'Task Name' }).click();
      assert.match(await panel.focused(), /Task Name/);
    }));

  test('that others delete leaves the focus to its heading, so that typing changes no other row', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 1);
      await panel.send(nextVersion((rows) => rows.toSpliced(6, 1)));
      assert.match(await panel.focused(), /^Assess the network/);
      await panel.press('x', 'Delete', 'F2');
      assert.deepEqual(await panel.posted('edit'), []);
      assert.equal(await panel.page.locator('.editor').count(), 0);
      await panel.send(nextVersion((rows) => rows, 3));
      assert.match(await panel.focused(), /^(?:Assess the network|Check the DNS records)/);
    }));

  test('has a menu, with Shift+F10, with its button, and with the right mouse button', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0984', 1);
      await panel.press('Shift+F10');
      assert.equal(await panel.focused(), 'Show in the editorEnter');
      await panel.press('ArrowDown', 'ArrowDown', 'Enter');
      assert.deepEqual(await panel.posted(), [{ type: 'openLink', row: 1, column: 'task-name', part: 3 }]);
      assert.match(await panel.focused(), /^Agree/);
      await panel.press('End', 'Enter', 'End', 'Enter');
      assert.deepEqual(await panel.posted(), [
        { type: 'edit', request: 1, version: 1, row: 1, edit: { command: 'deleteRow' } },
      ]);
      await panel.page.locator('.task', { hasText: '5001' }).locator('[data-column="1"]').click({ button: 'right' });
      assert.equal(await panel.page.getByRole('menu').count(), 1);
      await panel.press('Escape');
      assert.equal(await panel.focused(), 'Hand over to the partner');
    }));

  test('is saved with its page by Ctrl+S, including the cell that is being edited', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await type(panel, 'New');
      await panel.press('Control+s');
      assert.deepEqual(
        (await panel.posted()).filter(({ type }) => type !== 'try').map(({ type }) => type),
        ['edit', 'save'],
      );
      assert.equal(await panel.page.locator('.editor').count(), 0);
    }));

  test('is undone and redone', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0984');
      await panel.press('Control+z', 'Control+y', 'Control+Shift+z', 'Meta+z');
      assert.deepEqual(
        (await panel.posted()).map(({ type: what }) => what),
        ['undo', 'redo', 'redo', 'undo'],
      );
    }));
});
