// A task is added with the keyboard alone, as an author does: question by question, back, and away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test, useSession } from './ui-test.mjs';

const folder = fileURLToPath(new URL('../workspace', import.meta.url));

const session = useSession({ folder });

/** The box that asks, at a certain question. */
const question = (/** @type {string} */ step) =>
  session.page.locator('.quick-input-widget', { hasText: `Insert FTOP Task Row (${step}/5)` });
const row = (/** @type {string} */ text) =>
  session.page.locator('.editor-instance .view-line', { hasText: text }).first();

/** Asks for a row below a task of the Chinese page. */
async function beginOnPage() {
  await session.openFile('playbooks/assess-network.zh.md');
  await session.goToText('4302');
  // The command is there when the page is known to be a playbook.
  await session.page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await session.runCommandThatAsks('Playbook: Insert FTOP Task Row', 'Insert FTOP Task Row');
}

/** Types at a question, and goes on when what was typed is offered. */
async function answer(/** @type {string} */ step, /** @type {string} */ typed, /** @type {string} */ offered) {
  const { page } = session;
  await question(step).waitFor();
  await page.keyboard.type(typed);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: offered }).waitFor();
  await page.keyboard.press('Enter');
}

test('a known task brings its name and services along, and becomes a row in the words of the page', async () => {
  const { page } = session;
  await beginOnPage();
  await answer('1', 'plan the rem', '4310');
  await question('2').waitFor();
  assert.equal(await page.locator('.quick-input-widget input.input').inputValue(), 'Network - plan the remediation');
  await page.keyboard.press('Enter');
  await answer('3', 'Opt', 'Optional');
  await question('4').waitFor();
  await page.locator('.quick-input-widget').getByRole('button', { name: 'Back' }).click();
  await answer('3', 'Man', 'Mandatory');
  await answer('4', 'FastTrack 工程师', 'FastTrack 工程师');
  await question('5').waitFor();
  assert.equal(
    (await page
      .locator(
        '.quick-input-list .monaco-list-row input:checked, .quick-input-list .monaco-list-row [aria-checked=true]',
      )
      .count()) > 0,
    true,
    'the services of the catalogue are ticked',
  );
  await page.keyboard.press('Enter');
  await row('4310').waitFor();
  const text = (await row('4310').innerText()).replace(/\s+/gu, ' ').trim();
  // The English name is marked, and the end of the line may be beyond the edge of the window.
  assert.match(
    text,
    /^\| 4310 \| Network - plan the remediation <!-- playbook-translate --> \| M \| FastTrack 工程师 \| \S/,
  );

  await page.keyboard.press('Control+Z');
  await row('4310').waitFor({ state: 'hidden' });
});

test('an ID that is on the page already, or has not the form of one, is told; Escape changes nothing', async () => {
  const { page } = session;
  await beginOnPage();
  await page.keyboard.type('4302');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'already on this page' }).waitFor();
  await page.locator('.quick-input-widget input.input').fill('43025');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'not a valid task ID' }).waitFor();
  await page.keyboard.press('Enter');
  await question('1').waitFor();
  // The question is asked again: an Escape that comes while its box closes and opens would be lost.
  await session.until(async () => {
    await page.keyboard.press('Escape');
    return page
      .locator('.quick-input-widget')
      .waitFor({ state: 'hidden', timeout: 2000 })
      .then(
        () => true,
        () => false,
      );
  }, 'the question to close');
  assert.equal(await page.locator('.tab.active.dirty').count(), 0, 'the page is as it was');
});

test('the fixes of the whole workspace are shown before they are made', async () => {
  const { page } = session;
  const disk = (/** @type {string} */ name) => readFileSync(`${session.folder}/playbooks/${name}`, 'utf8');
  const before = disk('assess-network.zh.md');
  await session.openFile('playbooks/assess-network.zh.md');
  // Problems show on the screen only.
  await session.goToText('4301');
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await session.runCommand('Playbook: Fix All Safe Problems in This Workspace');
  const panel = page.locator('.bulk-edit-panel');
  await panel.locator('.monaco-list-row', { hasText: 'assess-network.zh.md' }).first().waitFor();
  assert.equal(disk('assess-network.zh.md'), before, 'nothing is written yet');
  await panel.locator('.monaco-button', { hasText: 'Apply' }).click();
  // A single page that is open is changed, and left for its author to save.
  await session.openFile('playbooks/assess-network.zh.md');
  await session.until(
    async () => /\| *M *\| *FastTrack 工程师 *\|/.test((await row('4301').innerText()).replace(/\s+/gu, ' ')),
    'the page to be fixed',
  );
});

test('New File offers a playbook, and asks for what it needs', async () => {
  const { page } = session;
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await session.openFile('playbooks/assess-network.md');
  await session.typeInBox('F1', '>Create: New File');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Create: New File' }).waitFor();
  await page.keyboard.press('Enter');
  await rows.filter({ hasText: 'FastTrack Playbook' }).first().click();
  for (const [step, typed] of [
    'Process',
    'Chinese',
    '网络',
    '评估',
    'Partners',
    'v-ada',
    'playbooks/network.zh.md',
  ].entries()) {
    await page.locator('.quick-input-widget', { hasText: `New Playbook (${step + 1}/7)` }).waitFor();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await row('# 网络').waitFor();
});
