// Rows and cells edited in the task preview at human speed: what is typed reaches the row that the author sees, and nothing else.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { panelOf } from './panels.mjs';
import { test, useSession } from './ui-test.mjs';

const ROWS = [
  '| 4301 | Network - measure each site | M | FastTrack Engineer | Core Onboarding |',
  '| 4302 | Network - review the results | O | FastTrack Engineer | Core Onboarding |',
];
/** In milliseconds, between two keys. */
const HUMAN = { delay: 110 };

const file = 'playbooks/assess-network.md';
const folder = fileURLToPath(new URL('../workspace', import.meta.url));
const original = readFileSync(join(folder, file), 'utf8');
const session = useSession({ folder });

/** Opens the page with its preview beside it. */
async function openPreview() {
  await session.openFile(file);
  await session.page.locator('.editor-actions .action-label[aria-label*="Open Task Preview"]').click();
  await rowOf('4302').waitFor();
  return panelOf(session);
}

test('a row that is added under a filter is shown, and what is typed goes into it', async () => {
  const { page } = session;
  const panel = await openPreview();
  await panel.locator('.text-filter input').fill('measure');
  await panel.locator('[role=status]', { hasText: '1 of 2 tasks' }).waitFor();
  await rowOf('4301').locator('.of-task-name').click();
  await page.keyboard.press('Insert');
  await page.keyboard.type('7001', HUMAN);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Another task', HUMAN);
  await page.keyboard.press('Tab');
  await page.keyboard.type('m');
  await page.keyboard.press('Tab');
  await page.keyboard.type('manager', HUMAN);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await rowOf('7001').locator('.of-role', { hasText: 'FastTrack Manager' }).waitFor();
  await page.keyboard.press('Control+s');
  await isSaved([ROWS[0], '| 7001 | Another task | M | FastTrack Manager | |', ROWS[1]]);
});

test('typing replaces a role, and the row stays while the filter does', async () => {
  const { page } = session;
  const panel = await openPreview();
  await panel.locator('.text-filter input').fill('engineer measure');
  await panel.locator('[role=status]', { hasText: '1 of 2 tasks' }).waitFor();
  await rowOf('4301').locator('.of-role').click();
  await page.keyboard.type('manager', HUMAN);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await rowOf('4301').locator('.of-role:focus', { hasText: 'FastTrack Manager' }).waitFor();
  await page.keyboard.press('Control+s');
  await isSaved(['| 4301 | Network - measure each site | M | FastTrack Manager | Core Onboarding |', ROWS[1]]);
});

test('an edit reaches its row when lines come in above it meanwhile', async () => {
  const { page } = session;
  await openPreview();
  await rowOf('4302').locator('.of-task-name').click();
  await page.keyboard.press('F2');
  await page.keyboard.type(' again', HUMAN);
  writeFileSync(
    join(session.folder, file),
    original.replace(
      ROWS[0] ?? '',
      `| 4300 | Network - begin | M | FastTrack Engineer | Core Onboarding |\n${ROWS[0]}`,
    ),
  );
  await rowOf('4300').waitFor();
  await page.keyboard.press('Enter');
  await rowOf('results again').waitFor();
  await page.keyboard.press('Control+s');
  await session.until(
    () =>
      textOf().includes('| 4302 | Network - review the results again |') &&
      textOf().includes('| 4300 | Network - begin |'),
    'both changes',
  );
});

test('Insert in the preview leaves the text editor in insert mode', async () => {
  const { page } = session;
  const panel = await openPreview();
  await rowOf('4301').locator('.of-task-name').click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Insert');
  await page.keyboard.press('Escape');
  await panel.locator('.text-filter input').focus();
  await page.keyboard.press('Insert');
  await session.press('Control+1', page.locator('.editor-instance .monaco-editor.focused'));
  await session.goToLine(1, 1);
  await page.keyboard.type('#');
  await page.keyboard.press('Control+s');
  await session.until(() => textOf() === `#${original}`, 'a character put in, and none replaced');
});

function rowOf(/** @type {string} */ text) {
  return panelOf(session).locator('.row.task', { hasText: text }).first();
}

function textOf() {
  return readFileSync(join(session.folder, file), 'utf8');
}

/** Waits until the file is as it was, but for its rows. */
async function isSaved(/** @type {readonly (string | undefined)[]} */ rows) {
  const expected = original.replace(ROWS.join('\n'), rows.join('\n'));
  // A file that is being written may be read half.
  await session.until(() => textOf() === expected, `the page to be saved with ${rows.join('\n')}`);
}
