// The page inside the task preview's panel in a browser, as VS Code has it: how it starts, what stands above, in every theme, with pages that mean harm.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hostile, noRows, noTables, page } from './panel/tasks.mjs';
import { count, skip, type, withPanel } from './panel/with-panel.mjs';

const THEMES = /** @type {const} */ (['light', 'dark', 'high contrast', 'high contrast light']);

describe('when it starts', { skip }, () => {
  test('says that it is ready and what it wants to show', () =>
    withPanel([], async (panel) => {
      assert.deepEqual(await panel.posted(), [{ type: 'ready' }, { type: 'show', scope: 'page', view: 'tasks' }]);
      assert.match(await panel.page.locator('main').innerText(), /Reading the tasks/);
    }));

  test('receives an immediate answer', () =>
    withPanel([], async (panel) => assert.equal(await count(panel), '12 tasks'), {
      data: { answer: JSON.stringify(page) },
    }));

  test('restores its state, and stores changes', () =>
    withPanel(
      [page],
      async (panel) => {
        assert.deepEqual(await panel.posted(), [
          { type: 'ready' },
          { type: 'show', scope: 'page', view: 'tasks' },
          { type: 'lock', isLocked: true },
        ]);
        assert.equal(await count(panel), '2 of 12 tasks');
        assert.equal((await panel.state()).uri, 'file:///w/assess-network.md');
        await panel.page.getByRole('button', { name: 'Clear filters' }).press('Enter');
        await panel.settle();
        assert.deepEqual((await panel.state()).look.filters.facets, {});
        assert.equal(await count(panel), '12 tasks');
      },
      {
        state: {
          uri: 'file:///w/old.md',
          isLocked: true,
          scope: 'page',
          view: 'tasks',
          look: { filters: { facets: { role: ['partner'] } } },
        },
      },
    ));

  test('treats missing state as no state', () =>
    withPanel([page], async (panel) => assert.equal(await count(panel), '12 tasks'), {
      state: { look: { filters: 7, sorting: 'up', collapsed: [3] } },
    }));
});

describe('the toolbar', { skip }, () => {
  test('changes the scope and the view', () =>
    withPanel([page], async (panel) => {
      await panel.posted();
      await panel.page.getByRole('button', { name: 'As readers see them' }).press('Enter');
      await panel.page.getByRole('button', { name: 'Workspace' }).press('Enter');
      assert.deepEqual(await panel.posted(), [
        { type: 'show', scope: 'page', view: 'readers' },
        { type: 'show', scope: 'workspace', view: 'tasks' },
      ]);
      assert.equal(await panel.page.getByRole('button', { name: 'Languages' }).count(), 0);
      assert.match(
        await panel.page.locator('main').innerText(),
        /Reading playbooks/,
        'the tasks of a page are not those of a workspace',
      );
      await panel.send({ type: 'loading', done: 3, total: 10 });
      assert.match(await panel.page.locator('main').innerText(), /3 of 10 pages/);
      await panel.page.getByRole('button', { name: 'Cancel' }).press('Enter');
      assert.deepEqual(await panel.posted(), [{ type: 'cancel' }]);
    }));

  test('exports the displayed tasks in their order, or all tasks', () =>
    withPanel([page], async (panel) => {
      await panel.press('Control+f');
      await type(panel, 'the');
      await panel.page.getByRole('columnheader', { name: 'Task ID' }).click();
      await panel.press('Enter');
      await panel.posted();
      const choose = async (/** @type {number} */ index) => {
        await panel.page.getByRole('button', { name: 'Export' }).press('Enter');
        await panel.page.getByRole('menuitem').nth(index).press('Enter');
      };
      await choose(0);
      await choose(4);
      await choose(9);
      const [file, clipboard, all] = await panel.posted();
      assert.equal(file.rows.length, Number((await count(panel)).split(' ')[0]));
      assert.ok(file.rows[0] > file.rows.at(-1) || file.rows.includes(3), 'downwards');
      assert.deepEqual(
        [file.format, file.target, clipboard.format, clipboard.target],
        ['csv', 'file', 'tsv', 'clipboard'],
      );
      assert.deepEqual(all, { type: 'export', format: 'xlsx', target: 'file', rows: null });
    }));

  test('imports, reads again, and locks to its page', () =>
    withPanel([page], async (panel) => {
      await panel.posted();
      await panel.page.getByRole('button', { name: 'Import' }).press('Enter');
      await panel.page.getByRole('button', { name: 'Refresh' }).press('Enter');
      const lock = panel.page.getByRole('button', { name: 'Lock to this page' });
      await lock.press('Enter');
      assert.deepEqual(await panel.posted(), [
        { type: 'import' },
        { type: 'refresh' },
        { type: 'lock', isLocked: true },
      ]);
      assert.equal(await lock.getAttribute('aria-pressed'), 'true');
      await panel.send({ type: 'locked', isLocked: false });
      assert.equal(await lock.getAttribute('aria-pressed'), 'false');
    }));
});

describe('with Tab', { skip }, () => {
  test('everything is reached, in visual order, and the grid is one stop', () =>
    withPanel([page], async (panel) => {
      const stops = [];
      for (await panel.press('Tab'); !stops.includes(await name(panel)); await panel.press('Tab'))
        stops.push(await name(panel));
      const bar = [
        'This page',
        'Workspace',
        'Tasks',
        'As readers see them',
        'Languages',
        'Group by: Section and step',
        'Totals',
        'Export',
        'Import tasks…',
        'Refresh',
        'Lock to this page',
      ];
      const filters = ['Filter the tasks', 'Role', 'Services', 'M/O', 'Phase', 'With problems only'];
      assert.deepEqual(stops, [...bar, ...filters, 'Approach']);
    }));
});

/** What the place that has the focus is called. @param {import('./panel/panel.mjs').Panel} panel */
function name(panel) {
  return panel.page.evaluate(
    () =>
      document.activeElement?.getAttribute('aria-label') ??
      /** @type {HTMLElement} */ (document.activeElement).innerText.split('\n')[0]?.trim(),
  );
}

describe('without tasks', { skip }, () => {
  test('shows the reason and what to do', () =>
    withPanel([], async (panel) => {
      const text = () => panel.page.locator('main').innerText();
      await panel.send({ type: 'nothing', reason: 'no-playbook', file: 'README.md' });
      assert.match(await text(), /README\.md isn't a playbook/);
      await panel.send({ type: 'nothing', reason: 'switched-off', file: 'a.md' });
      assert.match(await text(), /a\.md isn't checked[^]*playbook\.enable/);
      await panel.send({ type: 'nothing', reason: 'ignored', file: 'a.md' });
      assert.match(await text(), /The configuration ignores a\.md[^]*"ignore"/);
      await panel.send({ type: 'nothing', reason: 'gone', file: 'a.md' });
      assert.match(await text(), /a\.md no longer exists/);
      await panel.send({ type: 'failed', message: 'No server' });
      assert.match(await text(), /No server/);
      await panel.send(noRows);
      await panel.posted();
      await panel.page.getByRole('button', { name: 'Go to the table' }).press('Enter');
      assert.deepEqual(await panel.posted(), [{ type: 'revealLine', page: null, line: 7 }]);
      await panel.send(noTables);
      await panel.page.getByRole('button', { name: 'Insert FTOP task table' }).press('Enter');
      assert.deepEqual(await panel.posted(), [{ type: 'insertTable' }]);
      await panel.send({ ...noTables, isEditable: false });
      assert.equal(await panel.page.getByRole('button', { name: 'Insert FTOP task table' }).count(), 0);
    }));

  test('a message stays below until it is dismissed', () =>
    withPanel([page, { type: 'said', message: 'Saved as tasks.csv', isError: false }], async (panel) => {
      assert.match(await panel.page.locator('.notice').innerText(), /Saved as tasks\.csv/);
      const words = await panel.page.locator('.notice-words').elementHandle();
      await panel.send({ type: 'said', message: 'Saved as tasks.csv', isError: false });
      assert.equal(await words?.evaluate((element) => element.isConnected), false, 'the same words again are new ones');
      await panel.page.getByRole('button', { name: 'Dismiss' }).press('Enter');
      assert.equal(await panel.page.locator('.notice').innerText(), '');
    }));
});

describe('a malicious page', { skip }, () => {
  test('runs nothing, loads nothing, and shows invisible characters', () =>
    withPanel([hostile], async (panel) => {
      await panel.goTo('[x]', 1);
      await panel.press('Control+Enter');
      assert.deepEqual(await panel.posted(), [], 'a link is what the extension says is one');
      assert.equal(await panel.page.evaluate('globalThis.hasRun'), undefined);
      assert.equal(
        await panel.page.locator('main :is(img, script, iframe, a, [href], [onerror], [srcdoc])').count(),
        0,
      );
      assert.deepEqual(await panel.page.locator('.task .mark').allInnerTexts(), [
        '‹U+202E›',
        '‹U+200B›',
        '‹U+0007›',
        '‹U+2066›',
      ]);
      const long = panel.page.locator('.task', { hasText: 'xxxx' }).locator('[data-column="1"]');
      assert.ok(((await long.textContent()) ?? '').length < 600);
      assert.equal(
        await panel.page
          .locator('.task', { hasText: 'world' })
          .locator('[data-column="1"] .plain')
          .evaluate((element) => `${element.getAttribute('dir')} ${getComputedStyle(element).unicodeBidi}`),
        'auto isolate',
      );
      await long.dblclick({ position: { x: 5, y: 5 } });
      assert.equal((await panel.page.locator('.editor input').inputValue()).length, 100_000);
    }));
});

describe('accessibility', { skip }, () => {
  for (const theme of THEMES) {
    test(`with the colors of ${theme}`, () =>
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

  test("at the width of a phone everything is reachable, and the page itself doesn't scroll", () =>
    withPanel(
      [page],
      async (panel) => {
        assert.equal(await panel.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
        await panel.goTo('0983');
        await panel.press('End');
        assert.equal(
          await panel.page.evaluate(
            () => (document.activeElement?.getBoundingClientRect().right ?? 9999) <= window.innerWidth,
          ),
          true,
        );
        assert.deepEqual(await panel.axe(), []);
      },
      { width: 400 },
    ));

  test('with forced colors', () =>
    withPanel([page], async (panel) => assert.equal(await panel.page.locator('.chip').first().isVisible(), true), {
      forcedColors: 'active',
      theme: 'high contrast',
    }));
});
