// A step is added to a German playbook with the keyboard alone: question by question, back, and away.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test, useSession } from './ui-test.mjs';

const folder = fileURLToPath(new URL('../workspace', import.meta.url));

const session = useSession({ folder });

const box = () => session.page.locator('.quick-input-widget');
const entry = (/** @type {string} */ text) =>
  session.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
const openPage = () => session.openFile('playbooks/assess-network.de.md');
const begin = () => session.runCommandThatAsks('Playbook: Insert Step', 'Insert Step');

/** The lines on the screen, from top to bottom: VS Code keeps them in no order. */
async function lines() {
  const shown = await session.page
    .locator('.editor-instance .view-line')
    .evaluateAll((all) => all.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' })));
  return shown.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
}

async function isAsked(/** @type {number} */ step) {
  await box()
    .filter({ hasText: `Insert Step (${step}/3)` })
    .waitFor();
}

async function type(/** @type {string} */ text) {
  await session.page.keyboard.type(text);
}

async function enter() {
  await session.page.keyboard.press('Enter');
}

test('a step has the words of the page; the way back keeps what was said', async () => {
  await openPage();
  await session.goToText('Führen Sie');
  await begin();
  await enter();
  await box().locator('.quick-input-message', { hasText: 'Enter a title' }).waitFor();
  await type('Lücken schließen');
  await enter();
  await isAsked(2);
  await type('FastTrack Man');
  await entry('FastTrack Manager').waitFor();
  await enter();
  await isAsked(3);
  await session.goBack();
  await isAsked(2);
  await entry('FastTrack Manager').waitFor();
  await session.goBack();
  await isAsked(1);
  assert.equal(await box().locator('input.input').inputValue(), 'Lücken schließen');
  await enter();
  await isAsked(2);
  await enter();
  await isAsked(3);
  await type('Haupt-Onboarding');
  await session.page.keyboard.press('ArrowDown');
  await entry('Haupt-Onboarding').waitFor();
  await session.page.keyboard.press('Space');
  await enter();
  await box().waitFor({ state: 'hidden' });
  await session.goToText('### Lücken schließen');
  const shown = await lines();
  const start = shown.indexOf('### Lücken schließen');
  assert.deepEqual(shown.slice(start, start + 5), [
    '### Lücken schließen',
    '',
    'Primäre Rolle: **FastTrack Manager**  ',
    'Gilt für: **Haupt-Onboarding**',
    '',
  ]);
  await session.page.keyboard.press('Control+Z');
  await session.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
});

test('Escape at the last question changes nothing', async () => {
  await openPage();
  await session.goToText('Führen Sie');
  await begin();
  await type('Nichts');
  await enter();
  await isAsked(2);
  await enter();
  await isAsked(3);
  await session.page.keyboard.press('Escape');
  await box().waitFor({ state: 'hidden' });
  assert.equal(
    (await lines()).some((line) => line.includes('Nichts')),
    false,
  );
  assert.equal(await session.page.locator('.tab.active.dirty').count(), 0, 'the page is as it was');
});
