// Cells changed in the task preview: by keyboard, by typing fast, while the page changes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chinesePage, movedDown, nextVersion, page, problem, rowOf } from './panel/tasks.mjs';
import { skip, type, withPanel } from './panel/with-panel.mjs';

describe('a cell', { skip }, () => {
  test('is edited in place: F2, Enter, and the focus is back', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('F2', 'End');
      await type(panel, ' today');
      await panel.press('Enter');
      assert.deepEqual(await panel.posted('edit'), [
        {
          type: 'edit',
          request: 1,
          version: 1,
          row: 0,
          edit: { command: 'setCell', column: 'task-name', text: 'Send the welcome mail today' },
        },
      ]);
      assert.equal(await panel.focused(), 'Send the welcome mail');
    }));

  test("isn't changed by Escape, or if the text is the same", () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983');
      await panel.press('x', 'Escape', 'F2', 'Enter');
      await panel.page
        .locator('.task', { hasText: '0983' })
        .locator('[data-column="1"]')
        .dblclick({ position: { x: 5, y: 5 } });
      await panel.press('Enter');
      assert.deepEqual(await panel.posted('edit'), []);
      assert.equal(await panel.focused(), 'Send the welcome mail');
    }));

  test('is replaced by typing, and Tab goes to the next cell', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983');
      await type(panel, '777');
      await panel.press('Tab');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit),
        [{ command: 'setCell', column: 'task-id', text: '777' }],
      );
      assert.equal(await panel.page.locator('.editor input').inputValue(), 'Send the welcome mail');
      await panel.press('Shift+Tab');
      assert.equal(await panel.page.locator('.editor input').inputValue(), '0983');
    }));

  test('leaves VS Code its own keys', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('F2');
      await panel.page.evaluate(
        `globalThis.heard = []; window.addEventListener('keydown', ({ key }) => heard.push(key))`,
      );
      await panel.press('F1', 'Control+p', 'Escape');
      assert.deepEqual(await panel.page.evaluate('heard'), ['F1', 'Control', 'p']);
    }));

  for (const isEditable of [true, false]) {
    test(`keeps its own keys from VS Code, wherever the focus is, on a page that can${isEditable ? '' : 'not'} be edited`, () =>
      withPanel([{ ...page, isEditable }], async (panel) => {
        const places = [
          '.filters input',
          '.grid [role="columnheader"]',
          '.row.group [data-column]',
          ...[0, 1, 2, 3, 4, 5, 6].map((column) => `.task:has-text("4091") [data-column="${column}"]`),
          '.tool',
        ];
        await panel.page.evaluate(
          `globalThis.heard = []; window.addEventListener('keydown', (event) => event.key === 'Alt' || heard.push(event.key))`,
        );
        for (const place of places) {
          for (const key of [
            'Insert',
            'Delete',
            'Alt+ArrowUp',
            'Alt+ArrowDown',
            'F2',
            'Insert',
            'Delete',
            'x',
            'Insert',
          ]) {
            await panel.page.locator(place).first().focus();
            await panel.page.keyboard.press(key);
            if (key === 'F2' || key === 'x') await panel.press('Insert', 'Delete', 'Tab');
          }
        }
        assert.deepEqual(await panel.page.evaluate('heard'), []);
      }));
  }

  test('shows the problems of the latest text only', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983');
      for (const [typed, text] of /** @type {const} */ ([
        ['a', 'a'],
        ['b', 'ab'],
      ])) {
        await type(panel, typed);
        await panel.untilPosted(`type === 'try' && edit.text === '${text}'`);
      }
      const tries = await panel.posted('try');
      assert.deepEqual(
        tries.map(({ edit }) => edit.text),
        ['a', 'ab'],
      );
      const [first, second] = tries.map(({ request }) => request);
      await panel.send({
        type: 'tried',
        request: first,
        problems: [problem('error', 'Stale', 'task-id')],
        refused: null,
      });
      assert.doesNotMatch(await panel.page.locator('.editor').innerText(), /Stale/);
      await panel.send({
        type: 'tried',
        request: second,
        problems: [problem('error', '"ab" is no task ID', 'task-id')],
        refused: null,
      });
      assert.match(await panel.page.locator('.editor').innerText(), /"ab" is no task ID/);
      await panel.press('Enter');
      assert.equal((await panel.posted('edit')).length, 1, 'it warns, and forbids nothing');
    }));

  test('is edited with F2 at its end, and replaced after Tab', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 0);
      await panel.press('F2');
      await type(panel, '5');
      await panel.press('Tab');
      await type(panel, 'New');
      await panel.press('Enter');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit.text),
        ['40915', 'New'],
      );
    }));

  test("that an input method opens and then cancels isn't emptied", () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 1);
      await panel.page.evaluate(() =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Process', bubbles: true, cancelable: true }),
        ),
      );
      await panel.settle();
      await panel.press('Enter');
      assert.deepEqual(await panel.posted('edit'), []);
    }));

  test('of mandatory or optional is selected with the letters of the table', () =>
    withPanel([chinesePage], async (panel) => {
      await panel.goTo('0431', 2);
      await panel.press('F2');
      assert.match(await panel.page.getByRole('listbox').innerText(), /必[\s\S]*Mandatory[\s\S]*可[\s\S]*Optional/);
      await panel.press('ArrowDown', 'Enter');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit),
        [{ command: 'setCell', column: 'mo', text: '可' }],
      );
      await panel.press('Space');
    }));

  test('stays open if the page changes elsewhere, and shows the typed text if its row changes', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await type(panel, 'Half');
      await panel.send(
        nextVersion((rows) => rows.with(8, rowOf(1, 45, ['4093', 'Something else', 'M', 'SME', 'Teams']))),
      );
      assert.equal(await panel.page.locator('.editor input').inputValue(), 'Half');
      await type(panel, 'way');
      await panel.send(
        nextVersion((rows) => rows.with(0, rowOf(0, 22, ['0983', 'Changed by others', 'M', 'SME', 'Teams'])), 3),
      );
      assert.equal(await panel.page.locator('.editor').count(), 0);
      assert.match(await panel.page.getByRole('alert').innerText(), /wasn't saved: Halfway/);
      assert.equal(await panel.focused(), 'Changed by others');
      assert.deepEqual(await panel.posted('edit'), [], 'and what others wrote is still there');
    }));

  test('stays open, over its cell, if lines and rows are added above it', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 1);
      await type(panel, 'Half');
      await panel.send(movedDown(5));
      await type(panel, 'way');
      assert.equal(await panel.page.locator('.editor input').inputValue(), 'Halfway');
      const [editor, cell] = await Promise.all(
        ['.editor input', '.task:has-text("4091") [data-column="1"]'].map((selector) =>
          panel.page.locator(selector).boundingBox(),
        ),
      );
      assert.ok(editor && cell && Math.abs(editor.y - cell.y) < cell.height, 'over its cell');
      await panel.press('Enter');
      assert.deepEqual(await panel.posted('edit'), [
        {
          type: 'edit',
          request: 1,
          version: 2,
          row: 7,
          edit: { command: 'setCell', column: 'task-name', text: 'Halfway' },
        },
      ]);
    }));

  test('after the other is edited as fast as somebody types, before the page answers', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 0);
      await type(panel, '4191');
      await panel.press('Tab');
      await type(panel, 'One');
      await panel.press('Tab', 'm', 'Tab');
      await type(panel, 'partner');
      const changed = (/** @type {string} */ name) => (/** @type {any[]} */ rows) =>
        rows.with(6, rowOf(1, 43, ['4191', name, 'O', 'FastTrack Engineer, SME', 'Exchange']));
      await panel.send(nextVersion(changed('Check the DNS records')));
      await panel.send(nextVersion(changed('One'), 3));
      assert.equal(await panel.page.locator('.editor input').inputValue(), 'partner');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit.column),
        ['task-id', 'task-name', 'mo'],
      );
    }));

  test('is edited in place if the caret moves elsewhere', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await type(panel, 'Half');
      const place = await panel.page.locator('.editor input').boundingBox();
      await panel.send({ type: 'caret', line: 43 });
      assert.deepEqual(await panel.page.locator('.editor input').boundingBox(), place);
      await panel.press('Escape');
      assert.equal(await panel.focused(), 'Send the welcome mail');
    }));

  test('gives the focus to the grid when the author comes back to the panel', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.page.evaluate(`document.activeElement.blur(); window.dispatchEvent(new Event('focus'))`);
      assert.equal(await panel.focused(), 'Send the welcome mail');
    }));

  test('shows the typed text if its page disappears', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await type(panel, 'Half');
      await panel.send({ type: 'nothing', reason: 'gone', file: 'a.md' });
      assert.match(await panel.page.getByRole('alert').innerText(), /wasn't saved: Half/);
      assert.deepEqual(await panel.posted('edit'), []);
    }));

  test("isn't changed on a read-only page, and each key that would change it says why", () =>
    withPanel([{ ...page, isEditable: false, readOnly: 'a.md is read-only: the setting names it' }], async (panel) => {
      const note = panel.page.locator('#read-only');
      assert.equal(await note.innerText(), 'a.md is read-only: the setting names it');
      assert.equal(await panel.page.getByRole('grid').getAttribute('aria-describedby'), 'read-only keys');
      for (const key of [
        'F2',
        'x',
        'Space',
        'Delete',
        'Insert',
        'Alt+ArrowUp',
        'Alt+ArrowDown',
        'Control+z',
        'Control+y',
      ]) {
        await panel.goTo('0983', 2);
        await panel.press(key);
        assert.equal(await panel.page.getByRole('alert').innerText(), 'a.md is read-only: the setting names it', key);
        await panel.page.getByRole('button', { name: 'Dismiss' }).press('Enter');
      }
      assert.deepEqual(await panel.posted('edit'), []);
      assert.equal(await panel.page.locator('.editor').count(), 0);
      await panel.send({ ...page, preview: { ...page.preview, version: 2 } });
      await note.waitFor({ state: 'detached' });
    }));

  test('shows no message for keys that only move, or for a workspace', () =>
    withPanel([{ ...page, isEditable: false, readOnly: 'a.md is read-only' }], async (panel) => {
      await panel.goTo('0983', 2);
      await panel.press('ArrowDown', 'Enter', 'Escape');
      assert.equal(await panel.page.getByRole('alert').innerText(), '');
      await panel.send({ ...page, isEditable: false });
      await panel.goTo('0983', 2);
      await panel.press('F2', 'Delete');
      assert.equal(await panel.page.getByRole('alert').innerText(), '');
    }));

  test("isn't changed on a page that can't be edited", () =>
    withPanel([{ ...page, isEditable: false }], async (panel) => {
      await panel.goTo('0983', 2);
      await panel.press('F2', 'x', 'Space', 'Delete', 'Alt+ArrowDown', 'Insert', 'Control+z');
      assert.deepEqual(await panel.posted(), []);
      assert.equal(await panel.page.locator('.editor').count(), 0);
    }));
});
