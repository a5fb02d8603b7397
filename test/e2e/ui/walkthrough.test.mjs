// The walkthrough in VS Code in Chinese.
import assert from 'node:assert/strict';
import { addTranslations, KEYBINDINGS, SAMPLES } from './interface.mjs';
import { panelOf } from './panels.mjs';
import { test, useSession } from './ui-test.mjs';

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
