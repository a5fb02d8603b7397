// npm run screenshots [name…]: builds, and takes the pictures of docs/images from a real VS Code with the samples open.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from './run.mjs';
import { panelOf } from '../test/e2e/ui/panels.mjs';
import { openSession } from '../test/e2e/ui/session.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs/images');
/** The samples have no task in several languages; this folder has. */
const translations = join(root, 'test/e2e/workspace');
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.stickyScroll.enabled': false,
  'window.title': 'FastTrack playbooks',
};

const dark = { 'workbench.colorTheme': 'Default Dark Modern' };
const highContrast = { 'workbench.colorTheme': 'Default High Contrast' };

/**
 * @typedef {object} Picture
 * @property {string} name of the file
 * @property {string} file of the folder
 * @property {string} [folder] the samples when left out
 * @property {string} [text] the caret goes to; the problems are shown below
 * @property {string} [report] title of the command that opens a report
 * @property {boolean} [menu] with the menu of quick fixes open
 * @property {(session: import('../test/e2e/ui/session.mjs').Session) => Promise<void>} [show] brings on the screen what the picture is about
 * @property {number} [height]
 * @property {Record<string, unknown>} [more] settings
 */

/** @type {Picture[]} */
const pictures = [
  { name: 'problems', file: 'enable-open-the-meeting-rooms.md', text: 'O FastTrack Manager' },
  { name: 'quick-fix', file: 'enable-open-the-meeting-rooms.md', text: 'O FastTrack Manager', menu: true },
  { name: 'problems-chinese', file: 'remediate-close-the-network-gaps-sc.md', text: 'O FastTrack 工程师' },
  {
    name: 'metadata-report',
    file: 'remediate-close-the-network-gaps-sc.md',
    report: 'Playbook: Open Front Matter Report',
  },
  { name: 'completion', file: 'initiate-hold-the-kick-off-sc.md', show: showCompletion, height: 600 },
  { name: 'insert-row', file: 'initiate-hold-the-kick-off-sc.md', show: showTaskRow, height: 600 },
  { name: 'paste-rows', file: 'initiate-hold-the-kick-off-sc.md', show: showPastedRows, height: 600 },
  {
    name: 'align-table',
    file: 'initiate-hold-the-kick-off-sc.md',
    show: showAlignedTable,
    height: 600,
    more: { 'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace" },
  },
  { name: 'new-playbook', file: 'initiate-hold-the-kick-off-sc.md', show: showNewPlaybook, height: 600 },
  { name: 'snippets', file: 'initiate-hold-the-kick-off-sc.md', show: showSnippets, height: 600 },
  {
    name: 'code-lens',
    file: 'initiate-hold-the-kick-off-sc.md',
    show: showCodeLens,
    height: 600,
    more: { 'playbook.codeLens': true, 'playbook.inlayHints': true },
  },
  { name: 'fix-workspace', file: 'assess-check-the-network.md', show: showWorkspaceFixes },
  { name: 'hover', file: 'assess-network.zh.md', folder: translations, show: showHover, height: 600 },
  { name: 'task-preview', file: 'remediate-close-the-network-gaps-sc.md', show: (session) => showPreview(session) },
  {
    name: 'task-preview-readers',
    file: 'enable-open-the-meeting-rooms.md',
    show: (session) => showPreview(session, 'As readers see them'),
  },
  {
    name: 'task-preview-languages',
    file: 'assess-network.zh.md',
    folder: translations,
    show: (session) => showPreview(session, 'Languages'),
    height: 600,
  },
  {
    name: 'task-preview-edit',
    file: 'initiate-hold-the-kick-off-sc.md',
    show: showCellEditor,
    height: 600,
    more: dark,
  },
  {
    name: 'task-preview-light',
    file: 'assess-check-the-network.md',
    show: (session) => showPreview(session),
    height: 500,
  },
  {
    name: 'task-preview-dark',
    file: 'assess-check-the-network.md',
    show: (session) => showPreview(session),
    height: 500,
    more: dark,
  },
  {
    name: 'task-preview-dark-chinese',
    file: 'initiate-hold-the-kick-off-sc.md',
    show: (session) => showPreview(session),
    height: 500,
    more: dark,
  },
  {
    name: 'task-preview-high-contrast',
    file: 'assess-check-the-network.md',
    show: (session) => showPreview(session),
    height: 500,
    more: highContrast,
  },
  {
    name: 'task-preview-high-contrast-chinese',
    file: 'initiate-hold-the-kick-off-sc.md',
    show: (session) => showPreview(session),
    height: 500,
    more: highContrast,
  },
  { name: 'references', file: 'assess-network.zh.md', folder: translations, show: showReferences, height: 600 },
];

async function main() {
  if ((await runNode(['esbuild.js'], { cwd: root })).code !== 0) return 1;
  mkdirSync(images, { recursive: true });
  const names = process.argv.slice(2);
  for (const picture of pictures) if (names.length === 0 || names.includes(picture.name)) await take(picture);
  return 0;
}

/** @param {Picture} picture */
async function take({
  name,
  file,
  folder = join(root, 'samples'),
  text,
  report,
  menu = false,
  show,
  more = {},
  height = report ? 400 : 700,
}) {
  const session = await openSession({
    folder,
    settings: { ...settings, ...more },
    size: { width: 1200, height },
    scale: 1.5,
  });
  try {
    const { page } = session;
    await session.openFile(file);
    if (text) await showProblems(session, text);
    if (report) await showReport(session, report);
    if (menu) await session.openQuickFixes();
    // A pointer that moves would take away what a key has brought.
    await page.mouse.move(600, 5);
    if (show) await show(session);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(images, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  } finally {
    await session.close();
  }
}

/**
 * @param {import('../test/e2e/ui/session.mjs').Session} session
 * @param {string} text
 */
async function showProblems({ page, runCommand, goToText }, text) {
  await runCommand('View: Focus Problems');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'playbook' }).first().waitFor();
  await goToText(text);
}

/**
 * @param {import('../test/e2e/ui/session.mjs').Session} session
 * @param {string} command
 */
async function showReport({ page, runCommand }, command) {
  // The command is there once the extension is.
  await page.locator('[id="status.languageStatus"]').waitFor();
  await runCommand('View: Toggle Primary Side Bar Visibility');
  await runCommand(command);
  await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('.body .row').first().click();
}

/**
 * The commands are there once the page is known to be a playbook, and the side bar is of no use to them.
 *
 * @param {import('../test/e2e/ui/session.mjs').Session} session
 */
async function makeRoom({ page, runCommand }) {
  await page.locator('[id="status.languageStatus"][aria-label*="Playbook"]').waitFor();
  await runCommand('View: Toggle Primary Side Bar Visibility');
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showCompletion(session) {
  const { page, goToLine, press } = session;
  await makeRoom(session);
  await goToLine(44, 200);
  await page.keyboard.press('Enter');
  await page.keyboard.type('| 5');
  await press('Control+Space', page.locator('.suggest-widget.visible .monaco-list-row').first());
  // A task with its name in the language of the page.
  await page.keyboard.press('ArrowDown');
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showTaskRow(session) {
  const { page, goToLine, typeInBox, press } = session;
  await makeRoom(session);
  await goToLine(44, 1);
  const command = 'Playbook: Insert FTOP Task Row';
  await typeInBox('F1', `>${command}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget', { hasText: 'Insert FTOP Task Row (1/5)' }).waitFor();
  await page.keyboard.type('设置');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: '5402' }).waitFor();
  // The name, the letter, and the question for the role, with the words of the page.
  for (const step of [2, 3, 4]) await press('Enter', page.locator('.quick-input-widget', { hasText: `(${step}/5)` }));
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showPastedRows(session) {
  const { page, goToText, copy, press } = session;
  await makeRoom(session);
  await copy({
    text: '任务 ID\t任务名称\tFastTrack 角色\t服务\r\n5311\t预订会议室\tFastTrack Manager\tAll Services\r\n5312\t测试会议链接\tFastTrack Engineer\tTeams\r\n',
  });
  await goToText('5302');
  // Its menu would hide the new rows.
  await page.keyboard.press('End');
  await page.keyboard.press('Control+V');
  await page.locator('.editor-instance .view-line', { hasText: '5312' }).first().waitFor();
  // The other ways to paste.
  await press('Control+Period', page.locator('.action-widget .actionList').first());
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showAlignedTable(session) {
  const { goToText, runCommand } = session;
  await makeRoom(session);
  await goToText('5302');
  await runCommand('Playbook: Align Table');
  await session.page.locator('.tab.active.dirty').waitFor();
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showNewPlaybook(session) {
  const { page, press, runCommandThatAsks } = session;
  const asked = (/** @type {number} */ step) =>
    page.locator('.quick-input-widget', { hasText: `New Playbook (${step}/7)` });
  await makeRoom(session);
  await runCommandThatAsks('Playbook: New Playbook', 'New Playbook');
  await press('Enter', asked(2));
  await page.keyboard.type('Chinese');
  await press('Enter', asked(3));
  await page.keyboard.type('评估网络');
  await press('Enter', asked(4));
  // The tip of the question would hide its title.
  await page.mouse.move(900, 560);
  await page.keyboard.press('ArrowDown');
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showSnippets(session) {
  const { page, goToLine, press } = session;
  await makeRoom(session);
  await goToLine(28, 1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('playbook-zh');
  await press('Control+Space', page.locator('.suggest-widget.visible .monaco-list-row').first());
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showCodeLens(session) {
  const { page, goToText } = session;
  await makeRoom(session);
  await goToText('5302');
  await page.keyboard.press('End');
  await page.keyboard.type(' 会议纪要 |');
  // A row with too many cells is unclear.
  await page.locator('.codelens-decoration', { hasText: '1 unclear' }).waitFor();
  await page.locator('.squiggly-error').first().waitFor();
  await page.locator('[id="fasttrack-playbook.fasttrack-playbook.playbook.problems"]', { hasText: '1' }).waitFor();
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showWorkspaceFixes(session) {
  const { page, runCommand } = session;
  await makeRoom(session);
  await runCommand('Playbook: Fix All Safe Problems in This Workspace');
  const rows = page.locator('.bulk-edit-panel .monaco-list-row');
  await rows.first().waitFor();
  await rows.first().click();
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showHover(session) {
  const { page, goToText } = session;
  await makeRoom(session);
  await goToText('4302');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.monaco-hover:visible', { hasText: '4302' }).first().waitFor();
}

/**
 * @param {import('../test/e2e/ui/session.mjs').Session} session
 * @param {string} [view] other than the tasks
 */
async function showPreview(session, view) {
  await makeRoom(session);
  await session.page.locator('.editor-actions .action-label[aria-label*="Open Task Preview"]').first().click();
  const panel = panelOf(session);
  await panel.locator('.row.task').first().click();
  if (view) await panel.locator('button.choice', { hasText: view }).click();
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showCellEditor(session) {
  await showPreview(session);
  const panel = panelOf(session);
  await panel.locator('.row.task .of-role').first().click();
  await session.page.keyboard.press('F2');
  await panel.locator('.editor input').waitFor();
}

/** @param {import('../test/e2e/ui/session.mjs').Session} session */
async function showReferences(session) {
  const { page, goToText, press } = session;
  const peek = page.locator('.peekview-widget');
  await makeRoom(session);
  await goToText('4302');
  await press('Shift+F12', peek);
  for (const name of ['assess-network.md', 'assess-network.de.md', 'assess-network.zh.md'])
    await peek.locator('.ref-tree .monaco-list-row', { hasText: name }).first().waitFor();
}

process.exitCode = await main();
