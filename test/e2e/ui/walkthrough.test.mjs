// The walkthrough in VS Code in Chinese: each of its steps is done when its author has done it, wherever that was.
import assert from 'node:assert/strict';
import { addTranslations, KEYBINDINGS, SAMPLES, titlesIn } from './interface.mjs';
import { panelOf } from './panels.mjs';
import { test, useSession } from './ui-test.mjs';

const titles = titlesIn('zh-cn');
const STEPS = ['open', 'problem', 'fix', 'preview', 'row', 'workspace'];

const session = useSession({
  folder: SAMPLES,
  prepare: addTranslations,
  displayLanguage: 'zh-cn',
  keybindings: KEYBINDINGS,
});

const stepOf = (/** @type {string} */ name) =>
  session.page.locator(`.getting-started-step[data-step-id="fasttrack-playbook.fasttrack-playbook#start#${name}"]`);

/** The walkthrough comes to the front, and says which of its steps are done. */
async function stepsDone() {
  await session.press('Control+Alt+Shift+F1', stepOf('open'));
  const done = [];
  for (const name of STEPS) {
    const box = stepOf(name).locator('[data-done-step-id]');
    if ((await box.getAttribute('aria-checked')) === 'true') done.push(name);
  }
  return done;
}

/** The steps that are done, once these are. */
async function assertDone(/** @type {readonly string[]} */ expected) {
  /** @type {string[]} */
  let done = [];
  await session.until(async () => {
    done = await stepsDone();
    return expected.every((name) => done.includes(name));
  }, `the steps ${expected.join()} to be done`);
  assert.deepEqual(done, expected);
}

test('six steps in Chinese, each with its picture', async () => {
  const { page } = session;
  /** @type {Set<string>} */
  const pictures = new Set();
  const picture = panelOf(session).locator('svg').first();
  // In a narrow editor, VS Code shows no pictures.
  await page.keyboard.press('Control+Alt+Shift+F3');
  assert.deepEqual(await stepsDone(), []);
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

test('a step is done when its author has done it', async () => {
  const { page } = session;
  await session.openFile('english/enable-open-the-meeting-rooms.md');
  await page.locator('[id="status.languageStatus"][aria-label*="Playbook"]').waitFor();
  await assertDone(['open']);
  await session.runCommand('View: Focus Problems');
  await page.locator('.markers-panel .marker-message-line').first().waitFor();
  await assertDone(['open', 'problem']);
  await session.openFile('english/enable-open-the-meeting-rooms.md');
  await session.goToText('O FastTrack Manager');
  const menu = await session.openQuickFixes();
  await menu.locator('.monaco-list-row.action').first().click();
  await assertDone(['open', 'problem', 'fix']);
  await session.openFile('english/enable-open-the-meeting-rooms.md');
  await session.runCommand(titles['command.openTaskPreview'] ?? '');
  await assertDone(['open', 'problem', 'fix', 'preview']);
  await session.openFile('english/enable-open-the-meeting-rooms.md');
  await session.goToText('Order the devices');
  await session.runCommandThatAsks(titles['command.insertTaskRow']?.replace('…', '') ?? '', '');
  await page.keyboard.press('Escape');
  await assertDone(['open', 'problem', 'fix', 'preview', 'row']);
  await session.runCommand(titles['command.checkWorkspace'] ?? '');
  await assertDone(STEPS);
});
