// VS Code in Chinese, by a language pack: without a setting, everything of ours is in Chinese too.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before } from 'node:test';
import { addTranslations, KEYBINDINGS, SAMPLES, titlesIn } from './interface.mjs';
import { panelOf } from './panels.mjs';
import { describe, test, useSession } from './ui-test.mjs';

const PAGE = 'chinese/remediate-close-the-network-gaps-sc.md';
const titles = titlesIn('zh-cn');

/** The one of the group of tests that runs. @type {import('./session.mjs').Session} */
let session;

function useChinese(inWebWorker = false) {
  const own = useSession({
    folder: SAMPLES,
    prepare: addTranslations,
    displayLanguage: 'zh-cn',
    inWebWorker,
    keybindings: KEYBINDINGS,
  });
  before(() => (session = own));
}

/** Names, numbers and what a page says may be there, but no English sentence. @param {string} text */
function assertChinese(text) {
  const own = text.replace(/“[^”]*”/g, '');
  assert.match(own, /\p{Script=Han}/u);
  assert.doesNotMatch(own, /[a-z]{3,} [a-z]{2,} [a-z]{2,}/i);
}

async function openProblems() {
  const { page } = session;
  await session.openFile(PAGE);
  await page.keyboard.press('Control+Shift+M');
  const messages = page.locator('.markers-panel .marker-message-line');
  await messages.filter({ hasText: 'task-mo-merged-role' }).waitFor();
  return messages;
}

describe('where there are processes', () => {
  useChinese();

  test('VS Code is in Chinese, and so are problems, their fixes, hovers and the status', async () => {
    const { page } = session;
    const messages = await openProblems();
    await page.locator('.panel .action-item', { hasText: '问题' }).first().waitFor();
    for (const message of await messages.allInnerTexts()) assertChinese(message);
    const status = page.locator('[id="fasttrack-playbook.fasttrack-playbook.playbook.problems"]');
    assertChinese((await status.getAttribute('aria-label')) ?? '');

    await session.goToText('O FastTrack 工程师');
    const menu = await session.openQuickFixes();
    const ours = menu.locator('.monaco-list-row.action', { hasText: 'task-mo-merged-role' });
    await ours.first().waitFor();
    for (const title of await ours.allInnerTexts()) assertChinese(title);
    await page.keyboard.press('Escape');

    await session.openFile('playbooks/assess-network.zh.md');
    await session.goToText('4302');
    const hover = page.locator('.monaco-hover:visible', { hasText: '4302' }).first();
    await session.press('Control+Alt+Shift+F5', hover);
    await hover.getByText('任务 4302').waitFor();
    await hover.getByText('英语').waitFor();
  });

  test('commands have Chinese names, and panels are in Chinese', async () => {
    await session.openFile(PAGE);
    await session.runCommand(titles['command.openTaskPreview'] ?? '');
    const panel = panelOf(session);
    await panel.locator('.row.task').first().waitFor();
    assert.equal(await panel.locator('html').getAttribute('lang'), 'zh-cn');
    for (const header of await panel.locator('[role=columnheader]').allInnerTexts())
      if (header.trim() !== '') assert.match(header, /\p{Script=Han}|M\/O/u);
    await session.runCommand(titles['command.openMetadataReport'] ?? '');
    await panel.locator('.body .row').first().waitFor();
    assertChinese(await panel.locator('[role=status]').first().innerText());
  });

  test(
    'the setting wins over the display language',
    async () => {
      const messages = await openProblems();
      await messages.filter({ hasText: 'Kein Pipezeichen' }).first().waitFor();
    },
    { settings: { 'playbook.locale': 'de' } },
  );
});

describe('in the web worker extension host', () => {
  useChinese(true);

  test('problems and panels are in Chinese', async () => {
    const messages = await openProblems();
    for (const message of await messages.allInnerTexts()) assertChinese(message);
    const logs = readdirSync(session.logs, { recursive: true }).map(String);
    assert.ok(
      !logs.some((file) => file.endsWith('Playbook.log')),
      'the extension runs in the browser, as its log does',
    );
    await session.runCommand(titles['command.openTaskPreview'] ?? '');
    await panelOf(session)
      .locator('[role=columnheader]', { hasText: /\p{Script=Han}/u })
      .first()
      .waitFor();
  });
});
