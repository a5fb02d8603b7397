// Suggestions stay out of the way of an author who types, and so do problems and fixes of the row being typed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, useSession } from './ui-test.mjs';

const folder = fileURLToPath(new URL('../workspace', import.meta.url));
const file = 'playbooks/assess-network.md';
/** Milliseconds without a key after which problems show, less what the clocks of a browser may be apart. */
const PAUSE = 1400;
const squiggles = '.squiggly-error, .squiggly-warning, .squiggly-info';

const session = useSession({
  folder,
  settings: { 'editor.codeActionsOnSave': { 'source.fixAll.playbook': 'explicit' } },
});

/** Opens the page, which has no problem. */
async function openPage() {
  await session.openFile(file);
  await state('No errors, no warnings').waitFor();
}

const state = (/** @type {string} */ text) =>
  session.page.locator(`[id="status.languageStatus"][aria-label*="${text}"]`);
const squiggle = () => session.page.locator(squiggles).first();
const suggestions = () => session.page.locator('.suggest-widget.visible');
const entry = (/** @type {string} */ text) => suggestions().locator('.monaco-list-row', { hasText: text }).first();
const line = (/** @type {string | RegExp} */ text) =>
  session.page.locator('.editor-instance .view-line', { hasText: text }).first();
const lastRow = '| 4302 | Network - review the results | O | FastTrack Engineer | Core Onboarding |';
const saved = () => readFileSync(join(session.folder, file), 'utf8');

/** Counts how often a problem appears although a key was pressed just before. */
async function watchForHaste() {
  await session.page.evaluate(
    ({ selector, pause }) => {
      const watch = Object.assign(window, { hasty: 0 });
      let lastKey = 0;
      let seen = 0;
      addEventListener('keydown', () => (lastKey = performance.now()), { capture: true });
      new MutationObserver(() => {
        const count = document.querySelectorAll(selector).length;
        if (count > seen && performance.now() - lastKey < pause) watch.hasty++;
        seen = count;
      }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
    },
    { selector: squiggles, pause: PAUSE },
  );
}

const hasty = () => session.page.evaluate(() => /** @type {Window & { hasty?: number }} */ (window).hasty);

/** Puts the caret at the end of the first line that has `text`. */
async function goToEndOf(/** @type {string} */ text) {
  await session.goToText(text);
  await session.page.keyboard.press('End');
}

test('an author who asks for suggestions may type the word to its end: the list closes, and Enter breaks the line', async () => {
  const { page } = session;
  await openPage();
  await goToEndOf('ft.owner: rofield');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ms.topic: ');
  await session.press('Control+Space', entry('playbook'));
  await page.keyboard.type('playbook');
  await suggestions().waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await page.keyboard.type('x: y');
  await line(/^x:\sy$/u).waitFor();
});

test('an author who asks for suggestions may take a task whose ID is typed in full: its row is filled', async () => {
  const { page } = session;
  await openPage();
  await goToEndOf(lastRow);
  await page.keyboard.press('Enter');
  await page.keyboard.type('| 4310');
  await session.press('Control+Space', entry('4310'));
  await page.keyboard.press('Enter');
  await line('| 4310 | Network - plan the remediation |').waitFor();
});

test('no problem of a row shows before its author pauses, and all of them do then', async () => {
  const { page } = session;
  await openPage();
  await watchForHaste();
  await goToEndOf(lastRow);
  await page.keyboard.press('Enter');
  await page.keyboard.type('| 43019 | Network - pla', { delay: 60 });
  await squiggle().waitFor();
  assert.equal(await hasty(), 0);
});

test('a problem that shows already stays while its row is typed on', async () => {
  const { page } = session;
  await openPage();
  await goToEndOf(lastRow);
  await page.keyboard.press('Enter');
  await page.keyboard.type('| 43019 | Network - pla', { delay: 60 });
  await squiggle().waitFor();
  await page.evaluate((selector) => {
    const watch = Object.assign(window, { blinked: false });
    new MutationObserver(() => (watch.blinked ||= document.querySelector(selector) === null)).observe(document.body, {
      childList: true,
      subtree: true,
    });
  }, squiggles);
  await page.keyboard.type('n the remediation', { delay: 60 });
  await state('1 error').waitFor();
  assert.equal(await page.evaluate(() => /** @type {Window & { blinked?: boolean }} */ (window).blinked), false);
});

test('the caret leaves a row, and its problems show', async () => {
  const { page } = session;
  await openPage();
  await goToEndOf(lastRow);
  await page.keyboard.press('Enter');
  await page.keyboard.type('| 43019');
  await page.keyboard.press('ArrowUp');
  await squiggle().waitFor();
});

test('fixes on save leave the row that is being typed alone, and come with the next save', async () => {
  const { page } = session;
  await openPage();
  const label = 'Primary Role: **FastTrack Engineer**';
  const clean = page.locator('.tab.active:not(.dirty)');
  // On a busy machine a save may come so late that the author has paused, and the fix is right then.
  await session.until(async () => {
    await goToEndOf(label);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+S');
    await clean.waitFor();
    return saved().includes(`${label}\n`);
  }, 'a save that leaves the row as it was typed');
  await squiggle().waitFor();
  await page.keyboard.press('Control+S');
  await session.until(() => saved().includes(`${label}  \n`), 'the fix of the row');
});
