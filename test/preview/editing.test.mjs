// Cells and rows changed in the task preview, in a browser: by keyboard, by typing fast, while the page changes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chinesePage, movedDown, nextVersion, noRows, page, problem, rowOf } from './panel/tasks.mjs';
import { skip, type, withPanel } from './panel/with-panel.mjs';

describe('a cell', { skip }, () => {
  test('is changed in place: F2, Enter, and the focus is back', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('F2', 'End');
      await type(panel, ' today');
      await panel.press('Enter');
      assert.deepEqual(await panel.posted('edit'), [{ type: 'edit', request: 1, version: 1, row: 0, edit: { command: 'setCell', column: 'task-name', text: 'Send the welcome mail today' } }]);
      assert.equal(await panel.focused(), 'Send the welcome mail');
    }));

  test('is not changed by Escape, or when it says the same', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983');
      await panel.press('x', 'Escape', 'F2', 'Enter');
      await panel.page.locator('.task', { hasText: '0983' }).locator('[data-column="1"]').dblclick({ position: { x: 5, y: 5 } });
      await panel.press('Enter');
      assert.deepEqual(await panel.posted('edit'), []);
      assert.equal(await panel.focused(), 'Send the welcome mail');
    }));

  test('is replaced by what is typed, and Tab goes on to the next', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983');
      await type(panel, '777');
      await panel.press('Tab');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit), [{ command: 'setCell', column: 'task-id', text: '777' }]);
      assert.equal(await panel.page.locator('.editor input').inputValue(), 'Send the welcome mail');
      await panel.press('Shift+Tab');
      assert.equal(await panel.page.locator('.editor input').inputValue(), '0983');
    }));

  test('leaves VS Code its own keys', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('F2');
      await panel.page.evaluate(`globalThis.heard = []; window.addEventListener('keydown', ({ key }) => heard.push(key))`);
      await panel.press('F1', 'Control+p', 'Escape');
      assert.deepEqual(await panel.page.evaluate('heard'), ['F1', 'Control', 'p']);
    }));

  for (const isEditable of [true, false]) {
    test(`keeps its own keys from VS Code, wherever the focus is, on a page that can${isEditable ? '' : 'not'} be changed`, () =>
      withPanel([{ ...page, isEditable }], async (panel) => {
        const places = ['.filters input', '.grid [role="columnheader"]', '.row.group [data-column]', ...[0, 1, 2, 3, 4, 5, 6].map((column) => `.task:has-text("4091") [data-column="${column}"]`), '.tool'];
        await panel.page.evaluate(`globalThis.heard = []; window.addEventListener('keydown', (event) => event.key === 'Alt' || heard.push(event.key))`);
        for (const place of places) {
          for (const key of ['Insert', 'Delete', 'Alt+ArrowUp', 'Alt+ArrowDown', 'F2', 'Insert', 'Delete', 'x', 'Insert']) {
            await panel.page.locator(place).first().focus();
            await panel.page.keyboard.press(key);
            if (key === 'F2' || key === 'x') await panel.press('Insert', 'Delete', 'Tab');
          }
        }
        assert.deepEqual(await panel.page.evaluate('heard'), []);
      }));
  }

  test('shows what the rules would say, of the latest text only', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983');
      await type(panel, 'a');
      await panel.page.waitForTimeout(250);
      await type(panel, 'b');
      await panel.page.waitForTimeout(250);
      const tries = await panel.posted('try');
      assert.deepEqual(tries.map(({ edit }) => edit.text), ['a', 'ab']);
      const [first, second] = tries.map(({ request }) => request);
      await panel.send({ type: 'tried', request: first, problems: [problem('error', 'Stale', 'task-id')], refused: null });
      assert.doesNotMatch(await panel.page.locator('.editor').innerText(), /Stale/);
      await panel.send({ type: 'tried', request: second, problems: [problem('error', '"ab" is no task ID', 'task-id')], refused: null });
      assert.match(await panel.page.locator('.editor').innerText(), /"ab" is no task ID/);
      await panel.press('Enter');
      assert.equal((await panel.posted('edit')).length, 1, 'it warns, and forbids nothing');
    }));

  for (const [column, id] of /** @type {const} */ ([['role', 3], ['services', 4]])) {
    test(`of ${column} is replaced by what is typed`, () =>
      withPanel([page], async (panel) => {
        await panel.goTo('4091', id);
        await type(panel, 'Partn');
        await panel.press('Enter', 'Enter');
        const text = column === 'role' ? ['partner'] : ['Partn'];
        assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit), [{ command: 'setCell', column, text }]);
      }));

    test(`of ${column} is changed with F2: what is there stays`, () =>
      withPanel([page], async (panel) => {
        await panel.goTo('4091', id);
        await panel.press('F2');
        await type(panel, 'Nobody');
        await panel.press('Tab');
        const before = column === 'role' ? ['fasttrack-engineer', 'sme'] : ['exchange'];
        assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit.text), [[...before, 'Nobody']]);
      }));
  }

  test('of words takes what is typed also when somebody clicks elsewhere or saves', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 3);
      await type(panel, 'partner');
      await panel.page.locator('.task', { hasText: '5001' }).locator('[data-column="1"]').click({ position: { x: 3, y: 3 } });
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit.text), [['partner']]);
      await panel.goTo('4093', 3);
      await type(panel, 'sme');
      await panel.press('Control+s');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit.text), [['sme']]);
    }));

  test('of words that Tab leads to is replaced by what is typed, and not by Tab alone', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 2);
      await panel.press('F2', 'Tab');
      await type(panel, 'partner');
      await panel.press('Tab', 'Shift+Tab', 'Tab');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit), [{ command: 'setCell', column: 'role', text: ['partner'] }]);
    }));

  test('is changed with F2 behind what is there, and replaced where Tab leads to', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 0);
      await panel.press('F2');
      await type(panel, '5');
      await panel.press('Tab');
      await type(panel, 'New');
      await panel.press('Enter');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit.text), ['40915', 'New']);
    }));

  test('that an input method opens, and then gives up, is not emptied', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 1);
      await panel.page.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', bubbles: true, cancelable: true })));
      await panel.settle();
      await panel.press('Enter');
      assert.deepEqual(await panel.posted('edit'), []);
    }));

  test('of mandatory or optional is chosen with the letters of the table', () =>
    withPanel([chinesePage], async (panel) => {
      await panel.goTo('0431', 2);
      await panel.press('F2');
      assert.match(await panel.page.getByRole('listbox').innerText(), /必[\s\S]*Mandatory[\s\S]*可[\s\S]*Optional/);
      await panel.press('ArrowDown', 'Enter');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit), [{ command: 'setCell', column: 'mo', text: '可' }]);
      await panel.press('Space');
    }));

  test('of words takes several, known ones and others', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 3);
      await panel.press('F2');
      assert.equal(await panel.page.getByRole('option', { selected: true }).count(), 2);
      await type(panel, 'arch');
      await panel.press('Enter');
      await type(panel, 'Somebody');
      await panel.press('Enter', 'Enter');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit), [{ command: 'setCell', column: 'role', text: ['fasttrack-engineer', 'sme', 'fasttrack-architect', 'Somebody'] }]);
      await panel.send({ type: 'said', message: 'Refused', isError: true });
      await panel.press('F2', 'Backspace', 'Enter');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit.text), [['fasttrack-engineer']]);
    }));

  test('stays open when the page changes elsewhere, and tells what was typed when its row changes', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await type(panel, 'Half');
      await panel.send(nextVersion((rows) => rows.with(8, rowOf(1, 45, ['4093', 'Something else', 'M', 'SME', 'Teams']))));
      assert.equal(await panel.page.locator('.editor input').inputValue(), 'Half');
      await type(panel, 'way');
      await panel.send(nextVersion((rows) => rows.with(0, rowOf(0, 22, ['0983', 'Changed by others', 'M', 'SME', 'Teams'])), 3));
      assert.equal(await panel.page.locator('.editor').count(), 0);
      assert.match(await panel.page.getByRole('alert').innerText(), /not saved: Halfway/);
      assert.equal(await panel.focused(), 'Changed by others');
      assert.deepEqual(await panel.posted('edit'), [], 'and what others wrote is still there');
    }));

  test('stays open, over its cell, when lines and rows come in above it', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 1);
      await type(panel, 'Half');
      await panel.send(movedDown(5));
      await type(panel, 'way');
      assert.equal(await panel.page.locator('.editor input').inputValue(), 'Halfway');
      const [editor, cell] = await Promise.all(['.editor input', '.task:has-text("4091") [data-column="1"]'].map((selector) => panel.page.locator(selector).boundingBox()));
      assert.ok(editor && cell && Math.abs(editor.y - cell.y) < cell.height, 'over its cell');
      await panel.press('Enter');
      assert.deepEqual(await panel.posted('edit'), [{ type: 'edit', request: 1, version: 2, row: 7, edit: { command: 'setCell', column: 'task-name', text: 'Halfway' } }]);
    }));

  test('is changed after the other as fast as somebody types, before the page answers', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 0);
      await type(panel, '4191');
      await panel.press('Tab');
      await type(panel, 'One');
      await panel.press('Tab', 'm', 'Tab');
      await type(panel, 'partner');
      const changed = (/** @type {string} */ name) => (/** @type {any[]} */ rows) => rows.with(6, rowOf(1, 43, ['4191', name, 'O', 'FastTrack Engineer, SME', 'Exchange']));
      await panel.send(nextVersion(changed('Check the DNS records')));
      await panel.send(nextVersion(changed('One'), 3));
      assert.equal(await panel.page.locator('.editor input').inputValue(), 'partner');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit.column), ['task-id', 'task-name', 'mo']);
    }));

  test('is changed where it is when the caret goes elsewhere', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await type(panel, 'Half');
      const place = await panel.page.locator('.editor input').boundingBox();
      await panel.send({ type: 'caret', line: 43 });
      assert.deepEqual(await panel.page.locator('.editor input').boundingBox(), place);
      await panel.press('Escape');
      assert.equal(await panel.focused(), 'Send the welcome mail');
    }));

  test('gives the focus to the grid when somebody comes back to the panel', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.page.evaluate(`document.activeElement.blur(); window.dispatchEvent(new Event('focus'))`);
      assert.equal(await panel.focused(), 'Send the welcome mail');
    }));

  test('tells what was typed when its page goes', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await type(panel, 'Half');
      await panel.send({ type: 'nothing', reason: 'gone', file: 'a.md' });
      assert.match(await panel.page.getByRole('alert').innerText(), /not saved: Half/);
      assert.deepEqual(await panel.posted('edit'), []);
    }));

  test('is not changed on a read-only page, and each key that would change it says why', () =>
    withPanel([{ ...page, isEditable: false, readOnly: 'a.md is read-only: the setting names it' }], async (panel) => {
      const note = panel.page.locator('#read-only');
      assert.equal(await note.innerText(), 'a.md is read-only: the setting names it');
      assert.equal(await panel.page.getByRole('grid').getAttribute('aria-describedby'), 'read-only keys');
      for (const key of ['F2', 'x', 'Space', 'Delete', 'Insert', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Control+z', 'Control+y']) {
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

  test('says nothing of the keys that only move, and of a workspace', () =>
    withPanel([{ ...page, isEditable: false, readOnly: 'a.md is read-only' }], async (panel) => {
      await panel.goTo('0983', 2);
      await panel.press('ArrowDown', 'Enter', 'Escape');
      assert.equal(await panel.page.getByRole('alert').innerText(), '');
      await panel.send({ ...page, isEditable: false });
      await panel.goTo('0983', 2);
      await panel.press('F2', 'Delete');
      assert.equal(await panel.page.getByRole('alert').innerText(), '');
    }));

  test('is not changed on a page that cannot be', () =>
    withPanel([{ ...page, isEditable: false }], async (panel) => {
      await panel.goTo('0983', 2);
      await panel.press('F2', 'x', 'Space', 'Delete', 'Alt+ArrowDown', 'Insert', 'Control+z');
      assert.deepEqual(await panel.posted(), []);
      assert.equal(await panel.page.locator('.editor').count(), 0);
    }));
});

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
        assert.deepEqual(await panel.posted('edit'), [{ type: 'edit', request: 1, version: 1, row: 6, edit: { command } }]);
      }));
  }

  test('keeps the focus when it moves, as often as a key is pressed', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4090', 1);
      await panel.press('Alt+ArrowDown', 'Alt+ArrowDown');
      assert.deepEqual((await panel.posted('edit')).map(({ version, row, edit }) => [version, row, edit.command]), [[1, 5, 'moveRowDown'], [1, 5, 'moveRowDown']]);
      const swap = (/** @type {any[]} */ rows, /** @type {number} */ from) => rows.with(from, { ...rows[from + 1], line: rows[from].line }).with(from + 1, { ...rows[from], line: rows[from + 1].line });
      await panel.send(nextVersion((rows) => swap(rows, 5), 2, [{ request: 1, row: 6 }]));
      assert.match(await panel.focused(), /^Measure the bandwidth/);
      await panel.send(nextVersion((rows) => swap(swap(rows, 5), 6), 3, [{ request: 2, row: 7 }]));
      assert.match(await panel.focused(), /^Measure the bandwidth/);
    }));

  test('that could not be moved does not hold up what comes next', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4090', 1);
      await panel.press('Alt+ArrowUp');
      await panel.send({ type: 'refused', request: 1 });
      await panel.press('Alt+ArrowDown');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit.command), ['moveRowUp', 'moveRowDown']);
    }));

  test('that is deleted leaves the focus to the one below, and the last one to the one above', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('5002');
      await panel.press('Delete');
      assert.equal(await panel.focused(), '5003', 'before the page answers');
      await panel.send(nextVersion((rows) => rows.toSpliced(10, 1).with(10, { ...rows[11], line: 63 }), 2, [{ request: 1, row: 10 }]));
      assert.equal(await panel.focused(), '5003');
      await panel.press('Delete');
      assert.deepEqual((await panel.posted('edit')).map(({ version, row }) => [version, row]), [[1, 10], [2, 10]]);
      assert.equal(await panel.focused(), '5001');
      await panel.send(nextVersion((rows) => rows.slice(0, 10), 3, [{ request: 2, row: null }]));
      assert.equal(await panel.focused(), '5001');
    }));

  test('that cannot be deleted is back', () =>
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

  const withNew = (/** @type {string} */ id) => (/** @type {any[]} */ rows) => [rows[0], rowOf(0, 23, [id, '', '', '', '']), ...rows.slice(1).map((row) => ({ ...row, line: row.line + 1 }))];
  const editing = (/** @type {import('./panel/panel.mjs').Panel} */ panel) => panel.page.locator('.editor input').inputValue();

  test('that is added is ready to be filled in at once, whatever is shown, and what is typed goes into it', () =>
    withPanel([page], async (panel) => {
      await panel.page.locator('.filters input').fill('welcome');
      await panel.goTo('0983', 1);
      await panel.press('Insert');
      await type(panel, '7001');
      await panel.press('Tab');
      await type(panel, 'New task');
      assert.deepEqual((await panel.posted('edit')).map(({ type: _, ...sent }) => sent), [
        { request: 1, version: 1, row: 0, edit: { command: 'insertRow' } },
        { request: 2, added: 1, edit: { command: 'setCell', column: 'task-id', text: '7001' } },
      ]);
      await panel.send(nextVersion(withNew(''), 2, [{ request: 1, row: 1 }]));
      assert.equal(await editing(panel), 'New task');
      await panel.send(nextVersion(withNew('7001'), 3, [{ request: 2, row: 1 }]));
      assert.equal(await editing(panel), 'New task');
      await panel.press('Enter');
      assert.deepEqual((await panel.posted('edit')).map(({ version, row, edit }) => [version, row, edit.text]), [[3, 1, 'New task']]);
      assert.deepEqual(await panel.page.locator('.task [data-column="0"]').allInnerTexts(), ['0983', '7001'], 'it matches no filter, and is shown');
      await panel.page.locator('.filters input').fill('welcome ');
      await panel.settle();
      assert.deepEqual(await panel.page.locator('.task [data-column="0"]').allInnerTexts(), ['0983'], 'until the filter changes');
    }));

  test('that comes to stand in a folded group unfolds it', () =>
    withPanel(
      [page],
      async (panel) => {
        await panel.page.locator('.row.group', { hasText: 'Partner' }).first().click();
        await panel.goTo('4093', 3);
        await type(panel, 'partner');
        await panel.press('Enter', 'Enter');
        await panel.send(nextVersion((rows) => rows.with(8, rowOf(1, 45, ['4093', 'Open the ports 80 | 443', 'M', 'Partner', 'Teams'])), 2, [{ request: 1, row: 8 }]));
        assert.equal(await panel.focused(), 'Partner');
        assert.equal(await panel.page.evaluate(() => document.activeElement?.closest('.row')?.querySelector('[data-column="0"]')?.textContent), '4093');
      },
      { state: { uri: '', isLocked: false, scope: 'page', view: 'tasks', look: { grouping: 'role' } } },
    ));

  test('that could not be added goes, and what was typed is told', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('Insert');
      await type(panel, '7001');
      await panel.send({ type: 'refused', request: 1 });
      assert.equal(await panel.page.locator('.editor').count(), 0);
      assert.match(await panel.page.getByRole('alert').innerText(), /not saved: 7001/);
      assert.equal(await panel.page.locator('.task').count(), 12);
    }));

  test('that waits to be filled in is the one that Insert leads to', () =>
    withPanel([nextVersion(withNew(''), 1)], async (panel) => {
      await panel.page.locator('.row.task').nth(1).locator('[data-column="2"]').click({ position: { x: 3, y: 3 } });
      await panel.press('Insert');
      assert.deepEqual(await panel.posted('edit'), []);
      assert.equal(await panel.page.locator('.editor.of-task-id').count(), 1);
    }));

  test('that does not match the filter any more stays until the filter changes, and keeps the focus', () =>
    withPanel([page], async (panel) => {
      await panel.page.locator('.filters input').fill('bandwidth');
      await panel.goTo('4090', 1);
      await type(panel, 'Other');
      await panel.press('Enter');
      await panel.send(nextVersion((rows) => rows.with(5, rowOf(1, 42, ['4090', 'Other', 'M', 'FastTrack Engineer', 'Teams'])), 2, [{ request: 1, row: 5 }]));
      assert.equal(await panel.focused(), 'Other');
      await panel.page.locator('.filters input').fill('bandwidth of');
      await panel.settle();
      assert.equal(await panel.page.locator('.row.task').count(), 0);
    }));

  test('keeps the focus when others add, move and change rows', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 1);
      await panel.send(movedDown(5));
      assert.equal(await panel.focused(), 'Check the DNS records');
      await panel.send(nextVersion((rows) => rows.with(6, { ...rows[8], line: 43 }).with(8, { ...rows[6], line: 45 }), 3));
      assert.equal(await panel.focused(), 'Check the DNS records');
      await panel.send(nextVersion((rows) => rows.with(6, rowOf(1, 43, ['4091', 'Renamed', 'O', 'SME', 'Exchange'])), 4));
      assert.equal(await panel.focused(), 'Renamed');
      await panel.page.getByRole('columnheader', { name: 'Task Name' }).click();
      assert.match(await panel.focused(), /Task Name/);
    }));

  test('that others delete leaves the focus to its heading: no other row is changed by what is typed', () =>
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

  test('has a menu, with Shift+F10, with its button, and with the right button', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0984', 1);
      await panel.press('Shift+F10');
      assert.equal(await panel.focused(), 'Show in the editorEnter');
      await panel.press('ArrowDown', 'ArrowDown', 'Enter');
      assert.deepEqual(await panel.posted(), [{ type: 'openLink', row: 1, column: 'task-name', part: 3 }]);
      assert.match(await panel.focused(), /^Agree/);
      await panel.press('End', 'Enter', 'End', 'Enter');
      assert.deepEqual(await panel.posted(), [{ type: 'edit', request: 1, version: 1, row: 1, edit: { command: 'deleteRow' } }]);
      await panel.page.locator('.task', { hasText: '5001' }).locator('[data-column="1"]').click({ button: 'right' });
      assert.equal(await panel.page.getByRole('menu').count(), 1);
      await panel.press('Escape');
      assert.equal(await panel.focused(), 'Hand over to the partner');
    }));

  test('is saved with its page by Ctrl+S, with the cell that is being changed', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await type(panel, 'New');
      await panel.press('Control+s');
      assert.deepEqual((await panel.posted()).filter(({ type }) => type !== 'try').map(({ type }) => type), ['edit', 'save']);
      assert.equal(await panel.page.locator('.editor').count(), 0);
    }));

  test('is undone and done again', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0984');
      await panel.press('Control+z', 'Control+y', 'Control+Shift+z', 'Meta+z');
      assert.deepEqual((await panel.posted()).map(({ type: what }) => what), ['undo', 'redo', 'redo', 'undo']);
    }));
});
