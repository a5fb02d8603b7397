// The grid of the task preview in a browser: its rows, groups and filters, by keyboard, with as many rows as there are.
import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { page, problem, workspace } from './panel/tasks.mjs';
import { OF_WORKSPACE, count, ids, open, skip, type, withPanel } from './panel/with-panel.mjs';

/** @typedef {import('./panel/panel.mjs').Panel} Panel */

describe('the grid', { skip }, () => {
  test('shows tasks by section and step, and broken rows as they are written', () =>
    withPanel([page], async (panel) => {
      const groups = await panel.page.locator('.row.group').allInnerTexts();
      assert.deepEqual(
        groups.map((text) => text.split('\n')[0]),
        ['Approach', 'Initiate the engagement', 'Assess the network', 'Next Steps'],
      );
      assert.match(groups[1] ?? '', /Primary Role[\s\S]*FastTrack Manager[\s\S]*Applies To[\s\S]*FastTrack, Partner/);
      assert.match(
        await panel.page.locator('.broken').innerText(),
        /Broken row, as written[\s\S]*\| 0986 \| Confirm the licences \| M/,
      );
      assert.equal((await ids(panel)).length, 11);
      assert.equal(
        await panel.page.locator('.task', { hasText: '985x' }).locator('.chip.unknown').getAttribute('title'),
        'Unknown word: FastTrack Manger',
      );
    }));

  test('shows the languages of the tasks, which cannot be edited', () => {
    const [first, ...others] = page.preview.rows;
    const tasks = [{ languageNames: ['English', 'German'] }];
    return withPanel(
      [{ ...page, preview: { ...page.preview, tasks, rows: [{ ...first, task: 0 }, ...others] } }],
      async (panel) => {
        const header = panel.page.getByRole('columnheader', { name: 'Languages' });
        assert.equal(await header.count(), 1);
        const cell = panel.page.getByRole('gridcell', { name: 'English, German' });
        assert.equal(await cell.count(), 1);
        await cell.click();
        await panel.press('F2');
        assert.equal(await panel.page.locator('.editor').count(), 0);
        await panel.page.getByRole('button', { name: 'Languages' }).last().click();
        await panel.page.getByRole('menuitemcheckbox', { name: /German/ }).click();
        assert.deepEqual(await ids(panel), ['0983']);
      },
    );
  });

  test('is navigated with keys, and Tab reaches one of its cells', () =>
    withPanel([page], async (panel) => {
      assert.equal(await panel.page.locator('.grid [tabindex="0"]').count(), 1);
      await panel.page.locator('.filters input').focus();
      await panel.press('ArrowDown');
      assert.match(await panel.focused(), /^Approach/);
      await panel.press('ArrowDown', 'ArrowDown', 'ArrowRight');
      assert.equal(await panel.focused(), 'Send the welcome mail');
      await panel.press('End');
      assert.equal(
        await panel.page.evaluate(() => document.activeElement?.querySelector('button')?.getAttribute('aria-label')),
        'Row actions',
      );
      await panel.press('Control+End', 'Home');
      assert.equal(await panel.focused(), '5003');
      await panel.press('Control+Home', 'ArrowUp');
      assert.equal(await panel.focused(), 'Task ID');
      assert.equal(await panel.page.locator('.grid [tabindex="0"]').count(), 1);
    }));

  test('treats a broken row as one cell and its problems', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('985x', 1);
      await panel.press('ArrowDown');
      assert.match(await panel.focused(), /^Broken row/);
      await panel.press('ArrowRight');
      assert.match(await panel.focused(), /1 problem/);
      await panel.press('ArrowLeft');
      assert.match(await panel.focused(), /^Broken row/);
    }));

  test('shows where a broken row is cut, also when the columns are wider than the panel', () =>
    withPanel(
      [page],
      async (panel) => {
        const cell = panel.page.locator('.broken .of-broken');
        const edges = () =>
          cell.locator('.broken-content').evaluate((content) => {
            const { left, right } = content.getBoundingClientRect();
            return { startIsSeen: left >= 0, endIsSeen: right <= innerWidth };
          });
        assert.ok(await cell.evaluate((element) => element.getBoundingClientRect().right > innerWidth));
        assert.deepEqual(await edges(), { startIsSeen: true, endIsSeen: true });
        await panel.page.locator('.grid').evaluate((grid) => grid.scrollTo({ left: 60 }));
        assert.deepEqual(await edges(), { startIsSeen: true, endIsSeen: true });
      },
      { width: 420 },
    ));

  test('slants no Chinese or Japanese', () =>
    withPanel([page], async (panel) => {
      for (const [locale, style] of [
        ['de', 'italic'],
        ['ja', 'normal'],
        ['zh-cn', 'normal'],
      ]) {
        await panel.page.locator('html').evaluate((html, lang) => html.setAttribute('lang', lang ?? ''), locale);
        const tag = panel.page.locator('.broken-tag');
        assert.equal(await tag.evaluate((element) => getComputedStyle(element).fontStyle), style, locale);
      }
    }));

  test('collapses groups', () =>
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
      await panel.page.getByRole('button', { name: 'Group by' }).press('Enter');
      await panel.page.getByRole('menuitemradio', { name: 'None' }).press('Enter');
      await header.click();
      assert.equal(await header.getAttribute('aria-sort'), 'ascending');
      assert.deepEqual((await ids(panel)).slice(0, 3), ['12', '0983', '0984'], 'by the value of the number');
      await panel.press('Enter');
      assert.equal(await header.getAttribute('aria-sort'), 'descending');
      await panel.press('Space');
      assert.equal(await header.getAttribute('aria-sort'), 'none');
      assert.equal((await ids(panel))[0], '0983');
    }));

  test('groups by role, with a task with two roles in both groups', () =>
    withPanel([page], async (panel) => {
      await panel.page.getByRole('button', { name: 'Group by' }).press('Enter');
      await panel.page.getByRole('menuitemradio', { name: 'Role' }).press('Enter');
      await panel.settle();
      assert.equal((await ids(panel)).filter((id) => id === '0984').length, 2);
      assert.equal(await count(panel), '12 tasks');
    }));

  test('opens rows: a click shows, Enter goes there, Ctrl+Enter opens the link', () =>
    withPanel([page], async (panel) => {
      await panel.page
        .locator('.task', { hasText: '0984' })
        .locator('[data-column="1"]')
        .click({ position: { x: 10, y: 10 } });
      assert.deepEqual(await panel.posted('reveal'), [
        { type: 'reveal', row: 1, column: 'task-name', takesFocus: false },
      ]);
      await panel.press('Enter', 'Control+Enter');
      assert.deepEqual(await panel.posted(), [
        { type: 'reveal', row: 1, column: 'task-name', takesFocus: true },
        { type: 'openLink', row: 1, column: 'task-name', part: 1 },
      ]);
      await panel.page.locator('.link', { hasText: 'the schedule' }).click();
      assert.deepEqual(await panel.posted(), [{ type: 'openLink', row: 1, column: 'task-name', part: 1 }]);
    }));

  test('shows the problems of a cell, also to screen readers', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('985x', 5);
      assert.match(
        await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-description') ?? ''),
        /Error: "985x" isn't a task ID.*\nWarning: Unknown role/,
      );
      assert.match(await panel.page.locator('.note').innerText(), /Unknown role/);
      await panel.press('Escape');
      assert.equal(await panel.page.locator('.note').count(), 0);
    }));

  test('follows the caret without taking the focus, and takes the focus on request', () =>
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
  test('find words, and Ctrl+F focuses them from anywhere', () =>
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

  test('list the existing values with counts, and support the keyboard', () =>
    withPanel([page], async (panel) => {
      await panel.page.getByRole('button', { name: 'Services' }).focus();
      await panel.press('ArrowDown');
      assert.match(await panel.focused(), /^All3$/);
      await panel.press('t', 'Space');
      assert.match(await panel.focused(), /^Teams/);
      assert.equal(await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-checked')), 'true');
      assert.equal(await count(panel), '5 of 12 tasks');
      await panel.press('Escape');
      assert.match(
        await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
        /Services: 1 selected/,
      );
      await panel.page.getByRole('button', { name: 'With problems only' }).press('Enter');
      assert.deepEqual(await ids(panel), ['985x', '12']);
    }));

  test('keep the focus while they are typed, even if nothing matches in between', () =>
    withPanel([page, { type: 'focus', line: 22 }], async (panel) => {
      await panel.press('Control+f');
      await type(panel, 'bandwq');
      assert.equal(await panel.page.locator('.row.task').count(), 0);
      await panel.press('Backspace');
      await type(panel, 'i');
      assert.equal(await panel.page.locator('.text-filter input').inputValue(), 'bandwi');
    }));

  test('without matches can be cleared', () =>
    withPanel([page], async (panel) => {
      await panel.press('Control+f');
      await type(panel, 'nothing like this');
      await panel.page.locator('.message').getByRole('button', { name: 'Clear filters' }).press('Enter');
      await panel.settle();
      assert.equal(await count(panel), '12 tasks');
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

  test('are in the document only if they are visible', async () => {
    assert.ok(panel);
    assert.ok((await panel.page.locator('[role="row"]').count()) < 60);
    assert.ok(Number(await panel.page.getByRole('grid').getAttribute('aria-rowcount')) > 20_000);
    await panel.page.locator('.grid .cell[tabindex="0"]').focus();
    await panel.press('Control+End');
    assert.ok((await panel.page.locator('[role="row"]').count()) < 60);
    assert.deepEqual((await ids(panel)).length > 10, true);
    assert.match(
      await panel.page.evaluate(() => document.activeElement?.closest('[role="row"]')?.textContent ?? ''),
      /Task 19999/,
    );
  });

  test('show their page, and Enter only shows a row', async () => {
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
    await panel.page.getByRole('button', { name: 'Check all pages' }).press('Enter');
    assert.deepEqual(await panel.posted(), [{ type: 'check' }]);
    assert.deepEqual(panel.failures, []);
  });
});
