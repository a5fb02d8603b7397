// A way through everything of ours on the screen, in any language: for pictures, and for tests that read the texts.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { panelOf } from './panels.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export const SAMPLES = join(root, 'samples');
/** A page with mistakes of all kinds. */
const PAGE = 'english/enable-open-the-meeting-rooms.md';
/** A page without mistakes, and with tasks that exist in three languages. */
const TRANSLATED_PAGE = 'playbooks/assess-network.md';

/** Adds pages that are translations of each other. @param {string} own */
export function addTranslations(own) {
  cpSync(join(root, 'test/e2e/workspace/playbooks'), join(own, 'playbooks'), { recursive: true });
}

/** Keys that nobody presses, for what VS Code's own commands are called in each language. */
export const KEYBINDINGS = [
  {
    key: 'ctrl+alt+shift+f1',
    command: 'workbench.action.openWalkthrough',
    args: 'fasttrack-playbook.fasttrack-playbook#start',
  },
  {
    key: 'ctrl+alt+shift+f2',
    command: 'workbench.action.openSettings',
    args: '@ext:fasttrack-playbook.fasttrack-playbook',
  },
  { key: 'ctrl+alt+shift+f3', command: 'workbench.action.closeSidebar' },
  { key: 'ctrl+alt+shift+f4', command: 'workbench.action.closePanel' },
  { key: 'ctrl+alt+shift+f5', command: 'editor.action.showHover' },
  { key: 'ctrl+alt+shift+f6', command: 'notifications.clearAll' },
];

const WALKTHROUGH = 'Control+Alt+Shift+F1';
const SETTINGS = 'Control+Alt+Shift+F2';
const CLOSE_SIDE_BAR = 'Control+Alt+Shift+F3';
const CLOSE_PANEL = 'Control+Alt+Shift+F4';
const HOVER = 'Control+Alt+Shift+F5';
const CLEAR_NOTIFICATIONS = 'Control+Alt+Shift+F6';

/**
 * What the manifest calls things in a language.
 *
 * @param {string} locale `en` for English
 * @param {string} [extension] its folder
 * @returns {Record<string, string>}
 */
export function titlesIn(locale, extension = root) {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(extension, name), 'utf8'));
  return { ...read('package.nls.json'), ...(locale === 'en' ? {} : read(`package.nls.${locale}.json`)) };
}

/**
 * @typedef {object} Guide
 * @property {import('./session.mjs').Session} session
 * @property {Record<string, string>} titles of the manifest
 * @property {(name: string, shown: import('playwright-core').Locator) => Promise<void>} see is called when something of ours is on the screen: all texts in `shown` are ours
 *
 */

/** Problems, their fixes and hovers, and the status. @param {Guide} guide */
async function visitEditor({ session, see }) {
  const { page, goToText, openQuickFixes, press } = session;
  await session.openFile(PAGE);
  await page.keyboard.press(CLOSE_SIDE_BAR);
  await page.keyboard.press('Control+Shift+M');
  const problems = page.locator('.markers-panel .monaco-list-row');
  await problems.filter({ hasText: 'playbook' }).first().waitFor();
  await goToText('O FastTrack Manager');
  await see('problems', page.locator('.markers-panel .marker-message-line, .markers-panel .related-info-container'));
  await see('status-bar', page.locator(STATUS_BAR_ITEM));
  const menu = await openQuickFixes();
  await see('quick-fixes', menu.locator('.monaco-list-row.action .title', { hasNotText: NOT_OURS }));
  await page.keyboard.press('Escape');
  await page.keyboard.press(CLOSE_PANEL);
  const status = page.locator('[id="status.languageStatus"]');
  await status.hover();
  const item = page.locator('.hover-language-status .element', { hasText: 'Playbook' });
  await item.waitFor();
  await see('language-status', item);
  await page.mouse.move(0, 0);

  await press(HOVER, page.locator('.monaco-hover:visible .marker').first());
  await see('hover-problem', page.locator('.monaco-hover:visible .marker > span:first-child'));
  await page.keyboard.press('Escape');
  await session.openFile(TRANSLATED_PAGE);
  await goToText('4302');
  const hover = page.locator('.monaco-hover:visible', { hasText: '4302' }).first();
  await press(HOVER, hover);
  await see('hover-task', hover);
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('| 43');
  const suggestions = page.locator('.suggest-widget.visible');
  await press('Control+Space', suggestions.locator('.monaco-list-row').first());
  await page.keyboard.press('Control+Space');
  await see('suggestions', suggestions.locator('.monaco-list-row .label-name'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** Actions of VS Code itself, which are the last in the menu. */
const NOT_OURS = /^(?:Fix using|Insert (?:bold|fenced|heading|image|italic|link|quote|list)|More)/;
const STATUS_BAR_ITEM = '[id="fasttrack-playbook.fasttrack-playbook.playbook.problems"]';

/** The palette, and what commands say. @param {Guide} guide */
async function visitCommands({ session, titles, see }) {
  const { page } = session;
  await session.openFile(PAGE);
  await session.typeInBox('F1', '>Playbook:');
  const commands = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Playbook: ' });
  await commands.first().waitFor();
  await see('palette', commands.locator('.quick-input-list-row:first-child'));
  await page.keyboard.press('Escape');
  await session.runCommand(titles['command.checkWorkspace'] ?? '');
  // A message with progress can be canceled.
  const said = page.locator('.notification-toast', { hasNotText: 'Cancel' });
  await said.first().waitFor();
  await see('notification', said.locator('.notification-list-item-message, .monaco-button'));
  await page.keyboard.press(CLEAR_NOTIFICATIONS);
  await page.keyboard.press(CLOSE_PANEL);
}

/** Of a box, what is surely ours: its list keeps rows of the box before. */
const QUESTION = ['.quick-input-title', 'input.input', '.quick-input-message'].map((part) => `${part}:visible`).join();

/** New playbook, and a task row. @param {Guide} guide */
async function visitQuestions({ session, titles, see }) {
  const { page } = session;
  const box = page.locator('.quick-input-widget');
  const ask = async (
    /** @type {string} */ name,
    /** @type {string} */ command,
    /** @type {readonly string[]} */ answers,
  ) => {
    await session.runCommandThatAsks(title(titles, command), '');
    // Or the tooltip of the first question stays.
    await page.mouse.move(0, 0);
    for (const [index, answer] of answers.entries()) {
      await box.filter({ hasText: `(${index + 1}/${answers.length})` }).waitFor();
      await see(`${name}-${index + 1}`, box.locator(QUESTION));
      if (answer !== '') await page.keyboard.type(answer);
      // The list follows what is typed.
      if (/^\d+$/.test(answer)) await box.locator('.monaco-list-row.focused', { hasText: answer }).waitFor();
      if (index === answers.length - 1) break;
      await session.press('Enter', box.filter({ hasText: `(${index + 2}/${answers.length})` }));
    }
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
  };
  await session.openFile(TRANSLATED_PAGE);
  await ask('new-playbook', 'command.newPlaybook', ['', '', 'Measure', '', '', '', '']);
  await session.goToText('4301');
  await ask('task-row', 'command.insertTaskRow', ['4310', '', '', '', '']);
  await ask('step', 'command.insertStep', ['Look', '', '']);
}

/** @param {Record<string, string>} titles @param {string} id */
function title(titles, id) {
  return (titles[id] ?? '').replace('…', '');
}

/** @param {Guide} guide */
async function visitPreview({ session, titles, see }) {
  const { page } = session;
  await session.openFile(PAGE);
  await session.runCommand(title(titles, 'command.openTaskPreview'));
  const panel = panelOf(session);
  await panel.locator('.row.task').first().click();
  await see('preview', panel.locator('body'));
  for (const [index, button] of (await panel.locator('[aria-haspopup]:enabled').all()).entries()) {
    if (!(await button.isVisible())) continue;
    await button.click();
    await panel.locator('[role=menu]:visible, [role=dialog]:visible').first().waitFor();
    await see(`preview-menu-${index}`, panel.locator('body'));
    await page.keyboard.press('Escape');
  }
  // This page, the workspace; tasks, what readers see, all languages.
  const choices = panel.locator('button.choice');
  await choices.nth(3).click();
  await panel.locator('.readers').waitFor();
  await see('preview-readers', panel.locator('body'));
  await choices.nth(4).click();
  await panel.locator('[role=grid]').first().waitFor();
  await see('preview-languages', panel.locator('body'));
  await choices.nth(1).click();
  await choices.nth(1).and(panel.locator('[aria-pressed=true]')).waitFor();
  await panel.locator('.row.task').first().waitFor();
  await see('preview-workspace', panel.locator('body'));
}

/** @param {Guide} guide */
async function visitReports({ session, titles, see }) {
  await session.openFile(PAGE);
  const panel = panelOf(session);
  for (const [name, command] of [
    ['tasks', 'command.openTaskReport'],
    ['translations', 'command.openTranslationReport'],
    ['metadata', 'command.openMetadataReport'],
  ]) {
    await session.runCommand(title(titles, command ?? ''));
    await panel.locator('.body .row').first().waitFor();
    await session.page.waitForTimeout(500);
    // The table itself can be imported again, so it is in English.
    await see(`report-${name}`, panel.locator('.bar'));
  }
}

/** The walkthrough, and the settings, which are in a dialog that takes all keys. @param {Guide} guide */
async function visitManifest({ session, see }) {
  const { page } = session;
  // In a narrow editor, VS Code shows no pictures.
  await page.keyboard.press(CLOSE_SIDE_BAR);
  const steps = page.locator('.getting-started-step');
  await session.press(WALKTHROUGH, steps.first());
  const opened = page.locator('.gettingStartedDetailsContent');
  for (let index = 0; index < 6; index++) {
    const step = steps.nth(index);
    await step.locator('.step-title').click();
    await step.and(page.locator('.expanded')).waitFor();
    await see(`walkthrough-${index + 1}`, opened.locator('.getting-started-category, .getting-started-step'));
  }
  const settings = page.locator('.settings-editor .setting-item-contents');
  await session.press(SETTINGS, settings.first());
  await settings.nth(3).waitFor();
  await see('settings', settings.locator('.setting-item-description'));
  await page.keyboard.press('Escape');
}

/** All parts of the way, each from a workbench with nothing open. @type {Record<string, (guide: Guide) => Promise<void>>} */
export const PARTS = {
  editor: visitEditor,
  commands: visitCommands,
  questions: visitQuestions,
  preview: visitPreview,
  reports: visitReports,
  manifest: visitManifest,
};
