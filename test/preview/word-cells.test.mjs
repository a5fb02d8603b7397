// Cells of roles and services, which take several words.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { page } from './panel/tasks.mjs';
import { skip, type, withPanel } from './panel/with-panel.mjs';

describe('a cell', { skip }, () => {
  for (const [column, id] of /** @type {const} */ ([
    ['role', 3],
    ['services', 4],
  ])) {
    test(`of ${column} is replaced by typing`, () =>
      withPanel([page], async (panel) => {
        await panel.goTo('4091', id);
        await type(panel, 'Partn');
        await panel.press('Enter', 'Enter');
        const text = column === 'role' ? ['partner'] : ['Partn'];
        assert.deepEqual(
          (await panel.posted('edit')).map(({ edit }) => edit),
          [{ command: 'setCell', column, text }],
        );
      }));

    test(`of ${column} is edited with F2, which keeps its content`, () =>
      withPanel([page], async (panel) => {
        await panel.goTo('4091', id);
        await panel.press('F2');
        await type(panel, 'Nobody');
        await panel.press('Tab');
        const before = column === 'role' ? ['fasttrack-engineer', 'sme'] : ['exchange'];
        assert.deepEqual(
          (await panel.posted('edit')).map(({ edit }) => edit.text),
          [[...before, 'Nobody']],
        );
      }));
  }

  test('of words keeps the typed text if the author clicks elsewhere or saves', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 3);
      await type(panel, 'partner');
      await panel.page
        .locator('.task', { hasText: '5001' })
        .locator('[data-column="1"]')
        .click({ position: { x: 3, y: 3 } });
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit.text),
        [['partner']],
      );
      await panel.goTo('4093', 3);
      await type(panel, 'sme');
      await panel.press('Control+s');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit.text),
        [['sme']],
      );
    }));

  test('of words is replaced by typing after Tab, but not by Tab alone', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 2);
      await panel.press('F2', 'Tab');
      await type(panel, 'partner');
      await panel.press('Tab', 'Shift+Tab', 'Tab');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit),
        [{ command: 'setCell', column: 'role', text: ['partner'] }],
      );
    }));

  test('of words accepts several, known and unknown', () =>
    withPanel([page], async (panel) => {
      await panel.goTo('4091', 3);
      await panel.press('F2');
      assert.equal(await panel.page.getByRole('option', { selected: true }).count(), 2);
      await type(panel, 'arch');
      await panel.press('Enter');
      await type(panel, 'Somebody');
      await panel.press('Enter', 'Enter');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit),
        [
          {
            command: 'setCell',
            column: 'role',
            text: ['fasttrack-engineer', 'sme', 'fasttrack-architect', 'Somebody'],
          },
        ],
      );
      await panel.send({ type: 'said', message: 'Refused', isError: true });
      await panel.press('F2', 'Backspace', 'Enter');
      assert.deepEqual(
        (await panel.posted('edit')).map(({ edit }) => edit.text),
        [['fasttrack-engineer']],
      );
    }));
});
