// The texts of a report.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { onePage, startBrowser } from './browser.mjs';
import { openReport } from './report-page.mjs';
import { axeViolations } from './served-page.mjs';

const browser = await startBrowser();
const skip = typeof browser === 'string' ? browser : false;
const pages = typeof browser === 'string' ? undefined : onePage(browser);
after(async () => typeof browser === 'string' || browser.close());

/** @param {number} count @param {string} [kind] */
async function report(count, kind = 'tasks') {
  assert.ok(pages);
  const rows = Array.from({ length: count }, (_, row) => [`${1000 + row}`, `Task ${row}`]);
  return openReport(pages, { columns: ['Task ID', 'Name'], rows, sortKeys: [null, null] }, { kind });
}

describe('a report', { skip }, () => {
  for (const [rows, text] of /** @type {const} */ ([
    [1, '1 row'],
    [2, '2 rows'],
    [1200, '1,200 rows'],
  ]))
    test(`says how many rows it has: ${text}`, async () => {
      const page = await report(rows);
      assert.equal(await page.getByRole('status').innerText(), text);
      assert.deepEqual(page.failures, []);
    });

  test('says how many rows contain the words of the filter', async () => {
    const page = await report(1200);
    const filter = page.getByRole('searchbox', { name: 'Filter the rows' });
    await filter.fill('1003');
    assert.equal(await page.getByRole('status').innerText(), '2 of 1,200 rows');
    await filter.fill('x');
    assert.equal(await page.locator('.message').innerText(), 'No rows contain all of these words.');
  });

  test('explains its keys, and is named after its title', async () => {
    const page = await report(3);
    const grid = page.getByRole('grid', { name: 'Report' });
    assert.equal(await grid.getAttribute('aria-describedby'), 'keys');
    assert.match((await page.locator('#keys').textContent()) ?? '', /^On a column header, press Enter to sort\./);
    assert.deepEqual(await axeViolations(page), []);
  });

  for (const [kind, start] of /** @type {const} */ ([
    ['tasks', 'No playbook in this workspace has tasks.\nTasks are listed'],
    ['translations', 'All translations in this workspace match their English pages.\nThe name'],
    ['metadata', 'This workspace has no playbooks.\nA Markdown file is a playbook if'],
  ]))
    test(`without rows says what that means: ${kind}`, async () => {
      const page = await report(0, kind);
      const text = await page.locator('.message').innerText();
      assert.ok(text.startsWith(start), text);
    });
});
