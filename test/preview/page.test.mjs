// The page inside the task preview's panel in a browser, as VS Code has it: by keyboard, by ear, in every theme, with pages that mean harm.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { onePage, startBrowser } from './browser.mjs';
import { panelOpener } from './panel/panel.mjs';
import { chinesePage, hostile, movedDown, nextVersion, noRows, noTables, page, problem, rowOf, workspace } from './panel/tasks.mjs';

const browser = await startBrowser();
const skip = typeof browser === 'string' ? browser : false;
const open = typeof browser === 'string' ? undefined : await panelOpener(onePage(browser));
after(async () => typeof browser === 'string' || browser.close());

/** @typedef {import('./panel/panel.mjs').Panel} Panel */
/** @typedef {import('./panel/panel.mjs').PanelOptions} PanelOptions */

/**
 * @param {unknown[]} messages what the extension sends first
 * @param {(panel: Panel) => Promise<void>} body
 * @param {PanelOptions} [options]
 */
async function withPanel(messages, body, options = {}) {
  const panel = await open?.(options);
  assert.ok(panel);
  await panel.send(...messages);
  await body(panel);
  assert.deepEqual(panel.failures, []);
}

const OF_WORKSPACE = { data: { scope: 'workspace', view: 'tasks' } };
const THEMES = /** @type {const} */ (['light', 'dark', 'high contrast', 'high contrast light']);

/** The IDs of the tasks in sight, in their order. @param {Panel} panel @returns {Promise<string[]>} */
const ids = (panel) => panel.page.locator('.task:not(.broken) [data-column="0"]').allInnerTexts();
/** @param {Panel} panel */
const count = (panel) => panel.page.locator('.count').innerText();
/** @param {Panel} panel @param {string} text */
async function type(panel, text) {
  await panel.page.keyboard.type(text);
  await panel.settle();
}

describe('when it starts', { skip }, () => {
  test('says that it is there and what it wants to show', () =>
    withPanel([], async (panel) => {
      assert.deepEqual(await panel.posted(), [{ type: 'ready' }, { type: 'show', scope: 'page', view: 'tasks' }]);
      assert.match(await panel.page.locator('main').innerText(), /Reading the tasks/);
    }));

  test('hears an answer that comes at once', () => withPanel([], async (panel) => assert.equal(await count(panel), '12 tasks'), { data: { answer: JSON.stringify(page) } }));

  test('is as it was, and keeps what changes', () =>
    withPanel(
      [page],
      async (panel) => {
        assert.deepEqual(await panel.posted(), [{ type: 'ready' }, { type: 'show', scope: 'page', view: 'tasks' }, { type: 'lock', isLocked: true }]);
        assert.equal(await count(panel), '2 of 12 tasks');
        assert.equal((await panel.state()).uri, 'file:///w/assess-network.md');
        await panel.page.getByRole('button', { name: 'Clear filters' }).click();
        await panel.settle();
        assert.deepEqual((await panel.state()).look.filters.facets, {});
        assert.equal(await count(panel), '12 tasks');
      },
      { state: { uri: 'file:///w/old.md', isLocked: true, scope: 'page', view: 'tasks', look: { filters: { facets: { role: ['partner'] } } } } },
    ));

  test('takes what nobody has stored for no state at all', () => withPanel([page], async (panel) => assert.equal(await count(panel), '12 tasks'), { state: { look: { filters: 7, sorting: 'up', collapsed: [3] } } }));
});

describe('the grid', { skip }, () => {
  test('shows tasks by section and step, and broken rows as they are written', () =>
    withPanel([page], async (panel) => {
      const groups = await panel.page.locator('.row.group').allInnerTexts();
      assert.deepEqual(groups.map((text) => text.split('\n')[0]), ['Approach', 'Initiate the engagement', 'Assess the network', 'Next Steps']);
      assert.match(groups[1] ?? '', /Primary Role[\s\S]*FastTrack Manager[\s\S]*Applies To[\s\S]*FastTrack, Partner/);
      assert.match(await panel.page.locator('.broken').innerText(), /Broken row, as written[\s\S]*\| 0986 \| Confirm the licences \| M/);
      assert.equal((await ids(panel)).length, 11);
      assert.equal(await panel.page.locator('.task', { hasText: '985x' }).locator('.chip.unknown').getAttribute('title'), 'Unknown word: FastTrack Manger');
    }));

  test('is gone through with the keys, one cell of it being on the way of Tab', () =>
    withPanel([page], async (panel) => {
      assert.equal(await panel.page.locator('.grid [tabindex="0"]').count(), 1);
      await panel.page.locator('.filters input').focus();
      await panel.press('ArrowDown');
      assert.match(await panel.focused(), /^Approach/);
      await panel.press('ArrowDown', 'ArrowDown', 'ArrowRight');
      assert.equal(await panel.focused(), 'Send the welcome mail');
      await panel.press('End');
      assert.equal(await panel.page.evaluate(() => document.activeElement?.querySelector('button')?.getAttribute('aria-label')), 'Actions of the row');
      await panel.press('Control+End', 'Home');
      assert.equal(await panel.focused(), '5003');
      await panel.press('Control+Home', 'ArrowUp');
      assert.equal(await panel.focused(), 'Task ID');
      assert.equal(await panel.page.locator('.grid [tabindex="0"]').count(), 1);
    }));

  test('goes over a broken row as over one cell and its problems', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('985x', 1);
      await panel.press('ArrowDown');
      assert.match(await panel.focused(), /^Broken row/);
      await panel.press('ArrowRight');
      assert.match(await panel.focused(), /1 problem/);
      await panel.press('ArrowLeft');
      assert.match(await panel.focused(), /^Broken row/);
    }));

  test('folds groups', () =>
    withPanel([page], async (panel) => {
      await panel.page.locator('.row.group', { hasText: 'Initiate' }).click();
      await panel.settle();
      assert.deepEqual((await ids(panel))[0], '4090');
      assert.match(await panel.focused(), /^Initiate/);
      const expanded = () => panel.page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'));
      assert.equal(await expanded(), 'false');
      await panel.press('ArrowRight');
      assert.equal(await expanded(), 'true');
      await panel.press('ArrowLeft', 'Enter');
      assert.equal(await expanded(), 'true');
      assert.equal(await count(panel), '12 tasks', 'what is folded is not filtered out');
    }));

  test('is sorted by a column with Enter and by click, and says so', () =>
    withPanel([page], async (panel) => {
      const header = panel.page.getByRole('columnheader', { name: 'Task ID' });
      await panel.page.getByRole('button', { name: 'Group by' }).click();
      await panel.page.getByRole('menuitemradio', { name: 'Nothing' }).click();
      await header.click();
      assert.equal(await header.getAttribute('aria-sort'), 'ascending');
      assert.deepEqual((await ids(panel)).slice(0, 3), ['12', '0983', '0984'], 'by the value of the number');
      await panel.press('Enter');
      assert.equal(await header.getAttribute('aria-sort'), 'descending');
      await panel.press('Space');
      assert.equal(await header.getAttribute('aria-sort'), 'none');
      assert.equal((await ids(panel))[0], '0983');
    }));

  test('groups by role, a task of two roles in both', () =>
    withPanel([page], async (panel) => {
      await panel.page.getByRole('button', { name: 'Group by' }).click();
      await panel.page.getByRole('menuitemradio', { name: 'Role' }).click();
      await panel.settle();
      assert.equal((await ids(panel)).filter((id) => id === '0984').length, 2);
      assert.equal(await count(panel), '12 tasks');
    }));

  test('goes to rows: a click shows, Enter goes there, Ctrl+Enter follows the link', () =>
    withPanel([page], async (panel) => {
      await panel.page.locator('.task', { hasText: '0984' }).locator('[data-column="1"]').click({ position: { x: 10, y: 10 } });
      assert.deepEqual(await panel.posted('reveal'), [{ type: 'reveal', row: 1, column: 'task-name', takesFocus: false }]);
      await panel.press('Enter', 'Control+Enter');
      assert.deepEqual(await panel.posted(), [{ type: 'reveal', row: 1, column: 'task-name', takesFocus: true }, { type: 'openLink', row: 1, column: 'task-name', part: 1 }]);
      await panel.page.locator('.link', { hasText: 'the schedule' }).click();
      assert.deepEqual(await panel.posted(), [{ type: 'openLink', row: 1, column: 'task-name', part: 1 }]);
    }));

  test('tells the problems of a cell to eyes and ears', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('985x', 5);
      assert.match(await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-description') ?? ''), /Error: "985x" is no task ID.*\nWarning: Unknown role/);
      assert.match(await panel.page.locator('.note').innerText(), /Unknown role/);
      await panel.press('Escape');
      assert.equal(await panel.page.locator('.note').count(), 0);
    }));

  test('follows the caret without taking the focus, and takes the focus when asked', () =>
    withPanel([page, { type: 'caret', line: 64 }], async (panel) => {
      assert.match(await panel.page.locator('[aria-current="true"]').innerText(), /^5003/);
      assert.equal(await panel.page.evaluate(() => document.activeElement === document.body), true);
      await panel.send({ type: 'focus', line: 44 });
      assert.equal(await panel.focused(), '12');
      await panel.page.getByRole('button', { name: 'Refresh' }).focus();
      await panel.send({ type: 'focus', line: null });
      assert.equal(await panel.focused(), '12');
    }));
});

describe('the filters', { skip }, () => {
  test('find words, and Ctrl+F goes to them from anywhere', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('Control+f');
      await type(panel, 'DNS ４０９１');
      assert.deepEqual(await ids(panel), ['4091']);
      assert.equal(await count(panel), '1 of 12 tasks');
      assert.equal(await panel.page.locator('.count').getAttribute('role'), 'status');
      await panel.press('Escape');
      assert.equal(await count(panel), '12 tasks');
    }));

  test('offer what is there, with counts, to the keyboard', () =>
    withPanel([page], async (panel) => {
      await panel.page.getByRole('button', { name: 'Services' }).focus();
      await panel.press('ArrowDown');
      assert.match(await panel.focused(), /^All3$/);
      await panel.press('t', 'Space');
      assert.match(await panel.focused(), /^Teams/);
      assert.equal(await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-checked')), 'true');
      assert.equal(await count(panel), '5 of 12 tasks');
      await panel.press('Escape');
      assert.match(await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''), /Services: 1 chosen/);
      await panel.page.getByRole('button', { name: 'With problems only' }).click();
      assert.deepEqual(await ids(panel), ['985x', '12']);
    }));

  test('keep the focus while they are typed, also when nothing passes in between', () =>
    withPanel([page, { type: 'focus', line: 22 }], async (panel) => {
      await panel.press('Control+f');
      await type(panel, 'bandwq');
      assert.equal(await panel.page.locator('.row.task').count(), 0);
      await panel.press('Backspace');
      await type(panel, 'i');
      assert.equal(await panel.page.locator('.text-filter input').inputValue(), 'bandwi');
    }));

  test('that let nothing pass can be taken back', () =>
    withPanel([page], async (panel) => {
      await panel.press('Control+f');
      await type(panel, 'nothing like this');
      await panel.page.locator('.message').getByRole('button', { name: 'Clear filters' }).click();
      await panel.settle();
      assert.equal(await count(panel), '12 tasks');
    }));
});

describe('a cell', { skip }, () => {
  test('is changed in place: F2, Enter, and the focus is back', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('F2', 'End');
      await type(panel, ' today');
      await panel.press('Enter');
      assert.deepEqual(await panel.posted('edit'), [{ type: 'edit', version: 1, row: 0, edit: { command: 'setCell', column: 'task-name', text: 'Send the welcome mail today' } }]);
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
      assert.deepEqual(await panel.posted('edit'), [{ type: 'edit', version: 2, row: 7, edit: { command: 'setCell', column: 'task-name', text: 'Halfway' } }]);
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
        assert.deepEqual(await panel.posted('edit'), [{ type: 'edit', version: 1, row: 6, edit: { command } }]);
      }));
  }

  test('keeps the focus when it moves; keys pressed meanwhile wait for it', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4090', 1);
      await panel.press('Alt+ArrowDown', 'Alt+ArrowDown');
      assert.equal((await panel.posted('edit')).length, 1);
      const swap = (/** @type {any[]} */ rows, /** @type {number} */ from) => rows.with(from, { ...rows[from + 1], line: rows[from].line }).with(from + 1, { ...rows[from], line: rows[from + 1].line });
      await panel.send(nextVersion((rows) => swap(rows, 5)));
      assert.match(await panel.focused(), /^Measure the bandwidth/);
      assert.deepEqual(await panel.posted('edit'), [{ type: 'edit', version: 2, row: 6, edit: { command: 'moveRowDown' } }]);
    }));

  test('that could not be moved does not hold up what comes next', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4090', 1);
      await panel.press('Alt+ArrowUp');
      await panel.page.waitForTimeout(1100);
      await panel.press('Alt+ArrowDown');
      assert.deepEqual((await panel.posted('edit')).map(({ edit }) => edit.command), ['moveRowUp', 'moveRowDown']);
    }));

  test('that is deleted leaves the focus to the one below, and the last one to the one above', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('5002');
      await panel.press('Delete');
      await panel.send(nextVersion((rows) => rows.toSpliced(10, 1).with(10, { ...rows[11], line: 63 })));
      assert.equal(await panel.focused(), '5003');
      await panel.press('Delete');
      await panel.send(nextVersion((rows) => rows.slice(0, 10), 3));
      assert.equal(await panel.focused(), '5001');
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

  test('that is added has the focus', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('Insert');
      await panel.send(nextVersion((rows) => [rows[0], rowOf(0, 23, ['', '', '', '', '']), ...rows.slice(1).map((row) => ({ ...row, line: row.line + 1 }))]));
      assert.equal(await panel.page.evaluate(() => document.activeElement?.closest('[role="row"]')?.getAttribute('aria-rowindex')), '5');
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
      assert.deepEqual(await panel.posted(), [{ type: 'edit', version: 1, row: 1, edit: { command: 'deleteRow' } }]);
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

describe('the toolbar', { skip }, () => {
  test('changes the scope and the view', () =>
    withPanel([page], async (panel) => {
      await panel.posted();
      await panel.page.getByRole('button', { name: 'As readers see them' }).click();
      await panel.page.getByRole('button', { name: 'Workspace' }).click();
      assert.deepEqual(await panel.posted(), [{ type: 'show', scope: 'page', view: 'readers' }, { type: 'show', scope: 'workspace', view: 'tasks' }]);
      assert.equal(await panel.page.getByRole('button', { name: 'Languages' }).count(), 0);
      assert.match(await panel.page.locator('main').innerText(), /Reading playbooks/, 'the tasks of a page are not those of a workspace');
      await panel.send({ type: 'loading', done: 3, total: 10 });
      assert.match(await panel.page.locator('main').innerText(), /3 of 10 pages/);
      await panel.page.getByRole('button', { name: 'Cancel' }).click();
      assert.deepEqual(await panel.posted(), [{ type: 'cancel' }]);
    }));

  test('exports what is shown, in the order on the screen, or everything', () =>
    withPanel([page], async (panel) => {
      await panel.press('Control+f');
      await type(panel, 'the');
      await panel.page.getByRole('columnheader', { name: 'Task ID' }).click();
      await panel.press('Enter');
      await panel.posted();
      const choose = async (/** @type {number} */ index) => {
        await panel.page.getByRole('button', { name: 'Export' }).click();
        await panel.page.getByRole('menuitem').nth(index).click();
      };
      await choose(0);
      await choose(4);
      await choose(9);
      const [file, clipboard, all] = await panel.posted();
      assert.equal(file.rows.length, Number((await count(panel)).split(' ')[0]));
      assert.ok(file.rows[0] > file.rows.at(-1) || file.rows.includes(3), 'downwards');
      assert.deepEqual([file.format, file.target, clipboard.format, clipboard.target], ['csv', 'file', 'tsv', 'clipboard']);
      assert.deepEqual(all, { type: 'export', format: 'xlsx', target: 'file', rows: null });
    }));

  test('imports, reads again, and stays with its page', () =>
    withPanel([page], async (panel) => {
      await panel.posted();
      await panel.page.getByRole('button', { name: 'Import' }).click();
      await panel.page.getByRole('button', { name: 'Refresh' }).click();
      const lock = panel.page.getByRole('button', { name: 'Stay with this page' });
      await lock.click();
      assert.deepEqual(await panel.posted(), [{ type: 'import' }, { type: 'refresh' }, { type: 'lock', isLocked: true }]);
      assert.equal(await lock.getAttribute('aria-pressed'), 'true');
      await panel.send({ type: 'locked', isLocked: false });
      assert.equal(await lock.getAttribute('aria-pressed'), 'false');
    }));
});

describe('without tasks', { skip }, () => {
  test('says why, and what helps', () =>
    withPanel([], async (panel) => {
      const text = () => panel.page.locator('main').innerText();
      await panel.send({ type: 'nothing', reason: 'no-playbook', file: 'README.md' });
      assert.match(await text(), /README\.md is no playbook/);
      await panel.send({ type: 'nothing', reason: 'gone', file: 'a.md' });
      assert.match(await text(), /a\.md is not there any more/);
      await panel.send({ type: 'failed', message: 'No server' });
      assert.match(await text(), /No server/);
      await panel.send(noRows);
      await panel.posted();
      await panel.page.getByRole('button', { name: 'Go to the table' }).click();
      assert.deepEqual(await panel.posted(), [{ type: 'revealLine', page: null, line: 7 }]);
      await panel.send(noTables);
      await panel.page.getByRole('button', { name: 'Insert FTOP task table' }).click();
      assert.deepEqual(await panel.posted(), [{ type: 'insertTable' }]);
      await panel.send({ ...noTables, isEditable: false });
      assert.equal(await panel.page.getByRole('button', { name: 'Insert FTOP task table' }).count(), 0);
    }));

  test('what was said stands below until it is dismissed', () =>
    withPanel([page, { type: 'said', message: 'Saved as tasks.csv', isError: false }], async (panel) => {
      assert.match(await panel.page.locator('.notice').innerText(), /Saved as tasks\.csv/);
      const words = await panel.page.locator('.notice-words').elementHandle();
      await panel.send({ type: 'said', message: 'Saved as tasks.csv', isError: false });
      assert.equal(await words?.evaluate((element) => element.isConnected), false, 'the same words again are new ones');
      await panel.page.getByRole('button', { name: 'Dismiss' }).click();
      assert.equal(await panel.page.locator('.notice').innerText(), '');
    }));
});

describe('twenty thousand tasks', { skip }, () => {
  /** @type {Panel | undefined} */
  let panel;
  before(async () => {
    panel = await open?.(OF_WORKSPACE);
    await panel?.send(workspace());
  });
  beforeEach(() => panel?.posted());

  test('are in the document as far as they are in sight', async () => {
    assert.ok(panel);
    assert.ok((await panel.page.locator('[role="row"]').count()) < 60);
    assert.ok(Number(await panel.page.getByRole('grid').getAttribute('aria-rowcount')) > 20_000);
    await panel.page.locator('.grid .cell[tabindex="0"]').focus();
    await panel.press('Control+End');
    assert.ok((await panel.page.locator('[role="row"]').count()) < 60);
    assert.deepEqual((await ids(panel)).length > 10, true);
    assert.match(await panel.page.evaluate(() => document.activeElement?.closest('[role="row"]')?.textContent ?? ''), /Task 19999/);
  });

  test('show their page, and a row is shown by Enter only', async () => {
    assert.ok(panel);
    await panel.page.locator('.task', { hasText: 'Task 19999' }).locator('[data-column="6"]').click();
    assert.deepEqual(await panel.posted('reveal'), []);
    await panel.press('Enter');
    assert.deepEqual(await panel.posted('reveal'), [{ type: 'reveal', row: 19_999, column: null, takesFocus: true }]);
    assert.match(await panel.page.locator('.task', { hasText: 'Task 19999' }).innerText(), /assess-network-799\.md/);
  });

  test('are filtered', async () => {
    assert.ok(panel);
    await panel.press('Control+f');
    await type(panel, 'task 19999:');
    assert.equal(await count(panel), '1 of 20,000 tasks');
    await panel.page.getByRole('button', { name: 'Check every page' }).click();
    assert.deepEqual(await panel.posted(), [{ type: 'check' }]);
    assert.deepEqual(panel.failures, []);
  });
});

describe('a page that means harm', { skip }, () => {
  test('runs nothing, loads nothing, and shows what nobody would see', () =>
    withPanel([hostile], async (panel) => {
      await panel.goTo('[x]', 1);
      await panel.press('Control+Enter');
      assert.deepEqual(await panel.posted(), [], 'a link is what the extension says is one');
      assert.equal(await panel.page.evaluate('globalThis.hasRun'), undefined);
      assert.equal(await panel.page.locator('main :is(img, script, iframe, a, [href], [onerror], [srcdoc])').count(), 0);
      assert.deepEqual(await panel.page.locator('.task .mark').allInnerTexts(), ['‹U+202E›', '‹U+200B›', '‹U+0007›', '‹U+2066›']);
      const long = panel.page.locator('.task', { hasText: 'xxxx' }).locator('[data-column="1"]');
      assert.ok(((await long.textContent()) ?? '').length < 600);
      assert.equal(await panel.page.locator('.task', { hasText: 'world' }).locator('[data-column="1"] .plain').evaluate((element) => `${element.getAttribute('dir')} ${getComputedStyle(element).unicodeBidi}`), 'auto isolate');
      await long.dblclick({ position: { x: 5, y: 5 } });
      assert.equal((await panel.page.locator('.editor input').inputValue()).length, 100_000);
    }));
});

describe('everybody can use it', { skip }, () => {
  for (const theme of THEMES) {
    test(`with the colours of ${theme}`, () =>
      withPanel(
        [page, { type: 'caret', line: 43 }],
        async (panel) => {
          await panel.goTo('985x', 3);
          assert.deepEqual(await panel.axe(), []);
          await panel.press('F2', 'ArrowDown');
          assert.deepEqual(await panel.axe(), [], 'while words are chosen');
          await panel.press('Escape', 'Shift+F10');
          assert.deepEqual(await panel.axe(), [], 'with the menu of a row');
          await panel.press('Escape');
          await panel.send(noTables);
          assert.deepEqual(await panel.axe(), [], 'without a table');
        },
        { theme },
      ));
  }

  test('at the width of a phone nothing is out of reach, and the page itself does not scroll', () =>
    withPanel(
      [page],
      async (panel) => {
        assert.equal(await panel.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
        await panel.goTo('0983');
        await panel.press('End');
        assert.equal(await panel.page.evaluate(() => (document.activeElement?.getBoundingClientRect().right ?? 9999) <= window.innerWidth), true);
        assert.deepEqual(await panel.axe(), []);
      },
      { width: 400 },
    ));

  test('where the system forces its colours', () => withPanel([page], async (panel) => assert.equal(await panel.page.locator('.chip').first().isVisible(), true), { forcedColors: 'active', theme: 'high contrast' }));
});
