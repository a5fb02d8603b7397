// The three views of the task preview beside the grid, each alone in a browser: by keyboard, by ear, in every theme.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { onePage, startBrowser } from './browser.mjs';
import { axeViolations } from './served-page.mjs';
import {
  brokenVersions,
  longRendered,
  manyVersions,
  preview,
  rendered,
  shortRendered,
  versions,
  wellRendered,
} from './views/data.mjs';
import { pageOpener } from './views/page.mjs';

const browser = await startBrowser();
const skip = typeof browser === 'string' ? browser : false;
const open = typeof browser === 'string' ? undefined : await pageOpener(onePage(browser));
after(async () => typeof browser === 'string' || browser.close());

/** @typedef {import('playwright-core').Page} Page */

/** Opens a page, shows a view, and sees to it that nothing was run that came from a playbook. */
async function withView(call, data, body, options = {}) {
  const page = await open?.(options);
  assert.ok(page);
  await page.evaluate(`${call}(...${JSON.stringify(data)})`);
  await body(page);
  assert.deepEqual(page.failures, []);
}
const withReaders = (data, body, options) => withView('showReaders', [data], body, options);
const withLanguages = (data, body, options) => withView('showLanguages', [data], body, options);
const withTotals = (data, body, options) =>
  withView('showTotals', [data, data.rows.map((_, index) => index)], body, options);

/** @param {Page} page */
const asked = (page) => page.evaluate('asked.splice(0)');
/** Waits until the focus is on something with such a text: it moves when the view has been drawn. @param {Page} page @param {RegExp} pattern */
const focusIs = (page, { source }) =>
  page.waitForFunction((text) => new RegExp(text).test(document.activeElement?.textContent?.trim() ?? ''), source);

describe('what readers see', { skip }, () => {
  test('is described in one sentence for each reader, which leads to the place', () =>
    withReaders(rendered, async (page) => {
      assert.deepEqual(
        await page
          .locator('.readers-summary')
          .allInnerTexts()
          .then((all) => all.map((text) => text.split(/\n+/))),
        [
          ['GitHub and VS Code', '1 of 3 tables loses text', "1 of 3 isn't displayed as a table"],
          ['Published site (docfx)', 'All 3 tables are shown in full'],
        ],
      );
      await page.getByRole('button', { name: "1 of 3 isn't displayed as a table" }).press('Enter');
      await focusIs(page, /^任务 ID/);
    }));

  test('shows the lost text struck through, and says so', () =>
    withReaders(rendered, async (page) => {
      const row = page.getByRole('row', { name: /0425/ });
      assert.equal(
        await row
          .locator('del')
          .first()
          .evaluate((element) => getComputedStyle(element).textDecorationLine),
        'line-through',
      );
      assert.match((await row.textContent()) ?? '', /not shown: Teams/);
      assert.equal(await page.getByRole('columnheader', { name: 'Not shown' }).count(), 1);
      assert.equal(await page.locator('main img, main a').count(), 0);
    }));

  test('is navigated row by row with keys, and Enter or a click leads to the line', () =>
    withReaders(rendered, async (page) => {
      const first = page.getByRole('row', { name: /0421/ });
      await first.focus();
      await page.keyboard.press('ArrowDown');
      await focusIs(page, /^0422/);
      await page.keyboard.press('Enter');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      assert.deepEqual(await asked(page), [[15], [16]]);
      assert.equal(
        await page.locator('.readers-grid').first().locator('[tabindex="0"]').count(),
        1,
        'one row can be reached with Tab',
      );
      await first.click();
      await page.getByRole('button', { name: 'Line 31' }).press('Enter');
      assert.deepEqual(await asked(page), [[14], [30]]);
    }));

  test("doesn't open a line while text is selected", () =>
    withReaders(rendered, async (page) => {
      const text = await page.getByText('Measure the bandwidth').boundingBox();
      assert.ok(text);
      await page.mouse.move(text.x + 2, text.y + 8);
      await page.mouse.down();
      await page.mouse.move(text.x + 80, text.y + 8);
      await page.mouse.up();
      assert.notEqual(await page.evaluate('String(document.getSelection())'), '');
      assert.deepEqual(await asked(page), []);
    }));

  test('has navigation between losses: F8, Shift+F8 and buttons', () =>
    withReaders(rendered, async (page) => {
      await page.getByRole('radio', { name: 'GitHub and VS Code' }).focus();
      await page.keyboard.press('F8');
      await focusIs(page, /^0425/);
      await page.keyboard.press('F8');
      await focusIs(page, /^任务 ID/);
      await page.keyboard.press('Shift+F8');
      await focusIs(page, /^0425/);
      await page.getByRole('button', { name: 'Next' }).press('Enter');
      await focusIs(page, /^任务 ID/);
      await page.getByRole('radio', { name: 'Published site (docfx)' }).check();
      assert.equal(await page.getByRole('button', { name: 'Next' }).count(), 0, 'the site misses nothing');
    }));

  test('is switched with the arrow keys, up to both side by side', () =>
    withReaders(rendered, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.getByRole('table').or(page.getByRole('grid')).count(), 3);
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.getByRole('heading', { level: 3 }).count(), 6);
      const [left, right] = await page
        .locator('.readers-columns')
        .first()
        .locator('> *')
        .evaluateAll((both) => both.map((one) => one.getBoundingClientRect().top));
      assert.equal(left, right);
    }));

  test('includes other tables only on request', () =>
    withReaders(rendered, async (page) => {
      assert.equal(await page.getByRole('heading', { level: 2 }).count(), 3);
      await page.getByRole('checkbox', { name: 'All tables' }).check();
      assert.equal(await page.getByRole('heading', { name: 'Table without a heading' }).count(), 1);
      await page.getByRole('radio', { name: 'Published site (docfx)' }).check();
      assert.match(
        (await page.locator('.readers-loss').textContent()) ?? '',
        /Not a table.*The line above belongs to a paragraph/,
      );
    }));

  test('has a message for rows with too few cells, although all their text is shown', () =>
    withReaders(shortRendered, async (page) => {
      assert.equal(await page.getByText('The table is shown in full').count(), 0);
      assert.equal(await page.locator('.readers-summary', { hasText: '1 row has too few cells' }).count(), 2);
      assert.equal(await page.getByText('1 row has too few cells: its texts may be in the wrong columns').count(), 1);
    }));

  test('has a message if nothing is lost', () =>
    withReaders(wellRendered, async (page) => {
      assert.equal(await page.getByText('The table is shown in full').count(), 2);
      assert.equal(await page.getByRole('columnheader', { name: 'Not shown' }).count(), 0);
    }));

  test('of ten thousand rows is rendered partly, with the losses of the rest', () =>
    withReaders(longRendered(), async (page) => {
      assert.equal(await page.locator('tbody tr[data-row]').count(), 201);
      await page.keyboard.press('F8');
      assert.match((await page.locator('tbody tr').last().textContent()) ?? '', /^9997.*not shown: far below/);
      await page.getByRole('button', { name: 'Show 500 more of 9,799 rows' }).press('Enter');
      assert.equal(await page.locator('tbody tr[data-row]').count(), 701);
      await focusIs(page, /^200Task 200/);
    }));
});

describe('the tasks in all languages', { skip }, () => {
  test('are side by side, with differences in words', () =>
    withLanguages(versions, async (page) => {
      assert.equal(await page.getByRole('status').textContent(), '4 of 6 tasks differ between languages');
      assert.match(
        (await page.getByRole('columnheader', { name: /German/ }).textContent()) ?? '',
        /5 tasks 2 different 1 missing/,
      );
      assert.equal(await page.getByRole('gridcell', { name: 'Missing in German' }).count(), 1);
      assert.match(
        (await page.getByRole('row', { name: /0422/ }).locator('.differs[role="gridcell"]').textContent()) ?? '',
        /^Differs from English: M/,
      );
      assert.equal(await page.locator('main img, main a').count(), 0);
    }));

  test('say that a row is broken, and count it as a difference', () =>
    withLanguages(brokenVersions(), async (page) => {
      assert.equal(await page.getByRole('status').textContent(), '1 of 1 tasks differs between languages');
      assert.match((await page.getByRole('gridcell', { name: /Ports/ }).textContent()) ?? '', /^broken row Ports/);
    }));

  test('are navigated cell by cell, a missing task in one step, and Enter leads to the page of the cell', () =>
    withLanguages(versions, async (page) => {
      await page.getByRole('checkbox').focus();
      await page.keyboard.press('Tab');
      await focusIs(page, /^0421/);
      await page.keyboard.press('Enter');
      for (const key of [
        'ArrowDown',
        'ArrowDown',
        'ArrowRight',
        'ArrowRight',
        'ArrowRight',
        'ArrowRight',
        'ArrowRight',
      ])
        await page.keyboard.press(key);
      await focusIs(page, /^Missing in German$/);
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      assert.deepEqual(await asked(page), [
        [0, 14],
        [2, 15],
        [1, 40],
      ]);
    }));

  test('are opened by a double click, and filtered by differences on request', () =>
    withLanguages(versions, async (page) => {
      await page.getByRole('gridcell', { name: 'Proxy aktualisieren' }).dblclick();
      assert.deepEqual(await asked(page), [[1, 31]]);
      await page.getByRole('checkbox', { name: 'Differences only' }).check();
      assert.deepEqual(await page.locator('.languages-body .id').allInnerTexts(), ['0422', '0423', '0425', '0999']);
    }));

  test('of five thousand tasks are rendered only if they are visible', () =>
    withLanguages(
      manyVersions(5_000),
      async (page) => {
        assert.ok((await page.getByRole('row').count()) < 60);
        await page.getByRole('rowheader').first().focus();
        await page.keyboard.press('Control+End');
        assert.match(await page.evaluate('document.activeElement.closest("[role=row]").textContent'), /^4999/);
        assert.ok((await page.getByRole('row').count()) < 60);
        const [head, id] = await Promise.all([
          page.locator('.languages-head').boundingBox(),
          page.locator('.languages-body .languages-id').last().boundingBox(),
        ]);
        assert.ok(head && id && head.y < 60 && id.x === 0, 'the header and the IDs stay in sight');
      },
      { width: 500 },
    ));

  test('of a page without translations explain how translations are found', () =>
    withLanguages({ pages: versions.pages.slice(0, 1), tasks: [] }, async (page) => {
      assert.match(await page.innerText('main'), /This page has no translations.*network-sc\.md.*de\/network\.md/s);
    }));
});

describe('the totals', { skip }, () => {
  test('show the number of tasks, and filter when one is selected', () =>
    withTotals(preview(), async (page) => {
      assert.equal(await page.locator('.totals-sums li').first().textContent(), '48 Tasks');
      await page.getByRole('button', { name: /Optional/ }).press('Enter');
      await page.getByRole('button', { name: 'FastTrack Engineer' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /Teams/ }).press('Space');
      await page.getByRole('button', { name: 'No role' }).press('Enter');
      assert.deepEqual(await asked(page), [
        [{ kind: 'mo', value: 'optional' }],
        [{ kind: 'role', value: 'fasttrack-engineer' }],
        [{ kind: 'service', value: 'teams' }],
        [{ kind: 'role', value: '' }],
      ]);
    }));

  test('are tables for screen readers, and a click on a bar works', () =>
    withTotals(preview({ isWorkspace: true, rows: 200 }), async (page) => {
      const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'By phase' }) });
      assert.deepEqual(await table.getByRole('columnheader').allTextContents(), [
        'By phase',
        'Tasks',
        'Mandatory',
        'Optional',
        'Unclear',
      ]);
      const row = table.getByRole('row', { name: /Assess/ });
      const bar = await row.locator('.totals-track').boundingBox();
      assert.ok(bar);
      await page.mouse.click(bar.x + bar.width / 2, bar.y + bar.height / 2);
      assert.deepEqual(await asked(page), [[{ kind: 'phase', value: 'assess' }]]);
      const [total, ...parts] = await row
        .getByRole('cell')
        .allTextContents()
        .then((cells) => cells.map(Number));
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0),
        total,
      );
      assert.equal(await page.getByText('counts for each of them').count(), 1);
    }));

  test('have no chart if there is nothing to compare', () =>
    withTotals({ ...preview(), rows: preview().rows.slice(2, 3) }, async (page) => {
      assert.equal(await page.getByRole('table').count(), 0);
    }));
});

describe('in every theme', { skip }, () => {
  const all = [
    ['showReaders', [rendered]],
    ['showLanguages', [versions]],
    ['showTotals', [preview(), preview().rows.map((_, index) => index)]],
  ];
  for (const theme of ['light', 'dark', 'high contrast', 'high contrast light']) {
    test(`axe finds nothing in ${theme}`, async () => {
      for (const [call, data] of all)
        await withView(call, data, async (page) => assert.deepEqual(await axeViolations(page), []), { theme });
    });
  }

  test('nothing is wider than a narrow panel', async () => {
    for (const [call, data] of all) {
      await withView(
        call,
        data,
        async (page) => assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 420),
        { width: 420 },
      );
    }
  });

  test('patterns distinguish mandatory and optional with forced colors', () =>
    withTotals(
      preview(),
      async (page) => {
        const look = (/** @type {string} */ kind) =>
          page
            .locator(`.totals-part.${kind}`)
            .first()
            .evaluate((part) => getComputedStyle(part).backgroundImage);
        assert.match(await look('optional'), /gradient/);
        assert.equal(await look('mandatory'), 'none');
      },
      { forcedColors: 'active' },
    ));
});
