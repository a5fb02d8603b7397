// The task preview as a person uses it: look, filter, change in place, undo, export, edit elsewhere, apply.
import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { answerDialog, assertAccessible, panelOf, reload, THEMES, useTheme } from './panels.mjs';
import { test, useSession } from './ui-test.mjs';

const PAGE = 'playbooks/assess-network.md';
const CHINESE_PAGE = 'playbooks/assess-network.zh.md';
/** Its first task. */
const FIRST = '| 4301 | Network - measure each site | M | FastTrack Engineer | Core Onboarding |';

const session = useSession({
  folder: fileURLToPath(new URL('../workspace', import.meta.url)),
  prepare: writeHostilePage,
});
const original = readFileSync(new URL(`../workspace/${PAGE}`, import.meta.url), 'utf8');

/** Opens a page with its preview beside it. Returns the page of the preview. */
async function openPreview(path = PAGE, id = '4301') {
  await session.openFile(path);
  await session.page.locator('.editor-actions .action-label[aria-label*="Open Task Preview"]').click();
  await rowOf(id).waitFor();
  return panelOf(session);
}

test('a button of the editor opens the preview to the side, with every task of the page', async () => {
  const panel = await openPreview();
  await rowOf('4302').waitFor();
  assert.match(await panel.locator('.row.group, .group-row, [data-group]').first().innerText(), /Approach/);
});

test('the row of the caret is marked, and the preview keeps the focus where it is', async () => {
  const panel = await openPreview();
  await toEditor();
  await session.goToLine(42, 5);
  await panel.locator('.row[aria-current=true]', { hasText: '4302' }).waitFor();
});

test('mandatory tasks alone, by keyboard', async () => {
  const { page } = session;
  const panel = await openPreview();
  await session.runCommand('Playbook: Open Task Preview');
  await panel.locator('.grid :focus').first().waitFor();
  await panel.locator('button.pill[aria-label="M/O"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await panel.locator('[role=menuitemcheckbox]:focus', { hasText: 'Mandatory' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await panel.locator('[role=status]', { hasText: '1 of 2 tasks' }).waitFor();
  assert.equal(await panel.locator('.row.task').count(), 1);
});

test('a role changed in place is one changed line, and one undo takes it back', async () => {
  const { page } = session;
  const panel = await openPreview();
  await rowOf('4301').locator('.of-role').click();
  await page.keyboard.press('F2');
  await panel.locator('.editor input').waitFor();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('manager');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await rowOf('4301').locator('.of-role', { hasText: 'FastTrack Manager' }).waitFor();
  // The page as a whole: a file that is half written is different too.
  await saved((text) => text === original.replace(FIRST, FIRST.replace('Engineer', 'Manager')));
  await rowOf('4301').locator('.of-role').click();
  await page.keyboard.press('Control+z');
  await rowOf('4301').locator('.of-role', { hasText: 'FastTrack Engineer' }).waitFor();
  await saved((text) => text === original);
});

test('rows are toggled, moved, added and deleted by keyboard', async () => {
  const { page } = session;
  const panel = await openPreview();
  await rowOf('4302').waitFor();
  await rowOf('4302').locator('.of-mo').click();
  await page.keyboard.press('Space');
  await rowOf('4302').locator('.of-mo', { hasText: 'Mandatory' }).waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  await session.until(async () => (await idsShown()).join() === '4302,4301', 'the row to move up');
  await page.keyboard.press('Insert');
  await session.until(async () => (await panel.locator('.row.task').count()) === 3, 'the new row');
  await panel.locator('.editor.of-task-id input').waitFor();
  await page.keyboard.press('Escape');
  await panel.locator('.editor').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await session.until(async () => (await panel.locator('.row.task').count()) === 2, 'the new row to go');
  await rowOf('4302').locator('.of-task-name').click();
  await page.keyboard.press('Delete');
  await session.until(async () => (await idsShown()).join() === '4301', 'the row to go');
  await page.keyboard.press('Control+z');
  await session.until(async () => (await idsShown()).join() === '4302,4301', 'the row to come back');
  await page.keyboard.press('Control+z');
  await session.until(async () => (await idsShown()).join() === '4301,4302', 'the row to move back');
  await page.keyboard.press('Control+z');
  await rowOf('4302').locator('.of-mo', { hasText: 'Optional' }).waitFor();
  await saved((text) => text === original);
});

test('cells are changed as fast as somebody types, and Ctrl+S saves the page', async () => {
  const { page } = session;
  await openPreview();
  await rowOf('4301').locator('.of-task-id').click();
  await page.keyboard.type('4399');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sites');
  await page.keyboard.press('Tab');
  await page.keyboard.type('o');
  await page.keyboard.press('Control+s');
  await session.until(
    () => textOf(PAGE) === original.replace(FIRST, '| 4399 | Sites | O | FastTrack Engineer | Core Onboarding |'),
    'the page to be saved',
  );
  await rowOf('4399').locator('.of-mo', { hasText: 'Optional' }).waitFor();
  await page.keyboard.press('Control+z');
  await rowOf('4399').locator('.of-mo', { hasText: 'Mandatory' }).waitFor();
  await page.keyboard.press('Control+z');
  await rowOf('Network - measure each site').waitFor();
  await page.keyboard.press('Control+z');
  await rowOf('4301').waitFor();
  await page.keyboard.press('Control+s');
  await session.until(() => textOf(PAGE) === original, 'the page to be as it was');
});

test('Enter goes to the cell in the editor, and the command comes back', async () => {
  const { page } = session;
  await openPreview();
  await rowOf('4302').locator('.of-task-name').click();
  await page.keyboard.press('Enter');
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await page.keyboard.press('End');
  await session.runCommand('Playbook: Open Task Preview');
  await rowOf('4302').locator(':focus').waitFor();
});

test('axe finds nothing in any kind of theme', async () => {
  await openPreview();
  for (const theme of THEMES) {
    await useTheme(session, theme);
    await assertAccessible(session);
  }
});

/**
 * What is in a workbook; `undefined` while it is being written.
 *
 * @param {string} file
 */
function entriesOf(file) {
  try {
    return unzipSync(readFileSync(file));
  } catch {
    return undefined;
  }
}

test('an exported workbook with one changed cell comes back as that change', async () => {
  const { page, folder } = session;
  const panel = await openPreview();
  const file = join(folder, 'tasks.xlsx');
  await panel.locator('button[aria-label="Export"]').focus();
  await page.keyboard.press('Enter');
  await panel.locator('[role=menuitem]', { hasText: 'Excel' }).first().click();
  await answerDialog(session, 'Export Tasks', file);
  await session.until(() => entriesOf(file) !== undefined, 'the whole workbook');
  const entries = entriesOf(file) ?? {};
  const edited = Object.entries(entries).map(([name, bytes]) => [
    name,
    strToU8(strFromU8(bytes).replace('Network - review the results', 'Network - read the results')),
  ]);
  writeFileSync(file, zipSync(Object.fromEntries(edited)));
  await panel.locator('button.tool[aria-label^="Apply"], button.tool[aria-label^="Import"]').first().click();
  await answerDialog(session, 'Apply Edited Tasks', file);
  await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'read' }).first().waitFor();
  assert.equal(await page.locator('.bulk-edit-panel .monaco-list-row').filter({ hasText: '4302' }).count(), 1);
  assert.equal(textOf(PAGE), original, 'nothing is written yet');
  await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
  await rowOf('Network - read the results').waitFor();
  await saved((text) => text === original.replace('Network - review the results', 'Network - read the results'));
});

test('what readers see, and the other languages', async () => {
  const panel = await openPreview();
  await panel.locator('button.choice', { hasText: 'As readers see them' }).click();
  await panel.locator('table, [role=grid]', { hasText: '4301' }).first().waitFor();
  await assertAccessible(session);
  await panel.locator('button.choice', { hasText: 'Languages' }).click();
  await panel.locator('[role=grid]', { hasText: '网络' }).first().waitFor();
  await assertAccessible(session, 5);
  await panel.locator('button.choice', { hasText: 'Tasks' }).click();
  await rowOf('4301').waitFor();
});

test('all playbooks of the workspace, and back to the page', async () => {
  const panel = await openPreview();
  await panel.locator('button.choice', { hasText: 'Workspace' }).click();
  await panel.locator('.row.task', { hasText: '网络 - 检查结果' }).waitFor();
  await panel.locator('.row.task', { hasText: 'German' }).first().waitFor();
  await assertAccessible(session);
  await panel.locator('button.choice', { hasText: 'This page' }).click();
  await rowOf('4301').waitFor();
});

test('another page comes to the front: the preview follows, unless it is locked', async () => {
  const { page } = session;
  const panel = await openPreview();
  await toEditor();
  await session.openFile('assess-network.zh.md');
  await rowOf('网络 - 检查结果').waitFor();
  await panel.locator('button.tool[aria-pressed]').last().click();
  await toEditor();
  await session.openFile('assess-network.de.md');
  await page.locator('.editor-instance .view-line', { hasText: 'Netzwerk' }).first().waitFor();
  assert.equal(await rowOf('网络 - 检查结果').count(), 1);
});

test('cells that mean harm are text', async () => {
  const { page } = session;
  /** @type {string[]} */
  const dialogs = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const panel = await openPreview('playbooks/hostile.md', '4311');
  for (const text of [
    '<img src=x onerror="alert(1)">',
    '[click](javascript:alert(2))',
    '[click](command:',
    'xxxxxxxxxx',
    'U+202E',
    'U+200B',
    '<script>alert(3)</script>',
  ])
    await rowOf(text).waitFor();
  assert.equal(await panel.locator('.row.task img, .row.task script, .row.task a, .row.task .link').count(), 0);
  for (const view of ['As readers see them', 'Tasks']) {
    await panel.locator('button.choice', { hasText: view }).click();
    await panel.locator('main', { hasText: 'alert(3)' }).first().waitFor();
  }
  assert.deepEqual(dialogs, []);
});

test('a locked preview comes back after a reload, as it was', async () => {
  const panel = await openPreview(CHINESE_PAGE, '检查结果');
  await panel.locator('button.tool[aria-pressed]').last().click();
  await panel.locator('.text-filter input').fill('检查');
  await panel.locator('[role=status]', { hasText: '1 of 2 tasks' }).waitFor();
  await reload(session, '"text":"检查"');
  await rowOf('网络 - 检查结果').waitFor();
  assert.equal(await panel.locator('.text-filter input').inputValue(), '检查');
});

test('a page that is gone from the disk, and comes back', async () => {
  const { folder } = session;
  const panel = await openPreview(CHINESE_PAGE, '检查结果');
  await panel.locator('button.tool[aria-pressed]').last().click();
  const [from, to] = [CHINESE_PAGE, 'elsewhere.txt'].map((name) => join(folder, name));
  assert.ok(from && to);
  // What an editor still has is not gone.
  await toEditor();
  await session.openFile('assess-network.zh.md');
  await session.runCommand('View: Close Editor');
  renameSync(from, to);
  await panel.locator('main', { hasText: 'assess-network.zh.md no longer exists' }).waitFor();
  assert.equal(await panel.locator('.row.task').count(), 0);
  renameSync(to, from);
  await rowOf('网络 - 检查结果').waitFor();
});

/** A page whose cells mean harm. It is there from the start: quick open does not find at once what comes later. */
function writeHostilePage(/** @type {string} */ folder) {
  const cells = [
    '<img src=x onerror="alert(1)">',
    '[click](javascript:alert(2))',
    '[click](command:workbench.action.files.newUntitledFile)',
    'x'.repeat(100_000),
    'abc\u202Efed\u200Bghi',
    '<script>alert(3)</script>',
  ];
  const rows = cells.map((cell, at) => `| ${4311 + at} | ${cell} | M | FastTrack Engineer | Core Onboarding |`);
  const page = readFileSync(join(folder, PAGE), 'utf8');
  writeFileSync(
    join(folder, 'playbooks/hostile.md'),
    page.replace(/^\| 4301 .*$/m, () => rows.join('\n')),
  );
}

/** The focus goes to the editor on the left. */
async function toEditor() {
  await session.press('Control+1', session.page.locator('.editor-instance .monaco-editor.focused'));
}

function rowOf(/** @type {string} */ text) {
  return panelOf(session).locator('.row.task', { hasText: text }).first();
}

async function idsShown() {
  return (await panelOf(session).locator('.row.task .of-task-id').allInnerTexts()).map((text) => text.trim());
}

function textOf(/** @type {string} */ path) {
  return readFileSync(join(session.folder, path), 'utf8');
}

/** Saves the page until the file says so. */
async function saved(/** @type {(text: string) => boolean} */ isSo) {
  await session.until(async () => {
    await session.runCommand('File: Save All Files');
    return isSo(textOf(PAGE));
  }, 'the page to be saved');
}
