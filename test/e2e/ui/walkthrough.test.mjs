// The walkthrough in VS Code in Chinese.
import assert from 'node:assert/strict';
import { addTranslations, KEYBINDINGS, SAMPLES, titlesIn } from './interface.mjs';
import { panelOf } from './panels.mjs';
import { test, useSession } from './ui-test.mjs';

const PAGE = 'english/enable-open-the-meeting-rooms.md';
const STEPS = ['open', 'problem', 'fix', 'preview', 'row', 'workspace'];
const titles = titlesIn('zh-cn');

const session = useSession({
  folder: SAMPLES,
  prepare: addTranslations,
  displayLanguage: 'zh-cn',
  keybindings: KEYBINDINGS,
});

const stepOf = (/** @type {string} */ name) =>
  session.page.locator(`.getting-started-step[data-step-id="fasttrack-playbook.fasttrack-playbook#start#${name}"]`);

/** In the group of the page: beside it, VS Code would open it a second time. */
async function openWalkthrough() {
  await session.page.keyboard.press('Control+1');
  await session.press('Control+Alt+Shift+F1', stepOf('open'));
}

/** Waits until the walkthrough says that these steps are done, and no others. @param {readonly string[]} names */
async function waitUntilDone(names) {
  await openWalkthrough();
  /** @type {string[]} */
  let done = [];
  await session.until(async () => {
    const states = STEPS.map((name) => stepOf(name).locator('[data-done-step-id]').getAttribute('aria-checked'));
    const areDone = await Promise.all(states);
    done = STEPS.filter((_, index) => areDone[index] === 'true');
    return done.length >= names.length;
  }, `the steps ${names.join()} to be done`);
  assert.deepEqual(done, names);
}

test('six steps in Chinese, each with its picture', async () => {
  const { page } = session;
  /** @type {Set<string>} */
  const pictures = new Set();
  const picture = panelOf(session).locator('svg').first();
  // In a narrow editor, VS Code shows no pictures.
  await page.keyboard.press('Control+Alt+Shift+F3');
  await openWalkthrough();
  assert.equal(await page.locator('.getting-started-step').count(), STEPS.length);
  for (const name of STEPS) {
    await stepOf(name).locator('.step-title').click();
    await stepOf(name).and(page.locator('.expanded')).waitFor();
    assert.match(await stepOf(name).locator('.step-title').innerText(), /\p{Script=Han}/u);
    assert.match(await stepOf(name).locator('.step-description-container').innerText(), /\p{Script=Han}/u);
    await session.until(async () => {
      const drawn = await picture.evaluate((svg) => svg.outerHTML, undefined, { timeout: 2_000 }).catch(() => '');
      return drawn !== '' && !pictures.has(drawn) && pictures.add(drawn).size > 0;
    }, `the picture of ${name}`);
  }
});

test(
  'a step is done when its author has done it',
  async () => {
    const { page } = session;
    /** What the author does on the page for each step. @type {Record<string, () => Promise<unknown>>} */
    const work = {
      // VS Code knows that the page is a playbook when it offers the preview.
      open: () => page.locator('.editor-actions .codicon-checklist').first().waitFor(),
      problem: () => session.press('Control+Shift+M', page.locator('.markers-panel .marker-message-line').first()),
      fix: async () => {
        await session.goToText('O FastTrack Manager');
        const menu = await session.openQuickFixes();
        await menu.locator('.monaco-list-row.action', { hasText: '拆分' }).first().click();
        const problem = page.locator('.markers-panel .marker-message-line', { hasText: 'task-mo-merged-role' });
        await problem.waitFor({ state: 'detached' });
      },
      preview: async () => {
        await session.runCommand(titles['command.openTaskPreview'] ?? '');
        await panelOf(session).locator('.row.task').first().waitFor();
      },
      row: async () => {
        await session.goToText('Choose a device');
        await session.runCommandThatAsks(titles['command.insertTaskRow']?.replace('…', '') ?? '', '');
        await page.keyboard.press('Escape');
      },
      workspace: () => session.runCommand(titles['command.checkWorkspace'] ?? ''),
    };
    await waitUntilDone([]);
    for (const [index, name] of STEPS.entries()) {
      await session.openFile(PAGE);
      await work[name]?.();
      await waitUntilDone(STEPS.slice(0, index + 1));
    }
  },
  // VS Code remembers which steps are done.
  {},
);
