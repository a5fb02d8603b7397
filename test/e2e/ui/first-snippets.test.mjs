// From an empty file to a valid Chinese playbook with two task tables, by snippets, completion and a command, with the keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, useSession } from './ui-test.mjs';

const folder = fileURLToPath(new URL('../workspace', import.meta.url));
const name = 'plan-network.zh.md';

const session = useSession({ folder, prepare: (own) => writeFileSync(join(own, 'playbooks', name), '') });

const row = (/** @type {string} */ text) =>
  session.page.locator('.editor-instance .view-line', { hasText: text }).first();
const focused = (/** @type {string} */ text) =>
  session.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
const suggestions = () => session.page.locator('.suggest-widget.visible');
const suggested = (/** @type {string} */ text) => suggestions().locator('.monaco-list-row.focused', { hasText: text });
const selection = () => session.page.locator('[id="status.editor.selection"]');
const saved = () => readFileSync(join(session.folder, 'playbooks', name), 'utf8');

/** What the language status says of the open page. */
const state = (/** @type {string} */ text) =>
  session.page.locator(`[id="status.languageStatus"][aria-label*="${text}"]`);

/** Types the prefix of a snippet at the caret, and takes it from the list. */
async function snippet(/** @type {string} */ prefix) {
  const { keyboard } = session.page;
  await keyboard.type(prefix);
  await session.press('Control+Space', suggested(prefix));
  await keyboard.press('Enter');
  await suggestions().filter({ hasText: prefix }).waitFor({ state: 'hidden' });
}

/**
 * Fills the places of a snippet one by one, with a Tab behind each.
 *
 * @param {readonly (string | { chosen: string } | undefined)[]} places a text, one of a list, or what stands there already
 */
async function fill(places) {
  const { keyboard } = session.page;
  for (const place of places) {
    // A place to fill in is selected as a whole. A text typed before that would go somewhere else.
    await selection().filter({ hasText: 'selected' }).waitFor();
    if (typeof place === 'string') {
      await keyboard.type(place);
      await row(place).waitFor();
      await selection().filter({ hasNotText: 'selected' }).waitFor();
    } else if (place !== undefined) await choose(place.chosen);
    const before = await selection().innerText();
    await keyboard.press('Tab');
    await session.until(
      async () => (await selection().innerText()) !== before,
      `the place behind ${JSON.stringify(place)}`,
    );
  }
}

/** Types a word until the list that opens by itself at a place with a choice has come down to it. */
async function choose(/** @type {string} */ text) {
  await suggestions().waitFor();
  await session.page.keyboard.type(text);
  await suggested(text).waitFor();
}

test('an empty file becomes a valid page with snippets, completion, and one command', async () => {
  await fillEmptyFile();
  await restoreLostKey();
  await addStepAndRow();
  await assertNothingIsWrong();
});

/** A whole playbook from one snippet. */
async function fillEmptyFile() {
  const { page } = session;
  await session.openFile(`playbooks/${name}`);
  await page.locator('.editor-instance .view-lines').first().click();
  await snippet('playbook-zh-process');
  await row('# required metadata').waitFor();
  await fill(['规划网络', 'Ada North', 'v-ada', undefined, undefined, undefined, undefined, undefined]);
  await fill(['规划网络', { chosen: '评估' }, '先规划，再改进网络。', '每个站点都有计划。']);
  await fill([
    '规划改进',
    { chosen: 'FastTrack 工程师' },
    undefined,
    { chosen: '核心入门培训' },
    '与客户一起规划改进。',
  ]);
  await fill(['4310', '网络 - 规划改进', { chosen: 'O' }, { chosen: 'FastTrack 经理' }, { chosen: 'Teams' }]);
  await fill(['站点列表。', '每个站点一份计划。', '改进网络。', 'Ada North', '写了新的一页']);
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  await state('No errors, no warnings').waitFor();
  assert.match(saved(), /^\| 4310 \| 网络 - 规划改进 \| O \| FastTrack 经理 \| Teams \|$/m);
  assert.match(saved(), /^阶段: \*\*评估\*\*$/m);
}

/** Completion restores a line of the front matter. */
async function restoreLostKey() {
  const { page } = session;
  await session.goToEndOf('manager: alias');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Backspace');
  await state('1').waitFor();
  await session.press('Control+Space', suggested('manager'));
  await page.keyboard.press('Enter');
  await row('manager:').waitFor();
  await page.keyboard.type('v-bo');
  await row('manager: v-bo').waitFor();
  await page.keyboard.press('Escape');
}

/** A second step and its table from snippets, and one more row by command. */
async function addStepAndRow() {
  const { page } = session;
  const { keyboard } = page;
  await session.goToEndOf('| 4310 |');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await snippet('playbook-zh-step');
  await fill(['检查结果', { chosen: 'FastTrack 工程师' }, undefined, { chosen: '核心入门培训' }]);
  await keyboard.type('检查每个站点的结果。');
  await session.goToEndOf('检查每个站点的结果。');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await snippet('playbook-zh-task-table');
  await fill(['4311', '网络 - 检查结果', { chosen: 'M' }, { chosen: 'FastTrack 工程师' }, { chosen: 'Teams' }]);

  await session.runCommandThatAsks('Playbook: Insert FTOP Task Row', 'Insert FTOP Task Row');
  for (let step = 1; step <= 5; step++) {
    const question = page.locator('.quick-input-widget', { hasText: `Insert FTOP Task Row (${step}/5)` });
    await question.waitFor();
    // A task that another page has brings the other answers along.
    if (step === 1) {
      await keyboard.type('4302');
      await focused('4302').waitFor();
    }
    // The list is made anew with each letter; an Enter just then takes nothing, and a person would press it again.
    do await keyboard.press('Enter');
    while (
      await question.waitFor({ state: 'hidden', timeout: 5_000 }).then(
        () => false,
        () => true,
      )
    );
  }
  await row('| 4302 |').waitFor();
}

async function assertNothingIsWrong() {
  const { page } = session;
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  await state('No errors, no warnings').waitFor();
  await session.press('Control+Shift+M', page.locator('.markers-panel'));
  assert.equal(await page.locator('.markers-panel .monaco-list-row').count(), 0, 'the Problems panel is empty');

  const header =
    '| 任务 ID | 任务名称 | (M) 强制性/(O) 可选 | FastTrack 角色 | 服务 |\n| --- | --- | :-: | --- | --- |\n';
  const text = saved();
  assert.deepEqual(text.match(/^###.*$/gm), ['### 规划改进', '#### FTOP 任务', '### 检查结果', '#### FTOP 任务']);
  assert.deepEqual(
    text
      .split('#### FTOP 任务\n\n')
      .slice(1)
      .map((part) => part.split('\n\n')[0]),
    [
      `${header}| 4310 | 网络 - 规划改进 | O | FastTrack 经理 | Teams |`,
      `${header}| 4311 | 网络 - 检查结果 | M | FastTrack 工程师 | Teams |\n| 4302 | 网络 - 检查结果 | O | FastTrack 工程师 | 核心入门培训 |`,
    ],
  );
}
