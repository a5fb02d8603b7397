// The known tasks that the ID cell of a row offers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nextVersion, page, problem, rowOf } from './panel/tasks.mjs';
import { skip, type, withPanel } from './panel/with-panel.mjs';

/** @typedef {import('./panel/panel.mjs').Panel} Panel */

const KNOWN = [
  { id: '6001', name: 'Adopt the service' },
  { id: '6002', name: 'Adopt the devices' },
];

/** Waits for the last question, and answers it. @param {Panel} panel @param {readonly { id: string, name: string }[]} tasks */
async function answer(panel, tasks) {
  await panel.untilPosted("type === 'offer'");
  const question = (await panel.posted('offer')).at(-1);
  await panel.send({ type: 'offered', request: question.request, tasks });
  return question;
}

const options = (/** @type {Panel} */ panel) => panel.page.getByRole('option').allTextContents();
const edits = async (/** @type {Panel} */ panel) => (await panel.posted('edit')).map(({ edit }) => edit);

describe('the ID of a row', { skip }, () => {
  test('is that of a known task, which fills the row', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('0983', 1);
      await panel.press('Insert');
      assert.deepEqual((({ typed, ownId }) => ({ typed, ownId }))(await answer(panel, KNOWN)), {
        typed: '',
        ownId: '',
      });
      assert.deepEqual(await options(panel), ['6001 Adopt the service', '6002 Adopt the devices']);
      assert.deepEqual(await panel.axe(), []);
      await panel.press('ArrowDown', 'ArrowDown');
      const field = panel.page.getByRole('combobox', { name: 'Edit Task ID' });
      assert.equal(await field.getAttribute('aria-expanded'), 'true');
      const active = panel.page.locator(`#${await field.getAttribute('aria-activedescendant')}`);
      assert.equal(await active.textContent(), '6002 Adopt the devices');
      await panel.press('Enter');
      assert.deepEqual(await edits(panel), [{ command: 'setCell', column: 'task-id', text: '6002', fillsRow: true }]);
      assert.equal(await panel.page.locator('.editor').count(), 0);
    }));

  test('is found by a part of a name, and Enter or Tab accepts the first task', () =>
    withPanel([page], async (panel) => {
      for (const key of ['Enter', 'Tab']) {
        await panel.goTo('4091');
        await type(panel, 'adop');
        await panel.page.waitForFunction("posted.some(({ typed }) => typed === 'adop')");
        assert.deepEqual((({ typed, ownId }) => ({ typed, ownId }))(await answer(panel, KNOWN)), {
          typed: 'adop',
          ownId: '4091',
        });
        assert.equal(await panel.page.getByRole('option', { selected: true }).textContent(), '6001 Adopt the service');
        await panel.press(key);
        assert.deepEqual(await edits(panel), [{ command: 'setCell', column: 'task-id', text: '6001', fillsRow: true }]);
        assert.equal(await panel.page.locator('.editor').count(), 0, 'what the next cell gets is not known yet');
      }
    }));

  test('is only saved by Enter if it is complete', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091');
      await type(panel, '6001');
      await panel.page.waitForFunction("posted.some(({ typed }) => typed === '6001')");
      await answer(panel, KNOWN.slice(0, 1));
      await panel.press('Enter');
      assert.deepEqual(await edits(panel), [{ command: 'setCell', column: 'task-id', text: '6001' }]);
    }));

  test('is accepted with the mouse', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091');
      await panel.press('F2');
      assert.equal((await answer(panel, KNOWN)).typed, '4091');
      await panel.page.getByRole('option').first().click();
      assert.deepEqual(await edits(panel), [{ command: 'setCell', column: 'task-id', text: '6001', fillsRow: true }]);
    }));

  test('has no list if no task is known', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091');
      await type(panel, '7');
      await answer(panel, []);
      assert.match(await panel.page.locator('.editor').innerText(), /No known tasks/);
      assert.equal(await panel.page.getByRole('combobox').getAttribute('aria-expanded'), 'false');
      assert.deepEqual(await panel.axe(), []);
    }));
});

test('an editor without typed text closes when its cell is filled, and one with text stays', { skip }, () =>
  withPanel([page], async (panel) => {
    const filled = (/** @type {number} */ version, /** @type {number} */ request) =>
      nextVersion((rows) => rows.with(4, rowOf(0, 26, ['6001', `Name ${version}`, 'M', '', ''])), version, [
        { request, row: 4 },
      ]);
    const choose = async () => {
      await panel.press('F2');
      await answer(panel, KNOWN);
      await panel.press('ArrowDown', 'Enter', 'ArrowRight');
    };
    await panel.goTo('0987');
    await choose();
    await panel.press('F2');
    await panel.send(filled(2, 1));
    assert.equal(await panel.page.locator('.editor').count(), 0);
    assert.equal(await panel.focused(), 'Name 2');
    assert.deepEqual((await panel.posted('edit')).length, 1);
    await panel.press('ArrowLeft');
    await choose();
    await type(panel, 'Mine');
    await panel.send(filled(3, 2));
    assert.equal(await panel.page.locator('.editor input').inputValue(), 'Mine');
  }),
);

test('the empty cells of a new row are marked as mistakes only when the author leaves the row', { skip }, () =>
  withPanel([page], async (panel) => {
    const problems = [
      problem('error', 'The task has no name', 'task-name', 'task-name'),
      problem('error', 'The row is empty'),
      problem('error', '"70" is too short', 'task-id', 'task-id'),
    ];
    const added = (/** @type {string} */ id, /** @type {number} */ version) =>
      nextVersion((rows) => [rows[0], rowOf(0, 23, [id, '', '', '', ''], { problems }), ...rows.slice(1)], version, [
        { request: version - 1, row: 1 },
      ]);
    const flawed = () => panel.page.locator('.task').nth(1).locator('.flawed').count();
    await panel.goTo('0983');
    await panel.press('Insert');
    await panel.send(added('', 2));
    assert.equal(await flawed(), 0);
    await type(panel, '70');
    await panel.press('Tab');
    await panel.send(added('70', 3));
    assert.equal(await flawed(), 1, 'the ID is wrong');
    await type(panel, 'N');
    await panel.untilPosted("type === 'try' && edit.text === 'N'");
    const { request } = (await panel.posted('try')).at(-1);
    await panel.send({
      type: 'tried',
      request,
      problems: [problem('error', 'No role', 'role'), problem('info', 'A short name', 'task-name')],
      refused: null,
    });
    assert.equal(await panel.page.locator('.tried [role="status"]').innerText(), 'A short name some-rule');
    await panel.press('Escape', 'ArrowDown');
    assert.equal(await flawed(), 2);
    await panel.press('ArrowUp');
    assert.equal(await flawed(), 2, 'it is an ordinary row now');
  }),
);
