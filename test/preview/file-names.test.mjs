// File names in the panels, wide and narrow: what is cut has an ellipsis, the end of a name is always shown.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { onePage, startBrowser } from './browser.mjs';
import { panelOpener } from './panel/panel.mjs';
import { pageOf, rowOf, tableOf, tasksMessage } from './panel/tasks.mjs';
import { OF_WORKSPACE } from './panel/with-panel.mjs';
import { openReport } from './report-page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const browser = await startBrowser();
const skip = typeof browser === 'string' ? browser : false;
const pages = typeof browser === 'string' ? undefined : onePage(browser);
after(async () => typeof browser === 'string' || browser.close());

const PATHS = [
  'playbooks/passkeys/passkeys-conduct-an-assessment-of-the-organization.md',
  'playbooks/passkeys/passkeys-conduct-an-assessment-of-the-organization-de.md',
  'playbooks/评估/在中国地区为客户组织进行全面的网络评估和准备工作的详细说明.md',
  'a/b.md',
];
const WIDTHS = [1400, 700, 320, 240];

/** Of each path in sight: what of its parts is cut, and whether its end is seen. @param {Page} page @param {string} within */
function seen(page, within) {
  return page.locator(`${within} .path`).evaluateAll((paths) =>
    paths.map((path) => {
      const box = path.getBoundingClientRect();
      const end = path.querySelector('.file-end')?.getBoundingClientRect();
      const cut = [...path.querySelectorAll('.folders, .file-start')].filter(
        (part) => part.scrollWidth > part.clientWidth,
      );
      return {
        text: [...path.querySelectorAll('.folders, .file-start, .file-end')].map((part) => part.textContent).join(''),
        endIsSeen: end !== undefined && end.left >= box.left - 1 && end.right <= box.right + 1,
        withoutEllipsis: cut.filter(
          (part) =>
            getComputedStyle(part).textOverflow !== 'ellipsis' ||
            part.clientWidth < Number.parseFloat(getComputedStyle(part).fontSize),
        ).length,
      };
    }),
  );
}

/** @param {Page} page @param {string} within */
async function assertReadable(page, within) {
  const paths = await seen(page, within);
  assert.deepEqual([...new Set(paths.map(({ text }) => text))].sort(), [...PATHS].sort());
  for (const { text, endIsSeen, withoutEllipsis } of paths)
    assert.deepEqual({ endIsSeen, withoutEllipsis }, { endIsSeen: true, withoutEllipsis: 0 }, text);
}

/** @param {Page} page @param {string} name */
async function look(page, name) {
  const folder = process.env['PLAYBOOK_SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}

describe('file names in the tasks of the workspace', { skip }, () => {
  const message = tasksMessage(
    {
      version: null,
      pages: PATHS.map((file) => pageOf({ uri: `file:///w/${file}`, file })),
      tables: PATHS.map((_, page) =>
        tableOf(8, {
          page,
          step: 'Plan and conduct the assessment with the customer',
          primaryRole: 'FastTrack Manager',
          appliesTo: 'Exchange, Teams, SharePoint',
        }),
      ),
      rows: PATHS.map((_, index) =>
        rowOf(index, 10, [String(1000 + index), 'Plan', 'M', 'FastTrack Engineer', 'Exchange']),
      ),
    },
    { scope: 'workspace', isEditable: false, hasAllProblems: false },
  );

  for (const width of WIDTHS) {
    test(`keep their end at ${width} pixels`, async () => {
      assert.ok(pages);
      const panel = await panelOpener(pages)({ ...OF_WORKSPACE, width });
      await panel.send(message);
      await assertReadable(panel.page, '.group');
      await assertReadable(panel.page, '.task');
      await look(panel.page, `tasks-${width}`);
      assert.deepEqual(panel.failures, []);
    });
  }

  test('are available in full to screen readers and in a tooltip', async () => {
    assert.ok(pages);
    const panel = await panelOpener(pages)({ ...OF_WORKSPACE, width: 320 });
    await panel.send(message);
    for (const path of PATHS) {
      assert.equal(
        await panel.page.getByRole('gridcell', { name: path }).first().locator('.path').getAttribute('title'),
        path,
      );
    }
  });
});

describe('file names in a report', { skip }, () => {
  const table = {
    columns: ['File', 'Pages', 'title'],
    rows: PATHS.map((path) => [path, [path, ...PATHS].join('\n'), 'Conduct the assessment']),
    sortKeys: [null, null, null],
  };

  /** @param {number} width */
  async function report(width) {
    assert.ok(pages);
    const page = await openReport(pages, table, { width });
    await page.locator('.path').first().waitFor();
    return page;
  }

  for (const width of WIDTHS) {
    test(`keep their end at ${width} pixels`, async () => {
      const page = await report(width);
      await assertReadable(page, '.body');
      await look(page, `report-${width}`);
      assert.deepEqual(page.failures, []);
    });
  }

  test('are available in full to screen readers and in a tooltip', async () => {
    const page = await report(320);
    for (const path of PATHS)
      assert.equal(await page.getByRole('rowheader', { name: path, exact: true }).getAttribute('title'), path);
    assert.equal(await page.locator('.more').first().innerText(), ' +4');
  });
});
